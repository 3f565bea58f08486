import { screen, waitFor, within } from '@testing-library/react'
import { periodText } from '@/lib/periods'
import { call } from '@/lib/request'
import Board from '@/pages/board/board'
import { abo4, defineBoard, month, nameEnterprises, publish, sorting, town } from '../helpers/client/boards'
import { phone } from '../helpers/client/phone'
import { fill, nextScreen, press, see, show, signInAs, signInAsNewcomer, signOut } from '../helpers/client/screen'

const rows = () => [...document.querySelectorAll<HTMLElement>('#board-rows .board-row')]
const names = () => rows().map((row) => row.querySelector('.grow')?.firstChild?.textContent)
const openSorting = (params: Record<string, string> = {}) => show(<Board />, { town, code: sorting, ...params })

describe('the board of where one lives', () => {
  beforeEach(() => signInAs('resident'))

  test('when 王阿姨 opens it, then her area comes first: rank, move, score, the next, the line, why, and who is around', async () => {
    openSorting()
    expect(await screen.findByLabelText('第 5 名')).toHaveClass('number')
    await see('离第 4 名（航华一村第五）差 0.3 分')
    expect(screen.getByText('升 2 位')).toBeVisible()
    expect(screen.getByText('比上月 +1.2 分')).toBeVisible()
    expect(screen.getByLabelText(/^爱博四村近 12 期名次：.+，\d+月第 5 名$/)).toBeVisible()
    expect(screen.getByLabelText('分类实效占 40%，得 38.2 分')).toBeVisible()
    const around = within(screen.getByText('前后几名').closest('.card') as HTMLElement).getAllByRole('link')
    expect(around.map((row) => row.getAttribute('aria-label')?.split('，').slice(0, 2).join(' '))).toEqual([
      '第 3 名 锦绣江南家园',
      '第 4 名 航华一村第五',
      '第 5 名 爱博四村',
      '第 5 名 沙茂',
      '第 7 名 万科润园',
    ])
    await press('看详情')
    expect(await nextScreen()).toBe(`/pages/board/unit/index?town=${town}&code=${sorting}&period=${month}&unit=${abo4}`)
    await press('看完整榜单')
    expect(phone.asked).toContainEqual(expect.objectContaining({ name: 'pageScrollTo', selector: '#whole-board' }))
  })

  test('when the whole board is read, then the first three have a medal and its word, and a row leads to its unit', async () => {
    openSorting()
    await see('58 个有名次')
    const spoken = rows().map((row) => row.getAttribute('aria-label'))
    expect(spoken[0]).toMatch(/^第 1 名，申贵路，97\.4，没变，冠军$/)
    expect(spoken[1]).toMatch(/亚军$/)
    expect(spoken[2]).toMatch(/季军$/)
    expect(spoken[3]).not.toMatch(/军/)
    await press(/^第 1 名，申贵路/)
    expect(await nextScreen()).toContain('/pages/board/unit/index?')
  })

  test('when a name is typed, or its pinyin, then those are listed; when nobody has it, then all are one tap away', async () => {
    openSorting()
    await see('58 个有名次')
    await fill('按名字找', 'aibo')
    await waitFor(() => expect(names()).toEqual(expect.arrayContaining(['爱博四村', '爱博二村'])))
    await waitFor(() => expect(names().every((name) => name?.includes('爱博'))).toBe(true))
    await fill('按名字找', '没有这个村')
    await see('没有找到“没有这个村”')
    await press('看全部')
    await waitFor(() => expect(names()).toContain('申贵路'))
  })

  test('when another period is chosen, then all of the page is of that period, and its address too', async () => {
    openSorting()
    await press(`${periodText(month)}，换一期`)
    await see('月月比')
    expect(screen.getByText('季季评')).toBeVisible()
    const earlier = (await call('GET /boards/:code', { params: { code: sorting }, query: { town, limit: 1 } })).periods[1] ?? ''
    await press(periodText(earlier))
    await see(`${periodText(earlier)} ▾`)
    await screen.findByLabelText('第 7 名')
    expect(phone.share()).toEqual({ title: expect.stringContaining('垃圾分类'), path: expect.stringContaining(`period=${earlier}`) })
    expect(phone.share().path).not.toContain('unit=')
  })

  test('when the rule, the figures and the other boards are asked for, then they unfold in place', async () => {
    openSorting()
    await press('看规则')
    await see('· 排的是居民区。')
    expect(screen.getByText(/^满分 100：/)).toBeVisible()
    await press(/看数字$/)
    await see('第 5 名 · 94.6')
    await press('别的榜')
    await press('物业管理红黑榜')
    expect(await nextScreen()).toMatch(/^\/pages\/board\/board\/index\?town=310112008&code=PROP\.REDBLACK&unit=CP/)
  })

  test('when the network is lost, then what is there stays and it is said; when it is back, then it is read anew', async () => {
    openSorting()
    await screen.findByLabelText('第 5 名')
    phone.setNetwork('off')
    phone.happen('pullDown')
    await waitFor(() => expect(screen.getAllByText('网络连不上，请检查网络后再试。').length).toBeGreaterThan(0), { timeout: 9000 })
    expect(screen.getByLabelText('第 5 名')).toBeVisible()
    phone.setNetwork('on')
    await press('重试')
    await waitFor(() => expect(screen.queryByText('网络连不上，请检查网络后再试。')).toBeNull())
  }, 20_000)
})

describe('a board of a hundred and thirty', () => {
  let code: string
  const count = 130
  const nameOf = (at: number) => `第${String(at + 1).padStart(3, '0')}号商户`

  beforeAll(async () => {
    const units = Array.from({ length: count }, (_, at) => [`E-${String(at).padStart(3, '0')}`, nameOf(at)] as const)
    await nameEnterprises(Object.fromEntries(units))
    code = await defineBoard({ name: '一百三十家' })
    await publish(code, Object.fromEntries(units.map(([unit], at) => [unit, String(100 - at * 0.5)])))
  })

  test('when one scrolls, then more is read, few rows are drawn at any time, and the last one is reached', async () => {
    await signInAs('resident')
    show(<Board />, { town, code })
    await see(/^130 个有名次/)
    await waitFor(() => expect(names()[0]).toBe(nameOf(0)))
    const seen = new Set(names())
    const asked = () => phone.sent.filter((call) => call === `GET /boards/${code}`).length
    expect(asked()).toBe(1)
    for (let at = 0; at < count; at += 8) {
      phone.scrollTo(at * 60)
      await waitFor(() => expect(names()).toContain(nameOf(Math.min(at + 8, count - 1))))
      expect(rows().length).toBeLessThanOrEqual(58)
      for (const name of names()) seen.add(name)
    }
    expect(asked()).toBe(2)
    for (let at = 0; at < count; at += 1) expect(seen).toContain(nameOf(at))
    await press('回到最上面')
    expect(phone.asked).toContainEqual(expect.objectContaining({ name: 'pageScrollTo', scrollTop: 0 }))
  })

  test('when the next page does not come, then it says so at the end, and goes on when asked', async () => {
    await signInAs('resident')
    show(<Board />, { town, code })
    await waitFor(() => expect(names()[0]).toBe(nameOf(0)))
    phone.setNetwork('off')
    phone.scrollTo(70 * 60)
    await waitFor(() => expect(screen.getByText('重试')).toBeVisible(), { timeout: 9000 })
    phone.setNetwork('on')
    await press('重试')
    phone.scrollTo(100 * 60)
    await waitFor(() => expect(names()).toContain(nameOf(110)))
  }, 20_000)
})

describe('what else a board says', () => {
  test('when figures were corrected, then why is read at the top, and what changed one tap below', async () => {
    await nameEnterprises({ 'C-1': '更正甲店', 'C-2': '更正乙店' })
    const code = await defineBoard({ name: '更正榜' })
    await publish(code, { 'C-1': '90', 'C-2': '80' })
    await publish(code, { 'C-2': '95.5' }, '乙店的分数抄错了行')
    await signOut()
    show(<Board />, { town, code })
    await see('更正过：乙店的分数抄错了行')
    await press(/看改了什么$/)
    await see('改了 2 个：')
    expect(screen.getByText('第 2 名 80.0 分 → 第 1 名 95.5 分')).toBeVisible()
    expect(names().slice(0, 2)).toEqual(['更正乙店', '更正甲店'])
  })

  test('when a unit has no figures or too few, then it stands below the ranks, and its place says why', async () => {
    await signInAs('resident')
    const { periods } = await call('GET /boards/:code', { params: { code: 'COOP.RA' }, query: { town, limit: 1 } })
    show(<Board />, { town, code: 'COOP.RA', period: periods[0] ?? '' })
    await see(/^还在统计，/)
    const apart = rows().map((row) => row.getAttribute('aria-label') ?? '')
    expect(apart.filter((words) => words.startsWith('不排名')).length).toBeGreaterThan(0)
    expect(document.querySelectorAll('.board-apart')).toHaveLength(1)
    expect(screen.getAllByText(/^(次数不够|没有成绩)$/).length).toBeGreaterThan(0)
  })

  test('when nothing has been published yet, or there is no such board, then it says so and leads on', async () => {
    const code = await defineBoard({ name: '还没开始的榜' })
    await signOut()
    const { unmount } = show(<Board />, { town, code })
    await see('还没有发布过')
    unmount()
    show(<Board />, { town, code: 'NOTHING' })
    await see('没有这个榜单')
    await press('看别的榜单')
    expect(await nextScreen()).toBe('/pages/board/home/index')
  })

  test('when nobody is signed in, then the board is there, with the way to one’s own place', async () => {
    await signOut()
    openSorting()
    await see('58 个有名次')
    expect(screen.queryByText('前后几名')).toBeNull()
    await press('登录')
    expect(await nextScreen()).toBe('/pages/account/sign-in/index')
  })

  test('when somebody has no home yet, then the way to choose it is there', async () => {
    await signInAsNewcomer()
    openSorting()
    await press('选我住的居民区')
    expect(await nextScreen()).toBe('/pages/account/area/index')
  })

  test('when nothing can be loaded, then the page says so and offers to try again', async () => {
    await signInAs('resident')
    phone.setNetwork('off')
    openSorting()
    await waitFor(() => expect(screen.getByText('没有加载出来')).toBeVisible(), { timeout: 9000 })
    phone.setNetwork('on')
    await press('重试')
    await screen.findByLabelText('第 5 名')
  }, 20_000)
})
