import type { BoardPage } from '../../contract/board'
import { define, openBoards, publish } from '../helpers/boards'
import { inState, lift } from '../helpers/reports'
import type { Caller, TestTown } from '../helpers/server'
import { said } from '../helpers/study'

const [xinhong, hongqiao] = ['310112008', '310112107']
const areas = { code: 'GARB.RA.TOP' }
const aibo = { ...areas, unitCode: '310112008012' }

let town: TestTown
let guest: Caller
beforeAll(async () => {
  town = await openBoards()
  guest = town.guest
})
afterAll(() => town.close())

const page = (code: string, query: { period?: string; q?: string; cursor?: string; limit?: number; town?: string } = {}) =>
  guest.ok('GET /boards/:code', { params: { code }, query })
const names = ({ items }: Pick<BoardPage, 'items'>) => items.map(({ name }) => name)

describe('the list of boards', () => {
  test('when somebody looks without signing in, then the boards of the first town are there, groups before theirs, each with its leader', async () => {
    const { town: shown, items } = await guest.ok('GET /boards')
    expect(shown).toEqual({ code: xinhong, name: '新虹街道' })
    expect(items.map(({ code }) => code)).toEqual([
      ...['GARB', 'GARB.RA.TOP', 'GARB.VC.TOP', 'GARB.CMP.GAIN', 'GARB.ENT.GAIN', 'COOP', 'COOP.RA', 'COOP.VC', 'COOP.DEPT', 'LIFT'],
      ...['STATION', 'STUDY', 'STUDY.PERSON', 'STUDY.RISE', 'STUDY.ORG', 'ECON', 'PROP.REDBLACK'],
    ])
    expect(items[0]).toMatchObject({ unitKind: null, live: false, latest: null })
    expect(items[1]).toMatchObject({ parentCode: 'GARB', unitKind: 'area', live: false, latest: { period: '2026-10', leader: '申贵路' } })
    expect(items.find(({ code }) => code === 'COOP.RA')?.live).toBe(true)
    expect(items.find(({ code }) => code === 'ECON')?.latest?.period).toBe('2026-09')
  })

  test('when 何先生 of 虹桥镇 looks, then he sees those of his town, others where he names another, and no town that is not open', async () => {
    const he = await town.as('outsider')
    expect((await he.ok('GET /boards')).town.code).toBe(hongqiao)
    expect((await he.ok('GET /boards', { query: { town: xinhong } })).town.code).toBe(xinhong)
    expect((await he.ok('GET /boards/:code', { params: areas })).edition?.ranked).toBe(39)
    const nowhere = { town: '310112999' }
    const unit = { params: aibo, query: nowhere }
    expect([
      said(await he.call('GET /boards', { query: nowhere })),
      said(await he.call('GET /boards/:code', { params: areas, query: nowhere })),
      said(await he.call('GET /boards/:code/units/:unitCode', unit)),
      said(await he.call('GET /boards/:code/export', { params: areas, query: nowhere })),
    ]).toEqual(Array(4).fill('404 town-unknown'))
  })
})

describe('a board', () => {
  test('when its page is read, then it stands as it was published, with what one can choose from, newest first', async () => {
    const { board, edition, periods, items, nextCursor } = await page('GARB.RA.TOP')
    expect(board).toMatchObject({ name: '居民区垃圾分类先进排行榜', reach: 'district', parts: [{ weight: '40' }, {}, {}] })
    expect(edition).toEqual({
      ...{ period: '2026-10', state: 'published', revision: 1, at: '2026-11-05T02:00:00Z', ranked: 58, apart: 0, corrections: [] },
    })
    expect(periods.slice(0, 6)).toEqual(['2026-10', '2026-09', '2026-Q3', '2026-08', '2026-07', '2026-06'])
    expect(items.slice(4, 6)).toMatchObject([
      { unitCode: aibo.unitCode, rank: 5, score: '94.6', change: '1.2', rankChange: 2, mark: null, reason: null, appealed: false },
      { name: '沙茂', rank: 5 },
    ])
    expect([items.length, nextCursor]).toEqual([58, null])
    expect((await page('GARB.RA.TOP', { period: '2026-Q3' })).items.find(({ name }) => name === '爱博四村')?.score).toBe('93.1')
  })

  test('when it is read page by page, then each unit comes once, in its order', async () => {
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const part = await page('GARB.RA.TOP', { limit: 20, ...(cursor ? { cursor } : {}) })
      seen.push(...names(part))
      cursor = part.nextCursor ?? undefined
    } while (cursor)
    expect(seen).toEqual(names(await page('GARB.RA.TOP')))
  })

  test.each([
    ['爱博四', ['爱博四村']],
    ['aibosi', ['爱博四村']],
    ['ABSC', ['爱博四村', '爱博三村']],
    ['爱波四村', ['爱博四村']],
    ['没有的村', []],
  ])('when 王阿姨 looks for %s, then she finds it by name, sound or initials', async (q, found) => {
    expect(names(await page('GARB.RA.TOP', { q }))).toEqual(found)
  })

  test('when a phone has the page, then it is not sent again, until something about it changes', async () => {
    const url = '/api/v1/boards/PROP.REDBLACK'
    const etagOf = async () => String((await town.app.inject({ url })).headers.etag)
    const again = async (etag: string) => (await town.app.inject({ url, headers: { 'if-none-match': etag } })).statusCode
    const etag = await etagOf()
    expect(await again(etag)).toBe(304)
    const zhou = await town.as('property')
    const params = { code: 'PROP.REDBLACK', unitCode: 'CP31011200801201' }
    await zhou.ok('POST /boards/:code/units/:unitCode/appeals', {
      ...{ params, query: { town: xinhong } },
      body: { period: '2026-Q2', text: '二季度的报修也请核对。', photoIds: [] },
    })
    expect(await again(etag)).toBe(304)
    const before = await page('PROP.REDBLACK', { period: '2026-Q2' })
    expect(before.items.filter(({ appealed }) => appealed).map(({ unitCode }) => unitCode)).toEqual([params.unitCode])
  })

  test('when a period comes out, or is corrected, then the next look shows it', async () => {
    await define(town, 'NEW')
    expect(await page('NEW')).toMatchObject({ edition: null, periods: [], items: [], nextCursor: null, board: { name: '村、公司先进榜' } })
    await publish(town, 'NEW', '2026-09', { A: '90', B: '80' })
    expect((await page('NEW')).edition).toMatchObject({ period: '2026-09', revision: 1 })
    await publish(town, 'NEW', '2026-10', { A: '91', B: '80' })
    expect(await page('NEW')).toMatchObject({ edition: { period: '2026-10' }, periods: ['2026-10', '2026-09'] })
    await publish(town, 'NEW', '2026-10', { B: '95' }, '西村的分数填错了。')
    const { edition, items } = await page('NEW')
    expect(edition).toMatchObject({ revision: 2, corrections: [{ revision: 2, reason: '西村的分数填错了。', changed: 2 }] })
    expect(items[0]).toMatchObject({ name: '西村', rank: 1, score: '95.0' })
    const unit = await guest.ok('GET /boards/:code/units/:unitCode', { params: { code: 'NEW', unitCode: 'B' } })
    expect(unit.line).toEqual([
      { period: '2026-09', rank: 2, score: '80.0', ranked: 2 },
      { period: '2026-10', rank: 1, score: '95.0', ranked: 2 },
    ])
    expect(unit.edition.corrections[0]?.changes[0]).toMatchObject({ name: '西村', from: { rank: 2 }, to: { rank: 1 } })
  })

  test('when what is asked for is not out, or is none, then a clear answer says so, and a draft is not there', async () => {
    const ask = async (code: string, query = {}) => said(await guest.call('GET /boards/:code', { params: { code }, query }))
    expect(await ask('NO.SUCH')).toBe('404 board-unknown')
    expect(await ask('GARB')).toBe('422 board-group')
    expect(await ask('ECON', { period: '2026-10' })).toBe('404 board-period-unknown')
    expect(await ask('GARB.RA.TOP', { period: '2026-11' })).toBe('404 board-period-unknown')
    expect(await ask('GARB.RA.TOP', { period: '2026-13' })).toBe('400 input-invalid')
    expect(await ask('GARB.RA.TOP', { cursor: 'nonsense' })).toBe('400 cursor-invalid')
    expect(await ask('GARB.RA.TOP', { limit: 201 })).toBe('400 input-invalid')
    const unit = async (code: string, unitCode: string, query = {}) =>
      said(await guest.call('GET /boards/:code/units/:unitCode', { params: { code, unitCode }, query }))
    expect(await unit('NO.SUCH', 'A')).toBe('404 board-unknown')
    expect(await unit('GARB', 'A')).toBe('422 board-group')
    expect(await unit('GARB.RA.TOP', 'A')).toBe('404 board-unit-unknown')
    expect(await unit('ECON', 'VC-310112008202', { period: '2026-10' })).toBe('404 board-period-unknown')
    expect(await unit('GARB.RA.TOP', aibo.unitCode, { period: '2024-01' })).toBe('404 board-period-unknown')
  })
})

describe('a unit', () => {
  const look = (code: string, unitCode: string, period?: string) =>
    guest.ok('GET /boards/:code/units/:unitCode', { params: { code, unitCode }, query: period ? { period } : {} })

  test('when 王阿姨 looks at her neighbourhood, then she sees where it stands, how far the next is, its neighbours, why, and a year', async () => {
    const { unit, parts, next, neighbours, line, sample, note, evidence, appeals } = await look('GARB.RA.TOP', aibo.unitCode)
    expect(unit).toMatchObject({ name: '爱博四村', rank: 5, score: '94.6', rankChange: 2 })
    expect(parts.map(({ name, weight, figure, adds }) => [name, weight, figure, adds])).toEqual([
      ['分类实效', '40', '38.2', '38.2'],
      ['设施与宣传', '30', '28.9', '28.9'],
      ['落地垃圾告警', '30', '27.5', '27.5'],
    ])
    expect(next).toEqual({ rank: 4, name: '航华一村第五', distance: '0.3' })
    expect(neighbours.map(({ name }) => name)).toEqual(['锦绣江南家园', '航华一村第五', '爱博四村', '沙茂', '万科润园'])
    expect([line.length, line[0], line.at(-1)]).toEqual([
      12,
      { period: '2025-11', rank: 10, score: '89.8', ranked: 58 },
      { period: '2026-10', rank: 5, score: '94.6', ranked: 58 },
    ])
    expect([sample, note, evidence, appeals]).toEqual([null, null, [], []])
  })

  test('when an earlier period is looked at, then its line ends there, and quarters stand by themselves', async () => {
    const { line } = await look('GARB.RA.TOP', aibo.unitCode, '2026-01')
    expect(line.map(({ period }) => period)).toEqual(['2025-11', '2025-12', '2026-01'])
    const quarter = await look('GARB.RA.TOP', aibo.unitCode, '2026-Q3')
    expect(quarter.line.map(({ period }) => period)).toEqual(['2026-Q1', '2026-Q2', '2026-Q3'])
    expect(quarter.parts).toEqual([])
  })

  test('when a unit leads, shares its rank or is listed apart, then what is next is told rightly', async () => {
    const [first] = (await page('GARB.RA.TOP')).items
    expect((await look('GARB.RA.TOP', first?.unitCode ?? '')).next).toBeNull()
    // 沙茂 shares the fifth place: above it are the fourth, not its equal.
    expect((await look('GARB.RA.TOP', '310112008005')).next).toMatchObject({ rank: 4, distance: '0.3' })
    const lifts = (await page('LIFT')).items
    const apart = lifts.find(({ standing }) => standing === 'no_figures')
    const { next, unit, line } = await look('LIFT', apart?.unitCode ?? '')
    expect([next, unit.rank, line.map(({ rank }) => rank)]).toEqual([null, null, [null, null, null]])
    const gains = (await page('GARB.CMP.GAIN')).items
    const third = await look('GARB.CMP.GAIN', gains[2]?.unitCode ?? '')
    expect(third.next?.distance).toBe((Number(gains[1]?.change) - Number(gains[2]?.change)).toFixed(1))
  })

  test('when a veto holds a unit down, then it says which and why', async () => {
    const { unit, vetoes } = await look('GARB.RA.TOP', '310112008210')
    expect([unit.score, vetoes, unit.reason]).toEqual(['60.0', ['混装混运'], expect.stringContaining('湿垃圾')])
  })

  test('when 周师傅 has appealed and was right, then word and answer stand beside the row, and the correction says what changed', async () => {
    const { unit, edition, appeals } = await look('PROP.REDBLACK', 'CP31011200801201')
    expect(unit).toMatchObject({ rank: 1, mark: 'red', appealed: true })
    expect(edition).toMatchObject({ revision: 2, at: '2026-10-10T07:00:00Z', corrections: [{ publishedAt: '2026-10-10T07:00:00Z' }] })
    expect(appeals).toMatchObject([{ state: 'accepted', photos: [], at: '2026-10-05T02:00:00Z', answeredAt: '2026-10-10T07:00:00Z' }])
    expect(JSON.stringify(appeals)).not.toContain('周师傅')
  })
})

describe('a live board', () => {
  test('when a matter of this month is rated, then the running period has moved at the next look, and nothing that is published', async () => {
    const running = { params: { code: 'COOP.RA' }, query: { period: '2026-11' } }
    const published = await page('COOP.RA')
    expect(published.periods.slice(0, 2)).toEqual(['2026-11', '2026-10'])
    const before = await guest.ok('GET /boards/:code', running)
    expect(before.edition).toMatchObject({ state: 'live', revision: 0, ranked: 0, apart: 19, at: town.now.toISOString() })
    const wang = await town.as('resident')
    for (const _ of [1, 2, 3, 4, 5]) {
      const { id } = await inState(town, 'closed', lift())
      await wang.ok('POST /reports/:id/rating', { params: { id }, body: { stars: 5 } })
    }
    const after = await guest.ok('GET /boards/:code', running)
    expect(after.items[0]).toMatchObject({ unitCode: aibo.unitCode, standing: 'ranked', rank: 1, score: '100.0' })
    const unit = await guest.ok('GET /boards/:code/units/:unitCode', {
      ...{ params: { code: 'COOP.RA', unitCode: aibo.unitCode }, query: running.query },
    })
    expect(unit.parts.map(({ figure, adds }) => [figure, adds])).toEqual([
      ['100', '60.0'],
      ['100', '40.0'],
    ])
    expect(unit).toMatchObject({ edition: { state: 'live' }, sample: 5, next: null })
    expect(unit.line.map(({ period }) => period)).toEqual(['2026-08', '2026-09', '2026-10', '2026-11'])
    expect(names({ items: unit.neighbours })[0]).toBe('爱博四村')
    expect(await page('COOP.RA')).toEqual(published)
    expect(names(await page('COOP.RA', { period: '2026-11', q: 'absc', limit: 1 }))).toEqual(['爱博四村'])
  })

  test('when a period of it is neither running nor out, then it is not there', async () => {
    for (const period of ['2026-12', '2026-05', '2026-Q4']) {
      expect(said(await guest.call('GET /boards/:code', { params: { code: 'COOP.RA' }, query: { period } }))).toBe(
        '404 board-period-unknown',
      )
    }
    const noUnit = await guest.call('GET /boards/:code/units/:unitCode', {
      params: { code: 'COOP.RA', unitCode: 'X' },
      query: { period: '2026-11' },
    })
    expect(said(noUnit)).toBe('404 board-unit-unknown')
  })
})

describe('the file', () => {
  test('when a board is taken along, then it is text that table programs read rightly, every figure exact, and nothing in it runs', async () => {
    await define(town, 'FILE', { parts: [{ key: 'site', name: '现场', weight: '100', full: '100', measure: null }] })
    await (await town.as('admin')).ok('PUT /boards/units/:kind/:unitCode', {
      ...{ params: { kind: 'village_company', unitCode: 'A' }, body: { name: '=HYPERLINK("http://x.cn","东村"),' } },
    })
    await publish(town, 'FILE', '2026-09', { A: { figures: { site: '90.05' } }, B: { figures: { site: '95' } } })
    await publish(town, 'FILE', '2026-10', { A: { figures: { site: '89' } }, B: { figures: { site: '95.25' } } })
    const answer = await guest.call('GET /boards/:code/export', { params: { code: 'FILE' } })
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(answer.headers['content-disposition']).toBe('attachment; filename="FILE-2026-10.csv"')
    expect(String(answer.body).split('\r\n').slice(0, 4)).toEqual([
      '\ufeff名次,编号,名称,得分（分）,比上期,名次变化,现场,红黑榜,说明',
      '1,B,西村,95.3,0.3,0,95.3,,',
      `2,A,"'=HYPERLINK(""http://x.cn"",""东村""),",89.0,-1.1,0,89.0,,`,
      ',C,南村,,,,,,没有数据',
    ])
  })

  test('when a period is not out, then there is no file of it', async () => {
    const ask = async (code: string, period?: string) =>
      said(await guest.call('GET /boards/:code/export', { params: { code }, query: period ? { period } : {} }))
    expect([await ask('ECON', '2026-10'), await ask('NO.SUCH'), await ask('GARB'), await ask('COOP.RA', '2026-11')]).toEqual([
      ...['404 board-period-unknown', '404 board-unknown', '422 board-group', '404 board-period-unknown'],
    ])
  })
})
