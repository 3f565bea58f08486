import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import Worklist from '@/pages/report/worklist'
import { phone } from '../helpers/client/phone'
import { Other } from '../helpers/client/report'
import { nextScreen, press, see, show, signInAs } from '../helpers/client/screen'

let wang: Other
let zhang: Other

beforeAll(async () => {
  wang = await Other.is('resident')
  zhang = await Other.is('grid_worker')
})

/** The card of one matter, known by its place. */
const cardAt = async (spot: string) => (await screen.findByText(new RegExp(spot))).closest('.work') as HTMLElement
const reportAt = (spot: string) => wang.reports({ categoryCode: 'EB.LIFT', text: '电动车进了电梯', spot })

test('when 张敏 opens her worklist, then the most pressing stands first and the shelves say how many there are', async () => {
  await wang.reports({ categoryCode: 'CV.IDEA', text: '建议', spot: '不急的' })
  await reportAt('急的')
  await signInAs('grid_worker')
  show(<Worklist />)
  await cardAt('· 急的')
  const shown = [...document.querySelectorAll('.work .title')].map((title) => title.textContent)
  const { items } = await zhang.call('GET /reports', { query: { scope: 'worklist', shelf: 'todo' } })
  const byClock = [...items].sort((one, other) => new Date(one.dueAt).getTime() - new Date(other.dueAt).getTime())
  expect(shown).toEqual(byClock.map(({ categoryName }) => categoryName))
  expect(screen.getByRole('tab', { name: /^待处置 \d+$/ })).toHaveAttribute('aria-selected', 'true')
})

test('when she takes it on with one tap, then the card says so in place', async () => {
  await reportAt('一键接单处')
  await signInAs('grid_worker')
  show(<Worklist />)
  fireEvent.click(within(await cardAt('一键接单处')).getByRole('button', { name: '接单' }))
  await waitFor(async () => expect(await cardAt('一键接单处')).toHaveTextContent('已受理 · 张敏经办'))
  expect(within(await cardAt('一键接单处')).queryByRole('button')).toBeNull()
})

test('when somebody else was faster, then the card says who has it', async () => {
  const { id } = await reportAt('抢单处')
  await signInAs('grid_leader')
  show(<Worklist />)
  const card = await cardAt('抢单处')
  await zhang.does(id, { action: 'accept' })
  fireEvent.click(within(card).getByRole('button', { name: '接单' }))
  await see('已由张敏接单。')
})

test('when another shelf or group is chosen, then only those are shown, and an empty one says what it means', async () => {
  const { id } = await reportAt('挂起来的')
  await zhang.does(id, { action: 'accept' }, { action: 'suspend', note: '等配件', until: new Date(Date.now() + 86_400_000).toISOString() })
  await signInAs('grid_worker')
  show(<Worklist />)
  await press(/^挂账/)
  expect(await cardAt('挂起来的')).toHaveTextContent('挂账中')
  await press(/^全部类别/)
  await press('街面与环境')
  await see('没有挂账的')
  await press('看全部类别')
  expect(await cardAt('挂起来的')).toBeVisible()
})

test('when 周师傅 looks, then what is handed to him can be taken on and what is still the grid’s to hand out too', async () => {
  const { id } = await reportAt('派给物业的')
  await zhang.does(id, { action: 'accept' }, { action: 'dispatch', assignee: 'WY-CP31011200801201' })
  await signInAs('property')
  show(<Worklist />)
  fireEvent.click(within(await cardAt('派给物业的')).getByRole('button', { name: '接单' }))
  await waitFor(async () => expect(await cardAt('派给物业的')).toHaveTextContent('处置中 · 周师傅经办'))
})

test('when the page is shown again, then what came meanwhile is there', async () => {
  await signInAs('grid_worker')
  show(<Worklist />)
  await screen.findByRole('tab', { name: /^待处置 \d+$/ })
  await reportAt('刚来的')
  phone.happen('show')
  expect(await cardAt('刚来的')).toBeVisible()
})

test('when the window is narrow, then a matter opens as a page; when it is wide, then beside the list', async () => {
  const { id } = await reportAt('宽窄处')
  await signInAs('grid_worker')
  show(<Worklist />)
  fireEvent.click(await screen.findByText(/宽窄处/))
  expect(await nextScreen()).toBe(`/pages/report/detail/index?id=${id}`)
  phone.width = 1280
  phone.happen('resize')
  await see('点左边的一件，在这里办理。')
  fireEvent.click(await screen.findByText(/宽窄处/))
  await see('办理经过')
  expect(phone.steps).toEqual([])
})

test('when a resident comes here, then it is explained instead of refused', async () => {
  await signInAs('resident')
  show(<Worklist />)
  await see('这里是处理人的工作台')
  await press('看我报的')
  expect(await nextScreen()).toBe('/pages/report/list/index?tab=mine')
})

test('when the network goes, then the cards stay and the reason stands above them', async () => {
  await reportAt('断网处')
  await signInAs('grid_worker')
  show(<Worklist />)
  await cardAt('断网处')
  phone.setNetwork('off')
  phone.happen('pullDown')
  await waitFor(() => expect(screen.getByText('网络连不上，请检查网络后再试。')).toBeVisible(), { timeout: 8000 })
  expect(await cardAt('断网处')).toBeVisible()
}, 15_000)

test('when the network goes while she takes it on, then the reason stands at the card and she can try again', async () => {
  await reportAt('断网接单处')
  await signInAs('grid_worker')
  show(<Worklist />)
  await cardAt('断网接单处')
  phone.setNetwork('off')
  fireEvent.click(within(await cardAt('断网接单处')).getByRole('button', { name: '接单' }))
  await waitFor(async () => expect(await cardAt('断网接单处')).toHaveTextContent('网络连不上'))
  expect(within(await cardAt('断网接单处')).getByRole('button', { name: '接单' })).toBeEnabled()
  phone.setNetwork('on')
  phone.happen('pullDown')
  await waitFor(async () => expect(await cardAt('断网接单处')).not.toHaveTextContent('网络连不上'))
  fireEvent.click(within(await cardAt('断网接单处')).getByRole('button', { name: '接单' }))
  await waitFor(async () => expect(await cardAt('断网接单处')).toHaveTextContent('已受理 · 张敏经办'))
})

test('when how many are late is not known, then nothing is claimed; when it cannot be known, then it can be tried again', async () => {
  await signInAs('grid_worker')
  const goOn = phone.hold()
  show(<Worklist />)
  expect(await screen.findAllByLabelText('正在加载')).not.toHaveLength(0)
  expect(screen.queryByText(/超时的$/)).toBeNull()
  phone.setNetwork('off')
  goOn()
  await see('件数没有数出来')
  phone.setNetwork('on')
  await press('重试，数件数')
  await see(/件已超时|没有超时的/)
})
