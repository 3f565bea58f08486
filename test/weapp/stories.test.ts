import { onPhones } from './phone/on-phones'
import { WeappTown } from './phone/weapp-town'

onPhones('the mini-program in WeChat', () => {
  let town: WeappTown
  beforeAll(async () => {
    town = await WeappTown.open()
  })
  afterAll(() => town?.close())

  test('when somebody opens it for the first time, then WeChat signs them in and home is drawn', async () => {
    const phone = await town.phoneOf('somebody new')
    await phone.launch()
    await phone.see('您住在哪个居民区？')
    await phone.press('link', '随手报')
    await phone.settled()
    await phone.page.screenshot({ path: '/tmp/weapp-shots/s1.png' })
    await phone.close()
  })
})
