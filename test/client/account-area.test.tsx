import { screen, waitFor } from '@testing-library/react'
import AreaPage from '@/pages/account/area/index'
import { session } from '@/session/session'
import { phone } from '../helpers/client/phone'
import { fill, nextScreen, press, see, show, signInAs, signInAsNewcomer, signOut, target } from '../helpers/client/screen'

const aibo = { longitude: 121.309, latitude: 31.1883, accuracy: 20 }
const linesOf = () => screen.getAllByRole('button').map((line) => line.textContent ?? '')
const areas = () => linesOf().filter((text) => /街道|虹桥镇/.test(text))

test('when the app is opened on this very page, then it waits to know who this is before it asks where they live', async () => {
  expect(session.status).toBe('starting')
  show(<AreaPage />)
  expect(screen.getByLabelText('正在加载')).toBeVisible()
  await session.start()
  await see('您住在哪个居民区？')
})

test('when a newcomer stands in 爱博四村, then it is the first in the list, with its distance', async () => {
  await signInAsNewcomer()
  phone.place = aibo
  show(<AreaPage />)
  await press('用现在的位置找')
  await waitFor(() => expect(areas()[0]).toMatch(/^爱博四村新虹街道0 米/))
})

test('when the privacy consent was not given yet, then it is asked for in place before the position', async () => {
  await signInAsNewcomer()
  phone.place = aibo
  phone.privacyOpen = true
  show(<AreaPage />)
  await press('用现在的位置找')
  await see('用您现在的位置')
  expect(areas().join()).not.toMatch(/米/)
  await press('同意并继续')
  await waitFor(() => expect(areas()[0]).toMatch(/^爱博四村/))
})

test('when the phone does not tell where it is, then the list still works by name', async () => {
  await signInAsNewcomer()
  show(<AreaPage />)
  await press('用现在的位置找')
  await see(/没有取到位置/)
  await fill('按名字找居民区', '爱博四')
  await waitFor(() => expect(areas()).toHaveLength(1))
})

test.each(['爱博四村', 'absc', 'ABSC', 'aibosicun', '爱波四村'])('when %s is typed, then 爱博四村 is found', async (words) => {
  await signInAsNewcomer()
  show(<AreaPage />)
  await fill('按名字找居民区', words)
  await waitFor(() => expect(areas().filter((text) => !/^爱博[三四]村/.test(text))).toEqual([]))
  expect(await target(/^爱博四村 新虹街道/)).toBeVisible()
})

test('when nothing has that name, then it says what to do', async () => {
  await signInAsNewcomer()
  show(<AreaPage />)
  await fill('按名字找居民区', '<script>%\u0027;--')
  await see('没有找到这个居民区')
})

test('when somebody is far away, then they are told that these are only the nearest', async () => {
  await signInAsNewcomer()
  phone.place = { longitude: 116.4, latitude: 39.9, accuracy: 20 }
  show(<AreaPage />)
  await press('用现在的位置找')
  await see(/离已开通的街镇比较远/)
})

test('when area, building and room are chosen, then the home is saved and the room shown masked next time', async () => {
  await signInAsNewcomer()
  const { unmount } = show(<AreaPage />)
  await fill('按名字找居民区', '爱博四村')
  await press(/^爱博四村 新虹街道/)
  await see('已选')
  await fill('楼号', '22号楼')
  await fill('房号', '1502')
  await press('保存住址')
  expect(await nextScreen()).toBe('1')
  expect(session.person?.home).toMatchObject({ areaName: '爱博四村', compoundName: '爱博四村', building: '22号楼', room: '1**' })
  unmount()
  show(<AreaPage />)
  await waitFor(() => expect(screen.getByLabelText('楼号')).toHaveValue('22号楼'))
  expect(screen.getByLabelText('房号')).toHaveValue('')
  expect(screen.getByPlaceholderText(/1\*\*/)).toBeVisible()
})

test('when only the compound is changed back and forth, then a known room is kept; when it is deleted, then it is gone', async () => {
  await signInAsNewcomer()
  await session.update({ home: { areaCode: '310112008012', compoundCode: 'CP31011200801201', building: '22号楼', room: '1502' } })
  const first = show(<AreaPage />)
  await see(/删掉已存的房号/)
  await press('保存住址')
  await nextScreen()
  expect(session.person?.home?.room).toBe('1**')
  first.unmount()
  show(<AreaPage />)
  await press('删掉已存的房号')
  await press('保存住址')
  await nextScreen()
  expect(session.person?.home).toMatchObject({ building: '22号楼', room: null })
})

test('when 张敏 chooses an area of the other town, then she is told why she cannot', async () => {
  await signInAs('grid_worker')
  show(<AreaPage />)
  await fill('按名字找居民区', '锦绣江南')
  await press(/虹桥镇/)
  await press('保存住址')
  await see(/您在现在的街镇有工作身份/)
})

test('when a building’s name is too long, then its field says so', async () => {
  await signInAsNewcomer()
  show(<AreaPage />)
  await fill('按名字找居民区', '爱博四村')
  await press(/^爱博四村 新虹街道/)
  await fill('楼号', '很'.repeat(21))
  await press('保存住址')
  await see('最多 20 个字')
  await fill('楼号', '1号楼')
  expect(screen.queryByText('最多 20 个字')).toBeNull()
})

test('when a guest has chosen, then signing in comes first and the choice is still there', async () => {
  await signOut()
  const first = show(<AreaPage />)
  await fill('按名字找居民区', '爱博四村')
  await press(/^爱博四村 新虹街道/)
  await fill('楼号', '22号楼')
  await press('登录后保存')
  expect(await nextScreen()).toBe('/pages/account/sign-in/index')
  first.unmount()
  await session.signInWithWeChat()
  show(<AreaPage />)
  await waitFor(() => expect(screen.getByLabelText('楼号')).toHaveValue('22号楼'))
  await press('保存住址')
  await nextScreen()
  expect(session.person?.home).toMatchObject({ areaName: '爱博四村', building: '22号楼' })
  expect([...phone.storage.values()].join()).not.toContain('home-choice')
})

test('when the compounds do not come, then it says so and can be tried again', async () => {
  await signInAsNewcomer()
  show(<AreaPage />)
  const line = await target(/^沙茂/)
  phone.setNetwork('off')
  line.click()
  await see('没有加载出来')
  phone.setNetwork('on')
  await press('重试')
  await see('哪个小区？')
})

test('when the end of the list is reached, then the next areas come', async () => {
  await signInAsNewcomer()
  show(<AreaPage />)
  await waitFor(() => expect(areas()).toHaveLength(20))
  phone.happen('reachBottom')
  await waitFor(() => expect(areas().length).toBeGreaterThan(20))
})
