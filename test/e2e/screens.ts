import { mkdir } from 'node:fs/promises'
import sharp from 'sharp'
import { drawScene } from '../../server/database/demo/pictures'
import { openBrowser, Phone } from '../helpers/phone'
import { startTown } from '../helpers/town-server'

// `npm run screens`: the pictures of README, taken from the app as it is, with the demo town in it.
const folder = 'docs/screens'
await mkdir(folder, { recursive: true })
const town = await startTown()
const browser = await openBrowser()

async function shoot(name: string, nickname: string, steps: (phone: Phone) => Promise<void>): Promise<void> {
  const phone = await Phone.open(browser, town.address)
  await phone.signIn(nickname)
  await steps(phone)
  await phone.shown.evaluate((page) => page.scrollTo(0, 0))
  await phone.page.waitForTimeout(1200)
  await sharp(await phone.page.screenshot())
    .png({ palette: true })
    .toFile(`${folder}/${name}.png`)
  await phone.close()
}

async function goToGubei(phone: Phone): Promise<void> {
  await phone.press('link', /^智慧食堂/)
  await phone.press('button', '换食堂')
  await phone.press('radio', /^古北社区食堂/)
}

const pictures = await Promise.all(
  (['corridorFull', 'corridorLow'] as const).map(async (scene) => ({
    name: `${scene}.jpg`,
    mimeType: 'image/jpeg',
    buffer: await drawScene(scene),
  })),
)

try {
  await shoot('home', '王阿姨', async (phone) => phone.see(/处置中/))
  await shoot('detail', '王阿姨', async (phone) => {
    await phone.tap(/处置中 ·/)
    await phone.see('办理经过')
  })
  await shoot('new', '王阿姨', async (phone) => {
    await phone.go('/pages/report/new/index?category=CO.STACK')
    await phone.press('button', '从相册选')
    await phone.see('同意并继续')
    await phone.choose('同意并继续', pictures)
    await phone.tap('3 层')
  })
  await shoot('worklist', '张敏', async (phone) => {
    await phone.go('/pages/report/worklist/index')
    await phone.see('接单')
  })
  await shoot('canteen', '王阿姨', async (phone) => {
    await goToGubei(phone)
    await phone.see(/^今年已供餐/)
  })
  await shoot('canteen-order', '王小雯', async (phone) => {
    await goToGubei(phone)
    await phone.press('link', /^一周菜单/)
    await phone.press('tab', '明天')
    await phone.press('tab', '午餐')
    await phone.shown
      .getByRole('button', { name: /^加一份/ })
      .first()
      .tap()
    await phone.press('button', '去订餐')
    await phone.press('radio', /^妈妈/)
    await phone.see(/已优惠/)
  })
  await shoot('canteen-code', '王阿姨', async (phone) => {
    await phone.press('link', /取餐号/)
    await phone.shown.getByLabel('取餐二维码').waitFor()
  })
  await shoot('canteen-counter', '陈师傅', async (phone) => {
    await phone.press('link', /^食堂柜台/)
    await phone.press('button', '换一餐')
    await phone.press('radio', '明天')
    await phone.press('radio', '午餐')
    await phone.press('button', '收起')
    await phone.see(/^已取/)
  })
  await shoot('canteen-kitchen', '陈师傅', async (phone) => {
    await phone.go('/pages/canteen/kitchen/index')
    await phone.press('radio', '明天')
    await phone.press('radio', '午餐')
  })
  await shoot('study', '李强', async (phone) => {
    await phone.go('/pages/study/home/index')
    await phone.see(/共享空间学习角/)
  })
  await shoot('study-path', '李强', async (phone) => {
    await phone.go('/pages/study/path/index')
    await phone.see(/连续/)
  })
  await shoot('boards', '王阿姨', async (phone) => {
    await phone.press('link', /^社区榜单/)
    await phone.see(/^居民区垃圾分类先进排行榜/)
  })
  await shoot('board', '王阿姨', async (phone) => {
    await phone.press('link', /^社区榜单/)
    await phone.press('link', /^居民区垃圾分类先进排行榜/)
    await phone.see('为什么是这个名次')
  })
  await shoot('sorting', '王阿姨', async (phone) => {
    await phone.go('/pages/sorting/help/index')
    await phone.see('四种垃圾')
  })
  // the last, as 长辈版 stays with the person
  await shoot('home-elder', '王阿姨', async (phone) => {
    await phone.press('switch', '长辈版')
    await phone.see('有事上报')
  })
} finally {
  // also when a picture failed: a server left behind keeps the terminal waiting
  await browser.close()
  await town.stop()
}
