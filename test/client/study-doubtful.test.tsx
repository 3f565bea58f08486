import { screen, waitFor, within } from '@testing-library/react'
import Doubtful from '@/pages/study/doubtful'
import { accessFaults } from '../helpers/client/access'
import { phone } from '../helpers/client/phone'
import { press, see, show, signInAs } from '../helpers/client/screen'
import { type SomebodyElse, somebodyElse } from '../helpers/client/somebody-else'

const far = { lng: 121.3083, lat: 31.1867, accuracy: 30 }
let zhou: SomebodyElse
beforeAll(async () => {
  zhou = await somebodyElse('site_host')
})

/** Somebody scans the corner's screen from five kilometres away; gives the check-in's id. */
async function doubt(persona: Parameters<typeof somebodyElse>[0]): Promise<string> {
  const { codes } = await zhou.call('GET /sites/:id/code', { params: { id: 'STU-001' } })
  const { call } = await somebodyElse(persona)
  return (await call('POST /check-ins', { body: { code: codes[0]?.code ?? '', location: far, thought: '在家里看的' } })).id
}
const cardOf = (nickname: string) =>
  waitFor(() => {
    const card = screen
      .getAllByText(nickname)
      .map((found) => found.closest<HTMLElement>('.doubt'))
      .find((found) => found && within(found).queryByText('算数'))
    if (!card) throw new Error(`nothing of ${nickname} waits`)
    return card
  })
const pressIn = (card: HTMLElement, name: string) => within(card).getByRole('button', { name }).click()

test('when 小周 opens it, then he reads who, where and why, and lets it count', async () => {
  await doubt('grid_worker')
  await signInAs('site_host')
  show(<Doubtful />)
  const card = await cardOf('张敏')
  expect(card).toHaveTextContent(/共享空间学习角\(东\) · .+ · 扫屏幕码/)
  expect(card).toHaveTextContent(/手机定位离学习点约 5\.\d 公里/)
  expect(card).toHaveTextContent('离学习点 5.')
  expect(card).toHaveTextContent('“在家里看的”')
  expect(await accessFaults(document.body)).toEqual([])
  pressIn(card, '算数')
  await waitFor(() => expect(card).toHaveTextContent(/算数了，得 \d+ 分。已发消息告诉本人。/))
})

test('when somebody else has decided meanwhile, then he is told, and it is not asked again', async () => {
  const id = await doubt('grid_leader')
  await signInAs('site_host')
  show(<Doubtful />)
  const card = await cardOf('刘组长')
  await zhou.call('POST /check-ins/:id/decisions', { params: { id }, body: { counts: false } })
  pressIn(card, '算数')
  await waitFor(() => expect(card).toHaveTextContent('这次打卡已经有结果了。是别人先定的，您不用再管。'))
  expect(within(card).queryByRole('button', { name: '算数' })).toBeNull()
})

test('when the network is away, then the decision is not lost and why is beside it', async () => {
  await doubt('property')
  await signInAs('site_host')
  show(<Doubtful />)
  const card = await cardOf('周师傅')
  phone.setNetwork('off')
  pressIn(card, '不算')
  await waitFor(() => expect(card).toHaveTextContent('网络连不上，请检查网络后再试。'), { timeout: 8000 })
  phone.setNetwork('on')
  pressIn(card, '不算')
  await waitFor(() => expect(card).toHaveTextContent('这次不算。已发消息告诉本人。'))
})

/** The town is everybody's: what other people's evenings left with the secretary is decided. */
async function decideAll(): Promise<void> {
  const { call } = await somebodyElse('secretary')
  const { items } = await call('GET /check-ins/doubtful', {})
  for (const { id } of items) await call('POST /check-ins/:id/decisions', { params: { id }, body: { counts: true } })
}

test('when nothing waits, then it is said, and the branch is a tap away', async () => {
  await decideAll()
  await signInAs('secretary')
  show(<Doubtful />)
  await see('没有要核实的打卡')
  await press('支部')
  expect(phone.steps.at(-1)).toEqual({ how: 'redirectTo', url: '/pages/study/branch/index' })
})

test('when a resident comes here, then it is explained', async () => {
  await signInAs('resident')
  show(<Doubtful />)
  await see('这里是学习点工作人员用的')
})
