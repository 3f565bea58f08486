import type { StoryPhone } from './phone'

/** The people of the story, and what moves their clocks. */
export interface CanteenStage {
  open(nickname: string): Promise<StoryPhone>
  /** It is that time now, on the server and on every phone that is opened from now on. */
  at(moment: string): Promise<void>
}

/** From the daughter's booking to the meal on the mother's tray, as tests. It begins on a Friday afternoon, demo town's time. */
export function tellCanteenStory(stage: CanteenStage): void {
  let number = ''
  let before = 0

  /** Opens 古北社区食堂 from home. */
  async function goToGubei(phone: StoryPhone): Promise<void> {
    await phone.press('link', /^智慧食堂/)
    await phone.on('canteen/home')
    await phone.press('button', '换食堂')
    await phone.press('radio', /^古北社区食堂/)
  }
  const servedSoFar = async (phone: StoryPhone) => {
    await phone.see(/^今年已供餐/)
    return Number(/\d+/.exec((await phone.find(/^今年已供餐/).textContent()) ?? '')?.[0])
  }

  test('when the daughter books tomorrow’s lunch for her mother, then discount and subsidy are on the bill, and she has the number', async () => {
    const daughter = await stage.open('王小雯')
    await goToGubei(daughter)
    before = await servedSoFar(daughter)
    await daughter.press('link', /^一周菜单/)
    await daughter.on('canteen/menu')
    await daughter.press('tab', '明天')
    await daughter.press('tab', '午餐')
    await daughter.press('button', /^加一份红烧肉$/)
    await daughter.press('button', '加一份红烧狮子头')
    await daughter.press('button', '去订餐')
    await daughter.on('canteen/order')
    await daughter.press('radio', /^妈妈（王阿姨）/)
    await daughter.see('80 岁以上 85 折')
    await daughter.see('80 岁以上堂吃补贴')
    await daughter.see('¥15.70')
    await daughter.press('button', '确认订餐')
    await daughter.on('canteen/meal')
    await daughter.see('订好了')
    number = (await daughter.find(/^\d{4}$/).textContent()) ?? ''
    expect(number).toMatch(/^\d{4}$/)
  })

  test('when it is noon the next day, then the mother finds the code on her home, and 陈师傅 hands the meal over', async () => {
    await stage.at('2026-11-21T11:30:00+08:00')
    const mother = await stage.open('王阿姨')
    await mother.see(number)
    await mother.tap(number)
    await mother.on('canteen/meal')
    await mother.see(number)
    await mother.shown.getByLabel('取餐二维码').waitFor()

    const chen = await stage.open('陈师傅')
    await chen.press('link', /^食堂柜台/)
    await chen.on('canteen/counter')
    for (const digit of number) await chen.press('button', digit)
    await chen.see(/王阿姨/)
    await chen.press('button', '交餐')
    await chen.see(/^已交餐/)
    // Her phone looks every quarter of a minute.
    await mother.shown
      .getByText(/已取餐/)
      .first()
      .waitFor({ timeout: 30_000 })
  })

  test('when the year’s meals are looked at, then it is one more', async () => {
    const guest = await stage.open('孙阿姨')
    await goToGubei(guest)
    expect(await servedSoFar(guest)).toBe(before + 1)
  })

  test('when the same number is said a second time, then it is refused, with who handed it over and when', async () => {
    const chen = await stage.open('陈师傅')
    await chen.press('link', /^食堂柜台/)
    await chen.on('canteen/counter')
    for (const digit of number) await chen.press('button', digit)
    await chen.press('button', '交餐')
    await chen.see('这份餐已经交过了')
    await chen.see(/11:3\d 由陈师傅交出/)
  })
}
