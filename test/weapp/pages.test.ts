import { readFileSync } from 'node:fs'
import { allPages } from './pack/configs'
import { onPhones } from './phone/on-phones'
import type { WeappPhone } from './phone/weapp-phone'
import { WeappTown } from './phone/weapp-town'

const pages = allPages(JSON.parse(readFileSync('dist/weapp/app.json', 'utf8')))

/** What a page has to be told; {report} and {meal} are of the demo town, {date} is tomorrow, {unit} 爱博四村 on a board. */
const needs: Readonly<Record<string, string>> = {
  'pages/report/new/index': '?category=CO.STACK',
  'pages/report/detail/index': '?id={report}',
  'pages/report/handle/index': '?id={report}',
  'pages/canteen/menu/index': '?canteen=CAN-001&date={date}&sitting=lunch',
  'pages/canteen/order/index': '?canteen=CAN-001&date={date}&sitting=lunch&again=1',
  'pages/canteen/meal/index': '?id={meal}',
  'pages/study/site/index': '?id=STU-001',
  ...Object.fromEntries(['board', 'unit', 'compare', 'share'].map((page) => [`pages/board/${page}/index`, '?{unit}'])),
}
/** A grid worker's pages; all others are opened by 王阿姨. */
const forStaff = ['pages/report/worklist/index', 'pages/report/handle/index']
/** Pages of the canteen's counter and kitchen. */
const forKitchen = ['counter', 'kitchen', 'editor', 'guests'].map((page) => `pages/canteen/${page}/index`)

onPhones('every page of the mini-program', () => {
  let town: WeappTown
  let newcomer: WeappPhone
  let 王阿姨: WeappPhone
  let 张敏: WeappPhone
  let 陈师傅: WeappPhone
  let story: Record<string, string>

  beforeAll(async () => {
    town = await WeappTown.open()
    story = await town.story()
    newcomer = await town.phoneOf('a newcomer')
    ;[王阿姨, 张敏, 陈师傅] = await Promise.all(['王阿姨', '张敏', '陈师傅'].map((name) => signedIn(name)))
  }, 150_000)
  afterAll(() => town?.close())

  async function signedIn(name: string): Promise<WeappPhone> {
    const phone = await town.phone()
    await phone.launch()
    await phone.signIn(name)
    return phone
  }

  const whoUses = (page: string): WeappPhone => (forKitchen.includes(page) ? 陈师傅 : forStaff.includes(page) ? 张敏 : 王阿姨)

  // a folder to keep a picture of every page in, for somebody to look at
  const album = process.env.PICTURES

  async function open(phone: WeappPhone, page: string): Promise<void> {
    await phone.launch(`/${page}${(needs[page] ?? '').replace(/\{(\w+)\}/, (_, name) => story[name] ?? '')}`)
    await phone.settled()
  }

  const openToAll = pages.filter((page) => !/\{(report|meal)\}/.test(needs[page] ?? ''))
  test.each(openToAll)('when %s is the first thing a newcomer opens, then nothing fails', async (page) => {
    await open(newcomer, page)
    const { errors, missing, failed } = await newcomer.happened()
    expect({ errors, missing, failed }).toEqual({ errors: [], missing: [], failed: [] })
  })

  test.each(pages)('when %s is opened by somebody who uses it, then it stays within the limits of 体验评分', async (page) => {
    const phone = whoUses(page)
    await open(phone, page)
    if (album) await phone.page.screenshot({ path: `${album}/${page.replaceAll('/', '-')}.png` })
    const { errors, missing, failed, mostRequestsAtOnce, setData, tree } = await phone.happened()
    expect({ errors, missing, failed }).toEqual({ errors: [], missing: [], failed: [] })
    expect(tree.nodes).toBeLessThan(1000)
    expect(tree.depth).toBeLessThan(30)
    expect(tree.children).toBeLessThanOrEqual(60)
    expect(setData.largest).toBeLessThanOrEqual(256 * 1024)
    expect(setData.mostInASecond).toBeLessThanOrEqual(20)
    expect(mostRequestsAtOnce).toBeLessThanOrEqual(10)
  })

  describe('in 长辈版 on a small phone', () => {
    beforeAll(async () => {
      for (const phone of [王阿姨, 张敏, 陈师傅]) {
        await phone.page.setViewportSize({ width: 320, height: 568 })
        await phone.launch()
        await phone.press('switch', '长辈版')
        await phone.settled()
      }
    }, 100_000)

    test.each(pages)('when %s is opened, then letters are 18 px and taps 60 px or more, and all fits and has a name', async (page) => {
      const phone = whoUses(page)
      await open(phone, page)
      if (album) await phone.page.screenshot({ path: `${album}/elder-${page.replaceAll('/', '-')}.png` })
      const { smallestText, smallestTap, overflow, nameless } = await phone.sizes()
      expect(smallestText).toBeGreaterThanOrEqual(18)
      expect(smallestTap).toBeGreaterThanOrEqual(60)
      expect({ overflow, nameless }).toEqual({ overflow: 0, nameless: [] })
    })
  })
})
