import { drawScene } from '../../server/database/demo/pictures'
import { WeappTown } from './phone/weapp-town'

test('debug', async () => {
  const town = await WeappTown.open()
  const shot = (p: import('./phone/weapp-phone').WeappPhone, n: string, full = false) =>
    p.settled().then(async () => {
      if (full) {
        const h = await p.shown.evaluate((e) => e.scrollHeight)
        await p.page.setViewportSize({ width: 390, height: Math.min(h + 60, 2600) })
      }
      await p.page.screenshot({ path: `/tmp/weapp-shots/x-${n}.png` })
      if (full) await p.page.setViewportSize({ width: 390, height: 844 })
    })
  const step = async (n: string, f: () => Promise<unknown>) => {
    try {
      await f()
    } catch (e) {
      process.stderr.write(`${n}: ${(e as Error).message.slice(0, 300)}\n`)
    }
  }
  const phone = await town.phone()
  phone.context.setDefaultTimeout(4000)
  await phone.launch()
  await phone.signIn('王阿姨')
  await shot(phone, 'home')
  await step('new', async () => {
    await phone.go('/pages/report/new/index?category=CO.STACK')
    await phone.press('button', '从相册选')
    await shot(phone, 'consent')
    await phone.choose('同意并继续', [
      { name: 'a.jpg', mimeType: 'image/jpeg', buffer: await drawScene('corridorFull') },
      { name: 'b.jpg', mimeType: 'image/jpeg', buffer: await drawScene('corridorLow') },
    ])
    await shot(phone, 'photos')
    await phone.tap('选时间')
    await shot(phone, 'new-long', true)
  })
  await step('wheel', async () => {
    await phone.find('选时间').scrollIntoViewIfNeeded()
    await shot(phone, 'wheel')
  })
  await step('place', async () => {
    await phone.tap(/改 ›/)
    await shot(phone, 'place', true)
  })
  await step('stopper', async () => {
    await phone.go('/pages/report/choose/index')
    await phone.tap('电动自行车')
    await phone.press('link', /蓄电池进电梯/)
    await shot(phone, 'stopper')
  })
  await step('near', async () => {
    await phone.launch('/pages/report/list/index?tab=near')
    await shot(phone, 'near')
  })
  await step('detail', async () => {
    const id = await town.aReport()
    await phone.launch(`/pages/report/detail/index?id=${id}`)
    await shot(phone, 'detail', true)
    await phone.shown.locator('wx-image').first().tap()
    await phone.page.waitForTimeout(300)
    await phone.page.screenshot({ path: '/tmp/weapp-shots/x-preview.png' })
  })
  process.stderr.write(JSON.stringify(await phone.happened()) + '\n')
  const z = await town.phone()
  z.context.setDefaultTimeout(4000)
  await z.launch()
  await z.signIn('张敏')
  await shot(z, 'z-home')
  await step('work', async () => {
    await z.go('/pages/report/worklist/index')
    await shot(z, 'z-work')
    await z.tap(/全部类别/)
    await shot(z, 'z-filter')
  })
  await step('suspend', async () => {
    const id = await town.aReport()
    await z.launch(`/pages/report/handle/index?id=${id}`)
    await z.settled()
    await z.tap('挂账')
    await shot(z, 'z-suspend', true)
  })
  await step('zdetail', async () => {
    const id = await town.aReport()
    await z.launch(`/pages/report/detail/index?id=${id}`)
    await shot(z, 'z-detail', true)
  })
  process.stderr.write(JSON.stringify(await z.happened()) + '\n')
  await town.close()
}, 90000)
