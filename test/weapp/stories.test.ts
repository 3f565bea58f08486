import { drawScene } from '../../server/database/demo/pictures'
import { readQr } from '../helpers/read-qr'
import { tellReportStory } from '../helpers/report-story'
import { onPhones } from './phone/on-phones'
import type { WeappPhone, WeappPhoneOptions } from './phone/weapp-phone'
import { WeappTown } from './phone/weapp-town'

const picture = async () => ({ name: 'corridor.jpg', mimeType: 'image/jpeg', buffer: await drawScene('corridorFull') })

onPhones('the mini-program in WeChat', () => {
  let town: WeappTown

  beforeAll(async () => {
    town = await WeappTown.open()
  })
  afterAll(() => town?.close())

  async function phoneOf(nickname: string, options: WeappPhoneOptions = {}): Promise<WeappPhone> {
    const phone = await town.phone(options)
    await phone.launch()
    await phone.signIn(nickname)
    return phone
  }

  async function nothingFailed(phone: WeappPhone): Promise<void> {
    const { errors, missing, failed } = await phone.happened()
    expect({ errors, missing, failed }).toEqual({ errors: [], missing: [], failed: [] })
  }

  describe('a report from the corridor to five stars', () => {
    const phones: WeappPhone[] = []

    tellReportStory(async (nickname) => {
      const phone = await phoneOf(nickname)
      phones.push(phone)
      return phone
    })

    test('when the story is over, then nothing has failed on the way', async () => {
      for (const phone of phones) await nothingFailed(phone)
    })
  })

  describe('a check-in from home to the path', () => {
    test('when 王小雯 finds the corner nearby and scans what 小周’s screen shows, then she has points, and her path has the day', async () => {
      await town.neverCloses('STU-001')
      const zhou = await phoneOf('讲解员小周')
      await zhou.go('/pages/study/host/index')
      await zhou.see(/^\d{3} \d{3}$/)

      const wang = await phoneOf('王小雯', { place: { longitude: 121.3656, latitude: 31.1699, accuracy: 20 } })
      await wang.press('link', /^学习打卡/)
      await wang.on('study/home')
      await wang.press('button', '按我的位置找最近的')
      await wang.press('button', '同意并继续')
      await wang.answerDialog('位置信息', '允许')
      await wang.see('从近到远')
      await wang.press('link', /^共享空间学习角\(东\)/)
      await wang.on('study/site')
      await wang.press('button', '扫码打卡')
      await wang.on('study/check-in')
      await wang.scan(await readQr(await zhou.page.screenshot()))
      await wang.see('打卡成功，加 2 分')
      await wang.see('得到徽章：初到虹桥')
      await wang.press('button', '看我的足迹')
      await wang.on('study/path')
      await wang.see('本月打卡 1 天')
      for (const phone of [zhou, wang]) await nothingFailed(phone)
    })
  })

  describe('what only WeChat has', () => {
    let phone: WeappPhone
    afterEach(() => phone?.close())

    test('when somebody opens it for the first time, then WeChat signs them in, and a kill does not sign them out', async () => {
      phone = await town.phoneOf('somebody new')
      await phone.launch()
      await phone.see('您住在哪个居民区？')
      const first = town.signIns
      await phone.launch()
      await phone.see('您住在哪个居民区？')
      expect(town.signIns).toBe(first)
      await nothingFailed(phone)
    })

    test('when a message opens a page before anybody is signed in, then the page waits for WeChat and loads', async () => {
      phone = await town.phoneOf('comes by a message')
      await phone.launch('/pages/report/list/index?tab=mine')
      await phone.see('还没有上报过')
      await nothingFailed(phone)
    })

    test('when WeChat gives no code, then home is drawn for a guest', async () => {
      phone = await town.phone()
      await phone.launch()
      await phone.see('您好，先登录一下')
      await nothingFailed(phone)
    })

    test('when 王阿姨 comes back after a kill, then home shows her matters', async () => {
      phone = await phoneOf('王阿姨')
      await phone.launch()
      await phone.see('楼道堆物')
      await nothingFailed(phone)
    })

    test('when the position is allowed, then the areas near it come first', async () => {
      phone = await town.phoneOf('at 爱博四村', { place: { longitude: 121.3123, latitude: 31.1975, accuracy: 20 } })
      await phone.launch('/pages/account/area/index')
      await phone.press('button', '用现在的位置找')
      await phone.press('button', '同意并继续')
      await phone.answerDialog('位置信息', '允许')
      await phone.see(/\d+ ?(米|公里)/)
      await nothingFailed(phone)
    })

    test.each([
      ['the person refuses', '拒绝', {}],
      ['the phone has its position off', '允许', { place: 'off' }],
      ['no satellite answers', '允许', { place: 'silent' }],
    ] as const)('when %s, then the page says so and the name can be typed', async (_why, word, settings) => {
      phone = await town.phoneOf('without a position', settings)
      await phone.launch('/pages/account/area/index')
      await phone.press('button', '用现在的位置找')
      await phone.press('button', '同意并继续')
      await phone.answerDialog('位置信息', word)
      await phone.see(/位置/)
      await phone.fill(/拼音/, 'absc')
      await phone.see('爱博四村')
      await nothingFailed(phone)
    })

    test('when she chooses an avatar and gives her number through WeChat, then both are there after a kill', async () => {
      phone = await town.phoneOf('with a face')
      await phone.launch('/pages/account/profile/index')
      await phone.press('button', '换头像')
      await phone.answerDialog('用户隐私保护提示', '同意')
      await phone.takePictures([await picture()])
      await phone.see('头像已保存')
      await phone.press('button', '绑定微信的手机号')
      await phone.answerDialog('手机号', '允许')
      await phone.see('138****0000')
      await phone.launch('/pages/account/profile/index')
      await phone.see('138****0000')
      expect(
        await phone.shown
          .locator('wx-image img')
          .first()
          .evaluate((img: HTMLImageElement) => img.naturalWidth),
      ).toBeGreaterThan(0)
      await nothingFailed(phone)
    })

    async function reportWithoutNetwork(): Promise<void> {
      await phone.go('/pages/report/new/index?category=CO.STACK')
      await phone.see('从相册选')
      await phone.settled()
      await phone.offline(true)
      await phone.press('button', '从相册选')
      await phone.choose('同意并继续', [await picture()])
      await phone.fill(/说说情况/, '楼道里又堆了东西')
      await phone.see('草稿已存')
      await phone.press('button', '上报')
      await phone.see('已存在手机里，还没发出')
    }

    test('when the network is away and comes back, then the waiting report goes out by itself', async () => {
      phone = await phoneOf('王小雯')
      await reportWithoutNetwork()
      await phone.offline(false)
      await phone.see('已上报')
      const { errors, missing } = await phone.happened()
      expect({ errors, missing }).toEqual({ errors: [], missing: [] })
    })

    test('when WeChat is killed before the network is back, then the report goes out with its picture at the next start', async () => {
      phone = await phoneOf('王阿姨')
      await reportWithoutNetwork()
      await phone.offline(false)
      await phone.launch('/pages/report/list/index?tab=mine')
      await phone.see(/等待受理/)
      await nothingFailed(phone)
    })

    test('when 王阿姨 turns on 长辈版, then letters and taps are big, stay so through a kill, and 12345 is one tap away', async () => {
      phone = await phoneOf('王阿姨')
      await phone.press('switch', '长辈版')
      await phone.see('有事上报')
      await phone.launch()
      await phone.see('有事上报')
      await phone.settled()
      const { smallestText, smallestTap } = await phone.sizes()
      expect(smallestText).toBeGreaterThanOrEqual(18)
      expect(smallestTap).toBeGreaterThanOrEqual(60)
      await phone.tap('打 12345')
      await phone.answerDialog('12345', '取消')
      await phone.go('/pages/mine/index')
      await phone.see('退出登录')
      await nothingFailed(phone)
    })
  })
})
