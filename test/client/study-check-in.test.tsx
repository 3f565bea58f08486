import { act, screen, waitFor } from '@testing-library/react'
import { call } from '@/lib/request'
import Home from '@/pages/home'
import CheckIn from '@/pages/study/check-in'
import { checkIns } from '@/pages/study/check-ins-store'
import StudyHome from '@/pages/study/home'
import { scans } from '@/pages/study/scans-store'
import { session } from '@/session/session'
import { phone } from '../helpers/client/phone'
import { takePicture } from '../helpers/client/report'
import { fill, nextScreen, press, see, show, signInAs, signInAsNewcomer, signOut } from '../helpers/client/screen'
import { metresFrom, openSite } from '../helpers/client/study'

beforeEach(signInAsNewcomer)
afterEach(() => {
  for (const { id } of [...scans.items, ...scans.strays]) scans.remove(id)
})

const mine = async () => (await call('GET /check-ins')).items
const postsOf = () => phone.sent.filter((request) => request === 'POST /check-ins').length

test('when the code of the screen is scanned, then points, streak, the next time and a badge stand there', async () => {
  const { screen: code, site } = await openSite()
  phone.camera = code
  show(<CheckIn />)
  await see(/^打卡成功，加 \d+ 分$/)
  await see(new RegExp(`^${site.name}打卡$`))
  expect(screen.getByText('连续打卡').parentElement).toHaveTextContent('连续打卡1天')
  await see(/^在这里，明天 00:00 起可以再打。$/)
  await see(/^得到徽章：/)
  expect(await mine()).toMatchObject([{ siteId: site.id, state: 'counted', way: 'screen' }])
})

test('when the code stands in the address that the screen shows, then opening it checks in', async () => {
  const { screen: code, site } = await openSite()
  show(<CheckIn />, { site: site.id, code })
  await see(/^打卡成功/)
})

test('when the camera cannot read it, then the code can be typed; what is none is told at once', async () => {
  const { screen: code } = await openSite()
  show(<CheckIn />)
  await press('用这个码打卡')
  await see('请先扫码，或把码输入在这里。')
  await fill('打卡码', 'https://example.com/?x=1')
  await press('用这个码打卡')
  await see('这不是学习点的打卡码，请扫现场屏幕或牌子上的码。')
  expect(postsOf()).toBe(0)
  await fill('打卡码', ` ${code} `)
  await press('用这个码打卡')
  await see(/^打卡成功/)
})

test('when a printed code is read, then the position is asked for first, and within the fence it counts', async () => {
  const { printed, site } = await openSite()
  phone.privacyOpen = true
  phone.place = metresFrom(site, 50)
  show(<CheckIn />, { code: printed })
  await see('用您现在的位置')
  expect(postsOf()).toBe(0)
  await press('同意并继续')
  await see(/^打卡成功/)
})

test('when the position is refused for a printed code, then it is kept all the same and waits, with why', async () => {
  const { printed } = await openSite()
  phone.privacyOpen = true
  show(<CheckIn />, { code: printed })
  await press('不同意')
  await see('打卡记下了，等人看一下')
  await see(/没有可用的定位/)
})

test('when a code that changes is read, then nobody is asked for a position because of it', async () => {
  const { screen: code } = await openSite()
  phone.privacyOpen = true
  show(<CheckIn />, { code })
  await see(/^打卡成功/)
  expect(screen.queryByText('用您现在的位置')).toBeNull()
})

test('when one is 5 km away, then the check-in waits for somebody to look at it, in kind words', async () => {
  const { printed, site } = await openSite()
  phone.place = metresFrom(site, 5000)
  show(<CheckIn />, { code: printed })
  await see('打卡记下了，等人看一下')
  await see(/手机定位离学习点约 5\.0 公里/)
  expect(await mine()).toMatchObject([{ state: 'pending', points: 0 }])
})

test('when somebody checks in a second time that day, then it is told when the next counts', async () => {
  const { printed, site } = await openSite()
  phone.place = metresFrom(site, 10)
  const first = show(<CheckIn />, { code: printed })
  await see(/^打卡成功/)
  first.unmount()
  show(<CheckIn />, { code: printed })
  await see('今天打过了')
  await see(/00:00起可以再打|00:00 起可以再打/)
  expect(await mine()).toHaveLength(1)
})

test('when a code is scanned before signing in, then it is kept, and sent for who signs in', async () => {
  const { screen: code, site } = await openSite()
  await signOut()
  show(<CheckIn />, { code })
  await see('码已经记下了')
  expect(String(phone.storage.get('study-scans'))).toContain(code)
  expect(postsOf()).toBe(0)
  await press('登录')
  expect(await nextScreen()).toBe('/pages/account/sign-in/index')
  await act(() => signInAs('neighbour'))
  await see(/^打卡成功/)
  expect((await mine()).filter(({ siteId }) => siteId === site.id)).toHaveLength(1)
})

test('when what was scanned before signing in lay there for long, then the person is asked whether it is theirs', async () => {
  const { printed } = await openSite()
  await signOut()
  const scan = scans.add({ code: printed })
  scans.put({ ...scan, location: null, readAt: new Date(Date.now() - 3_600_000).toISOString() })
  await signInAsNewcomer()
  show(<StudyHome />)
  await see('手机里存着一次打卡')
  expect(postsOf()).toBe(0)
  await press('是我的，送出去')
  await see('存下的打卡送到了：待核实')
  await press('知道了')
  await waitFor(() => expect(screen.queryByText(/^存下的打卡/)).toBeNull())
  expect(await mine()).toMatchObject([{ marks: [{ mark: 'no_position' }, { mark: 'late' }] }])
})

test('when it was somebody else’s, then it is thrown away at their word', async () => {
  await signOut()
  const scan = scans.add({ code: 'JF1.STU-001.abcdefghijkl' })
  scans.put({ ...scan, location: null, readAt: new Date(Date.now() - 3_600_000).toISOString() })
  await signInAsNewcomer()
  show(<StudyHome />)
  await press('不是我的')
  await waitFor(() => expect(scans.strays).toEqual([]))
  expect(postsOf()).toBe(0)
})

test('when there is no network, then that is said, the code stays on the phone, and it goes out when the network is back', async () => {
  const { printed, site } = await openSite()
  phone.place = metresFrom(site, 10)
  phone.setNetwork('off')
  show(<CheckIn />, { code: printed })
  await see('先存在手机里了，还没送到')
  await see(/现在没有网络，连上后会自动送出/)
  phone.setNetwork('on')
  await see(/^打卡成功/)
  expect(await mine()).toHaveLength(1)
})

test('when the app is killed with a check-in unsent, then home leads back to it, and it goes out once', async () => {
  const { printed, site } = await openSite()
  phone.place = metresFrom(site, 10)
  phone.setNetwork('off')
  const page = show(<CheckIn />, { code: printed })
  await see('先存在手机里了，还没送到')
  page.unmount()
  const home = show(<Home />)
  await press(/^1 次打卡还没发出去/)
  expect(await nextScreen()).toBe('/pages/study/check-in/index')
  home.unmount()
  const next = { session, scans, checkIns }
  jest.isolateModules(() => {
    next.session = jest.requireActual('@/session/session').session
    next.scans = jest.requireActual('@/pages/study/scans-store').scans
    next.checkIns = jest.requireActual('@/pages/study/check-ins-store').checkIns
  })
  expect(next.scans.items).toMatchObject([{ code: printed }])
  phone.setNetwork('on')
  await waitFor(() => expect(next.scans.items).toEqual([]))
  expect(await mine()).toMatchObject([{ siteId: site.id, state: 'counted' }])
})

test('when the button is tapped twice, then it is one check-in under one key', async () => {
  const { screen: code } = await openSite()
  show(<CheckIn />)
  await fill('打卡码', code)
  await Promise.all([press('用这个码打卡'), press('用这个码打卡')])
  await see(/^打卡成功/)
  expect(postsOf()).toBe(1)
  expect(await mine()).toHaveLength(1)
})

test('when a thought, minutes and a picture are added, then they are on the check-in, and what they brought is below', async () => {
  const { screen: code } = await openSite()
  phone.pictures = [await takePicture('wxfile://tmp_study')]
  show(<CheckIn />, { code })
  await see(/^打卡成功/)
  await fill('感想', '灯亮起来的时候，想起小时候这里还是一片菜地。')
  await press('30 分钟')
  await press('从相册选')
  await see('移除')
  await press('保存')
  await see('已经记下')
  await see(/^在.+写了感想$/)
  await see('学了 30 分钟 · 1 张照片')
  expect(await mine()).toMatchObject([{ minutes: 30, photos: [{ id: expect.any(String) }], thought: expect.stringContaining('菜地') }])
})

test('when a thought does not go out, then the words stay, also when the page is opened again', async () => {
  const { screen: code } = await openSite()
  const page = show(<CheckIn />, { code })
  await see(/^打卡成功/)
  await fill('感想', '写了一半的话')
  phone.setNetwork('off')
  await press('保存')
  await see('网络连不上，请检查网络后再试。')
  page.unmount()
  phone.setNetwork('on')
  show(<CheckIn />, { code })
  await see(/^打卡成功/)
  expect(screen.getByLabelText('感想')).toHaveValue('写了一半的话')
  expect(postsOf()).toBe(1)
})
