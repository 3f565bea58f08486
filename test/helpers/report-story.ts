import { drawScene, type Scene } from '../../server/database/demo/pictures'
import type { StoryPhone } from './phone'

const picture = async (scene: Scene) => ({ name: `${scene}.jpg`, mimeType: 'image/jpeg', buffer: await drawScene(scene) })
const words = '三楼半的纸箱越堆越高，走路要侧身'

/** The story of one report, from the corridor to five stars, as tests. `open` gives the phone of somebody who is signed in. */
export function tellReportStory(open: (nickname: string) => Promise<StoryPhone>): void {
  let wang: StoryPhone
  let zhang: StoryPhone
  let zhou: StoryPhone
  let number = ''

  beforeAll(async () => {
    wang = await open('王阿姨')
    zhang = await open('张敏')
    zhou = await open('周师傅')
  })

  test('when 王阿姨 photographs the corridor and sends it, then she gets a number and the promise', async () => {
    await wang.press('link', /随手报/)
    await wang.on('report/choose')
    await wang.tap('楼道堆物')
    await wang.press('link', /楼道堆物.*承诺 24 小时内处置/)
    await wang.on('report/new')
    await wang.press('button', '从相册选')
    await wang.see('用您的相机和相册')
    await wang.choose('同意并继续', [await picture('corridorFull'), await picture('corridorLow')])
    await wang.tap('3 层')
    await wang.fill(/说说情况/, words)
    await wang.see('草稿已存')
    await wang.press('button', '上报')
    await wang.see('已上报')
    number = (await wang.find(/^XH\d{4}-\d{4,}$/).textContent()) ?? ''
    await wang.see(/承诺 .* 前处置/)
    await wang.see('网格员受理')
  })

  test('when 张敏 accepts it on her worklist and hands it over, then it is with the property company', async () => {
    await zhang.press('link', /待办/)
    await zhang.on('report/worklist')
    const card = zhang.shown.locator('.card').filter({ hasText: '等待受理' }).filter({ hasText: '楼道堆物' }).first()
    await card.getByRole('button', { name: '接单' }).tap()
    await zhang.tap(/已受理/)
    await zhang.on('report/detail')
    await zhang.see(words)
    await zhang.press('button', '派单')
    await zhang.on('report/handle')
    await zhang.press('radio', /爱博四村物业服务处/)
    await zhang.press('button', '派单')
    await zhang.on('report/detail')
    await zhang.see(/派给爱博四村物业服务处/)
  })

  test('when 周师傅 clears it and shows how it looks now, then it waits to be verified', async () => {
    await zhou.press('link', /待办/)
    await zhou.on('report/worklist')
    const card = zhou.shown.locator('.card').filter({ hasText: '刚刚上报' }).first()
    await card.getByRole('button', { name: '接单' }).tap()
    await card.getByText(/处置中/).waitFor()
    await card.getByText(/3 层/).tap()
    await zhou.on('report/detail')
    await zhou.press('button', '处置完成')
    await zhou.on('report/handle')
    await zhou.press('button', '从相册选')
    await zhou.choose('同意并继续', [await picture('corridorClear')])
    await zhou.fill(/写一句/, '已搬走纸箱，楼道畅通。')
    await zhou.press('button', '处置完成')
    await zhou.on('report/detail')
    await zhou.see(/待核查/)
  })

  test('when 张敏 verifies and closes it, then 王阿姨 has been told of each step and gives five stars', async () => {
    await zhang.go('/pages/report/worklist/index')
    await zhang.tap(/待核查 \d/)
    await zhang.shown.locator('.card').filter({ hasText: '楼道堆物' }).first().tap()
    await zhang.see('已搬走纸箱，楼道畅通。')
    await zhang.press('button', '核查')
    await zhang.press('button', '核查')
    await zhang.press('button', '结案')
    await zhang.press('button', '结案')
    await zhang.see('已办结')

    await wang.go('/pages/account/inbox/index')
    for (const step of [/受理/, /派/, /处置/, /办结/]) await wang.see(step)
    await wang.shown.getByText(number).first().tap()
    await wang.see('办理经过')
    await wang.see('已搬走纸箱，楼道畅通。')
    await wang.press('radio', /5 星/)
    await wang.press('button', '提交评价')
    await wang.see('很满意')
  })
}
