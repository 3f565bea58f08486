import gcoord from 'gcoord'
import type { Browser } from 'playwright-core'
import { chromium as chromiumPath } from '../helpers/machine.mjs'
import { openBrowser, Phone } from '../helpers/phone'
import { readQr } from '../helpers/read-qr'
import { TestTown } from '../helpers/server'
import { corner, north, start } from '../helpers/study'

const withChromium = chromiumPath ? describe : describe.skip

/** A place of ours as the phone's satellites give it. */
function satellites({ lng, lat }: { lng: number; lat: number }) {
  const [longitude, latitude] = gcoord.transform([lng, lat], gcoord.GCJ02, gcoord.WGS84)
  return { longitude, latitude, accuracy: 20 }
}
const there = satellites(corner)
const away = satellites(north(corner, 5000))

withChromium('an evening beside 金色麦浪, and the next one five kilometres away', () => {
  let town: TestTown
  let address: string
  let browser: Browser
  let zhou: Phone
  let li: Phone
  const phones: Phone[] = []

  beforeAll(async () => {
    town = await TestTown.open(start)
    address = await town.app.listen({ port: 0, host: '127.0.0.1' })
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await town?.close()
  })

  async function open(nickname: string, place = there): Promise<Phone> {
    const phone = await Phone.open(browser, address, { place })
    phones.push(phone)
    await phone.setClock(town.now)
    await phone.signIn(nickname)
    return phone
  }

  /** It is that time now, on the server and on every phone. */
  async function at(moment: string): Promise<void> {
    town.at(moment)
    for (const phone of phones) await phone.setClock(town.now)
  }

  const digits = /^\d{3} \d{3}$/
  /** What stands in the code that 小周's window shows, read from its picture. */
  const readScreen = async () => readQr(await zhou.page.screenshot())
  /** Waits for another code than the one with these digits. */
  const nextCode = (before: string) => zhou.shown.getByText(before, { exact: true }).waitFor({ state: 'detached' })
  const digitsShown = async () => (await zhou.find(digits).textContent()) ?? ''

  /** The phone's own camera reads an address and opens it in the browser. */
  async function scan(phone: Phone, read: string): Promise<void> {
    await phone.page.goto('about:blank')
    await phone.page.goto(read)
    await phone.on('study/check-in')
  }

  test('when 李强 looks for a place to study nearby, then the corner he stands at is the first, and it is open', async () => {
    li = await open('李强')
    await li.press('link', /^学习打卡/)
    await li.on('study/home')
    await li.press('button', '按我的位置找最近的')
    await li.press('button', '同意并继续')
    await li.see('从近到远')
    await li.press('link', /^共享空间学习角\(东\)/)
    await li.on('study/site')
    await li.see('开放中')
  })

  test('when 小周 puts the code on the whole screen, then 李强 reads it there and has points, a streak and a badge', async () => {
    zhou = await open('讲解员小周')
    await zhou.press('link', /^学习打卡/)
    await zhou.press('link', /^现场码/)
    await zhou.on('study/host')
    await zhou.press('button', '全屏显示')
    await zhou.see('退出全屏')
    await zhou.see(digits)

    const read = await readScreen()
    expect(read).toMatch(`${address}/#/pages/study/check-in/index?site=${corner.id}&code=JS1.`)
    await scan(li, read)
    await li.see('打卡成功，加 2 分')
    await li.see('得到徽章：初到虹桥')
    await li.see(/^1天$/)
    await li.see(/^2分$/)
    await li.see('在这里，明天 10:00 起可以再打。')
  })

  test('when the code has changed and he reads the new one, then he is told that today is done and when the next counts', async () => {
    const before = await digitsShown()
    await at('2026-11-20T19:00:40+08:00')
    await nextCode(before)
    await scan(li, await readScreen())
    await li.see('今天打过了')
    await li.see(/11月21日（周六）10:00起可以再打/)
    await li.press('button', '看我的足迹')
    await li.on('study/path')
    await li.see('本月打卡 1 天')
  })

  test('when 孙阿姨 sends him the code of the next evening and he reads it 5 km away, in 长辈版, then it waits, and he sees why', async () => {
    await li.go('/pages/home/index')
    await li.press('switch', '长辈版')
    await li.see('有事上报')

    const before = await digitsShown()
    await at('2026-11-21T19:30:00+08:00')
    await nextCode(before)
    const sent = await readScreen()
    const sun = await open('孙阿姨')
    await scan(sun, sent)
    await sun.see('打卡成功，加 2 分')

    await li.context.setGeolocation(away)
    await scan(li, sent)
    await li.see('打卡记下了，等人看一下')
    await li.see(/离学习点约 5\.0 公里/)
    await li.see(/同一个屏幕码有别人在现场用过/)
    await li.press('button', '看我的足迹')
    await li.on('study/path')
    await li.press('link', /有 1 次打卡待核实/)
    await li.see('待核实')
    await li.see(/离学习点约 5\.0 公里/)
  })

  test('when 陈书记 decides that it does not count, then his path and a message say so, with her words', async () => {
    const chen = await open('陈书记')
    await chen.press('link', /^学习打卡/)
    await chen.press('link', /^待核实/)
    await chen.on('study/doubtful')
    await chen.see('李强')
    await chen.see(/离学习点 5/)
    await chen.fill(/给本人的话/, '下回到现场来，我们等你。')
    await chen.press('button', '不算')
    await chen.see(/这次不算/)

    await li.go('/pages/study/path/index?tab=check-ins')
    await li.see('没有算数')
    await li.see('留言：下回到现场来，我们等你。')
    await li.go('/pages/account/inbox/index')
    await li.see('打卡没有算')
  })

  test('when he comes after all that evening, then it counts, and the streak is of two days', async () => {
    const before = await digitsShown()
    await at('2026-11-21T20:30:00+08:00')
    await nextCode(before)
    await li.context.setGeolocation(there)
    await scan(li, await readScreen())
    await li.see('打卡成功，加 2 分')
    await li.see(/^2天$/)
    await li.see(/^4分$/)
  })

  test('when the story is over, then no page has thrown anything', () => {
    expect(phones.flatMap(({ faults }) => faults)).toEqual([])
  })
})
