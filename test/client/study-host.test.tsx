import { screen, waitFor } from '@testing-library/react'
import Host from '@/pages/study/host'
import { ScreenStore } from '@/pages/study/host/screen-store'
import { readCode } from '@/pages/study/read-code'
import { session } from '@/session/session'
import type { ScreenCodes } from '../../contract/study'
import { accessFaults } from '../helpers/client/access'
import { answer, hangUp, standBehindGateway } from '../helpers/client/gateway'
import { phone } from '../helpers/client/phone'
import { fill, press, see, show, signInAs } from '../helpers/client/screen'
import { somebodyElse } from '../helpers/client/somebody-else'

const corner = 'STU-001'

async function openHost() {
  await signInAs('site_host')
  show(<Host />)
}

describe('the code on the screen', () => {
  test('when 小周 opens it, then the code with its digits is there, and scanning or typing it checks in', async () => {
    await openHost()
    const digits = await screen.findByLabelText(/^打卡数字 /)
    expect(screen.getByLabelText('打卡二维码')).toHaveAttribute('src', expect.stringMatching(/^data:image\/gif/))
    expect(await accessFaults(document.body)).toEqual([])
    const { call } = await somebodyElse('department')
    const typed = (digits.textContent ?? '').replace(/\s/g, '')
    const code = readCode(`${corner} ${typed}`)?.code ?? ''
    const done = await call('POST /check-ins', { body: { code } })
    expect(done).toMatchObject({ siteId: corner, way: 'screen' })
  })

  test('when it fills the screen, then nothing else is before it, and there is a way back', async () => {
    await openHost()
    await press('全屏显示')
    await waitFor(() => expect(document.querySelector('.host-full')).toBeInTheDocument())
    await press('退出全屏')
    await waitFor(() => expect(document.querySelector('.host-full')).toBeNull())
  })

  test('when nobody looks after a site, then it is explained', async () => {
    await signInAs('resident')
    show(<Host />)
    await see('这里是学习点工作人员用的')
  })

  test('when an admin opens it, then each site of the town can be chosen', async () => {
    await signInAs('admin')
    show(<Host />)
    await press('换一个')
    await press('爱博四村新时代文明实践站(示例)')
    await screen.findByLabelText(/^打卡数字 /)
    expect(document.body).toHaveTextContent('爱博四村新时代文明实践站(示例)')
  })
})

let goHome = async () => {}
afterEach(async () => {
  await goHome()
  goHome = async () => {}
})

describe('the clock of the screen', () => {
  const start = Date.parse('2026-11-24T11:00:00Z')
  const codesFrom = (at: number, now: number): ScreenCodes => ({
    siteName: '学习角',
    now: new Date(now).toISOString(),
    intervalSeconds: 30,
    codes: Array.from({ length: 21 }, (_, step) => {
      const from = at + step * 30_000
      return {
        code: `JS1.${corner}.${step}.x`,
        digits: String(step).padStart(6, '0'),
        from: new Date(from).toISOString(),
        until: new Date(from + 30_000).toISOString(),
      }
    }),
  })
  const asked = () => phone.sent.filter((line) => line.endsWith('/code')).length
  const body = (codes: ScreenCodes) => answer(200, JSON.stringify(codes), { 'content-type': 'application/json' })

  test('when the tablet’s clock is an hour off, then the server’s says which code it is, and no tick asks for anything', async () => {
    goHome = await standBehindGateway([body(codesFrom(start, start + 61_000))])
    const store = new ScreenStore(corner, '学习角')
    await store.refresh()
    const here = Date.now()
    expect(store.code?.digits).toBe('000002')
    const before = asked()
    for (let second = 1; second <= 200; second += 1) store.look(here + second * 1000)
    expect(store.code?.digits).toBe('000008')
    expect(asked()).toBe(before)
  })

  test('when the network stays away, then the codes there are go on to the last, and then it says so; when it is back, it goes on', async () => {
    goHome = await standBehindGateway([body(codesFrom(start, start)), hangUp])
    const store = new ScreenStore(corner, '学习角')
    await store.refresh()
    const here = Date.now()
    await store.refresh()
    expect(store.error).toMatch(/网络/)
    store.look(here + 620_000)
    expect(store).toMatchObject({ code: { digits: '000020' }, isOut: false })
    store.look(here + 632_000)
    expect(store).toMatchObject({ code: null, picture: null, isOut: true })
    await goHome()
    goHome = await standBehindGateway([body(codesFrom(start + 630_000, start + 640_000))])
    await waitFor(async () => {
      await store.refresh()
      expect(store).toMatchObject({ isOut: false, error: null })
    })
  })

  test('when the next code is prepared in time, then the change is on the screen in less than a tenth of a second', async () => {
    goHome = await standBehindGateway([body(codesFrom(start, start))])
    const store = new ScreenStore(corner, '学习角')
    await store.refresh()
    const here = Date.now()
    const took = Array.from({ length: 8 }, (_, step) => {
      store.prepare()
      const began = performance.now()
      store.look(here + (step + 1) * 30_000)
      return performance.now() - began
    }).sort((a, b) => a - b)
    expect(took.at(-1)).toBeLessThan(100)
    expect(store.code?.digits).toBe('000008')
  })
})

describe('the sheet and the hand', () => {
  test('when the fixed code is wanted, then it is there, with what it is good for', async () => {
    await openHost()
    await press('固定码')
    await screen.findByLabelText('固定打卡码')
    await see(/离学习点 120 米以内直接算数/)
    expect(await accessFaults(document.body)).toEqual([])
  })

  test('when 何先生 cannot scan, then he is found, asked about, checked in, and a second time is told', async () => {
    await openHost()
    await press('帮人打卡')
    await press('找这个人')
    await see('请输名字开头的两个字以上。')
    await fill('昵称', '何先')
    await press('找这个人')
    await press(/何先生/)
    await press('30 分钟')
    await press('给何先生打卡')
    await see(/^何先生打好卡了 \d\d:\d\d$/)
    await fill('昵称', '何先')
    await press('找这个人')
    await see('今天打过了')
    await press(/何先生/)
    await press('给何先生打卡')
    await see(/已经打过卡了.*可以再打/)
    await fill('昵称', '没有这')
    await press('找这个人')
    await see('没有找到。请对一下昵称，要从第一个字输起。')
    expect(session.person?.nickname).toBe('讲解员小周')
  })
})
