import type { Browser } from 'playwright-core'
import { openBoards } from '../helpers/boards'
import { chromium as chromiumPath } from '../helpers/machine.mjs'
import { openBrowser, Phone } from '../helpers/phone'
import { inState } from '../helpers/reports'
import type { TestTown } from '../helpers/server'

const withChromium = chromiumPath ? describe : describe.skip

const sorting = '居民区垃圾分类先进排行榜'
const handling = '居民区联动处置好评榜'

withChromium('October on the boards of 新虹', () => {
  let town: TestTown
  let browser: Browser
  let shen: Phone
  let xu: Phone
  let wang: Phone

  beforeAll(async () => {
    town = await openBoards('2026-10-20T09:00:00+08:00')
    town.at('2026-11-02T10:00:00+08:00')
    const address = await town.app.listen({ port: 0, host: '127.0.0.1' })
    browser = await openBrowser()
    const open = async (nickname: string) => {
      const phone = await Phone.open(browser, address)
      await phone.setClock(town.now)
      await phone.signIn(nickname)
      return phone
    }
    ;[shen, xu, wang] = [await open('小沈'), await open('老徐'), await open('王阿姨')]
  })
  afterAll(async () => {
    await browser?.close()
    await town?.close()
  })

  /** October's figures of every area of 新虹: 爱博四村 has the third of the best three. */
  async function fileOf(mend: (cell: string) => string) {
    const rows = await town.db
      .selectFrom('areas')
      .select(['code', 'short_name'])
      .where('town_code', '=', '310112008')
      .orderBy('code')
      .execute()
    const best = ['39.8', '39.6', '39.5']
    const others = rows.filter(({ short_name }) => short_name !== '爱博四村')
    const effect = (name: string, at: number) => (name === '爱博四村' ? best[2] : at < 2 ? best[at] : `${30 - (at % 25)}.5`)
    const lines = rows.map(({ code, short_name: name }) => {
      const figure = effect(
        name,
        others.findIndex((one) => one.code === code),
      ) as string
      return [code, name, name === '爱博四村' ? mend(figure) : figure, '29.5', '29.5'].join(',')
    })
    const text = ['编号,名称,分类实效,设施与宣传,落地垃圾告警', ...lines].join('\r\n')
    return [{ name: '十月.csv', mimeType: 'text/csv', buffer: Buffer.from(`\uFEFF${text}\r\n`) }]
  }

  async function toDesk(phone: Phone): Promise<void> {
    await phone.go('/pages/home/index')
    await phone.press('link', /^社区榜单/)
    await phone.on('board/home')
    await phone.press('link', /^榜单管理/)
    await phone.on('board-desk/desk')
  }

  async function publish(): Promise<void> {
    await toDesk(xu)
    await xu.tap(sorting)
    await xu.on('board-desk/review')
    await xu.press('button', '公布')
    await xu.press('button', '确认公布')
    await xu.see('公布了')
  }

  async function toSorting(): Promise<void> {
    await wang.go('/pages/home/index')
    await wang.press('link', /^社区榜单/)
    await wang.on('board/home')
    await wang.press('link', new RegExp(`^${sorting}，2026年10月`))
    await wang.on('board/board')
  }

  test('when 小沈 imports October with a bad row, then she reads which and why, and sees the ranks of the mended file before any is kept', async () => {
    await toDesk(shen)
    await shen.press('button', `开始${sorting}2026年10月`)
    await shen.on('board-desk/figures')
    await shen.choose('选表格', await fileOf((cell) => `"${cell.replace('.', ',')}"`))
    await shen.see('有 1 处要改，一行也没有导入。改好再传一次。')
    await shen.see(/39,5/)
    await shen.choose('再选表格', await fileOf((cell) => cell))
    await shen.see('先看看名次')
    await shen.see('爱博四村')
    await shen.press('button', '放进草稿')
    await shen.see(/放进草稿了：2026年10月/)
    await shen.press('button', /^交审核（/)
    await shen.press('button', '确认交审核')
    await shen.see(/已经交审核，成绩不再变动/)
  })

  test('when 老徐 publishes what he has seen, then 王阿姨 finds her place, its change, why, and the line', async () => {
    await publish()
    await toSorting()
    await wang.shown.getByLabel('第 3 名').first().waitFor()
    await wang.see(/季军/)
    await wang.see(/98\.5 分/)
    await wang.see(/升 \d+ 位/)
    await wang.see(/离第 2 名（.+）差 0\.1 分/)
    await wang.see('为什么是这个名次')
    await wang.see(/分类实效/)
    const line = wang.shown.getByRole('img', { name: /爱博四村/ }).first()
    expect(await line.getAttribute('aria-label')).toMatch(/10月.*3/)
  })

  test('when a correction is published, then the board says what changed and why', async () => {
    await toDesk(shen)
    await shen.press('button', '开始别的一期，或更正')
    await shen.press('radio', sorting)
    await shen.press('radio', '2026年10月')
    await shen.press('button', '开始这一期')
    await shen.on('board-desk/figures')
    await shen.tap('爱博四村')
    await shen.shown.getByLabel('分类实效').locator('input').or(shen.shown.locator('input[aria-label="分类实效"]')).first().fill('39.7')
    await shen.press('button', '保存成绩')
    await shen.shown.getByRole('button', { name: '保存成绩' }).waitFor({ state: 'detached' })
    await shen.press('button', /^交审核（/)
    await shen.fill(/抽查分录错了/, '爱博四村分类实效录错了')
    await shen.press('button', '确认交审核')
    await shen.see(/已经交审核，成绩不再变动/)
    await publish()
    await toSorting()
    await wang.see('更正过：爱博四村分类实效录错了')
    await wang.press('button', /^更正过/)
    await wang.see(/第 3 名 98\.5 分 → 第 \d 名 98\.7 分/)
  })

  test('when 王阿姨 rates the fifth closed matter, then the board of joint handling moves at once', async () => {
    const resident = await town.as('resident')
    const reports = []
    for (let at = 0; at < 5; at += 1) reports.push(await inState(town, 'closed'))
    const rate = (id: string) => resident.ok('POST /reports/:id/rating', { params: { id }, body: { stars: 5 } })
    for (const { id } of reports.slice(0, 4)) await rate(id)
    await wang.go(`/pages/board/board/index?town=310112008&code=COOP.RA&period=2026-11&unit=310112008012`)
    await wang.on('board/board')
    await wang.see(handling)
    await wang.see(/还在统计/)
    await wang.see(/不到 5 次，太少了不好比，先不排名。/)
    await rate(reports[4]?.id as string)
    // Figures of records are kept for a moment.
    town.at(5000)
    await wang.page.reload()
    await wang.on('board/board')
    await wang.shown.getByLabel('第 1 名').first().waitFor()
    expect([shen, xu, wang].flatMap(({ faults }) => faults)).toEqual([])
  })
})
