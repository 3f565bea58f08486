import type { BoardDefinition } from '../../contract/board'
import {
  define,
  definition,
  type EntryBody,
  enter,
  listed,
  look,
  parts,
  publish,
  submit,
  tryEnter,
  tryPublish,
  trySubmit,
} from '../helpers/boards'
import { aiboBranch } from '../helpers/branch'
import { inState, snap } from '../helpers/reports'
import { type Caller, TestTown } from '../helpers/server'
import { said } from '../helpers/study'

const month = '2026-10'
let town: TestTown
let shen: Caller
let xu: Caller
beforeAll(async () => {
  town = await TestTown.open('2026-11-20T09:00:00+08:00')
  shen = await town.as('board_editor')
  xu = await town.as('board_reviewer')
})
afterAll(() => town.close())

const open = (code: string, period: string, key?: string) =>
  shen.call('POST /boards/:code/drafts', { params: { code }, body: { period }, ...(key ? { key } : {}) })
const remove = (code: string, unitCode: string) =>
  shen.call('DELETE /boards/:code/drafts/:period/entries/:unitCode', { params: { code, period: month, unitCode } })
const sendBack = (caller: Caller, code: string, note: string) =>
  caller.call('POST /boards/:code/drafts/:period/return', { params: { code, period: month }, body: { note } })

describe('a period', () => {
  test('when 小沈 begins it, then it is empty, in the list, and hers alone to begin', async () => {
    await define(town, 'OPEN')
    const draft = (await open('OPEN', month)).body
    expect(draft).toMatchObject({ boardCode: 'OPEN', period: month, revision: 1, state: 'draft', units: 0, reason: null, own: false })
    expect(listed(await look(shen, 'OPEN', month))).toEqual(['东村', '西村', '南村', '北村'].map((name) => `no_figures ${name} -`))
    expect(said(await open('OPEN', month))).toBe('409 board-draft-exists')
    const { items } = await xu.ok('GET /boards/drafts', { query: { limit: 1 } })
    expect(items).toEqual([draft])
  })

  test('when it is begun twice at once, then once, and the repeat of a request is no second one', async () => {
    await define(town, 'TWICE')
    const answers = await Promise.all([open('TWICE', month), open('TWICE', month)])
    expect(answers.map(said).sort()).toEqual(['201', '409 board-draft-exists'])
    const again = await Promise.all([open('TWICE', '2026-09', 'the-same-key'), open('TWICE', '2026-09', 'the-same-key')])
    expect(again.map(said)).toEqual(['201', '201'])
  })

  test('when figures come in before anybody began it, then they begin it, two at once too', async () => {
    await define(town, 'BOTH')
    const answers = await Promise.all(['A', 'B', 'C'].map((unit) => tryEnter(shen, 'BOTH', month, unit, '90')))
    expect(answers.map(said)).toEqual(['200', '200', '200'])
    expect((await look(shen, 'BOTH', month)).draft).toMatchObject({ revision: 1, units: 3, own: true })
  })

  test.each([
    ['the board has none like it', '2026-Q3', '422 board-period'],
    ['it has not begun', '2026-12', '422 board-period'],
    ['it is none', '2026-13', '400 input-invalid'],
    ['it is none', '2026-10-01', '400 input-invalid'],
  ])('when %s, then it is not begun', async (_, period, code) => {
    await define(town, 'PERIODS', { version: 0 }).catch(() => undefined)
    expect([said(await open('PERIODS', period)), said(await tryEnter(shen, 'PERIODS', period, 'A', '90'))]).toEqual([code, code])
  })

  test('when it is not over, then figures may come in, but are not handed in', async () => {
    await define(town, 'RUNNING')
    await enter(town, 'RUNNING', '2026-11', { A: '90' })
    expect(said(await trySubmit(shen, 'RUNNING', '2026-11'))).toBe('422 board-period-running')
  })

  test('when drafts are many, then the list goes on where it stopped, changed last first', async () => {
    const first = await shen.ok('GET /boards/drafts', { query: { limit: 3 } })
    const rest = await shen.ok('GET /boards/drafts', { query: { limit: 100, cursor: first.nextCursor as string } })
    const all = await shen.ok('GET /boards/drafts', { query: { limit: 100 } })
    expect([...first.items, ...rest.items]).toEqual(all.items)
    expect(all.items.map(({ changedAt }) => changedAt)).toEqual(
      all.items
        .map(({ changedAt }) => changedAt)
        .sort()
        .reverse(),
    )
  })
})

describe('figures by hand', () => {
  test('when parts, a sample, a veto, words and pictures are written, then they show with the ranks they give', async () => {
    const vetoes = [{ key: 'mixed', name: '混装混运', cap: '59' }]
    await define(town, 'HAND', { parts, vetoes, minimumSample: 5 })
    const evidence = await snap(shen)
    await enter(town, 'HAND', month, {
      A: { figures: { site: '９０', rate: '45.50' }, sample: 12, note: ' 10月12日现场检查 ', photoIds: [evidence] },
      B: { figures: { site: '100', rate: '50' }, sample: 4 },
      C: { figures: { site: '99.9', rate: '50' }, sample: 5, vetoes: ['mixed'] },
    })
    const { items, draft } = await look(xu, 'HAND', month)
    expect(listed({ items })).toEqual(['1 东村 90.4', '2 南村 59.0', 'few 西村 -', 'no_figures 北村 -'])
    expect(items[0]).toMatchObject({
      ...{ unitCode: 'A', figures: { site: '90', rate: '45.5' }, sample: 12, vetoes: [], note: '10月12日现场检查', before: null },
      photos: [{ id: evidence }],
    })
    expect(items[1]).toMatchObject({ vetoes: ['mixed'], reason: '一票否决：混装混运' })
    expect(draft).toMatchObject({ units: 3, own: false })
  })

  test('when figures are written anew without pictures named, then those stay; when others are named, the first are given up', async () => {
    await define(town, 'PICTURES')
    const [one, two] = [await snap(shen), await snap(shen)]
    await enter(town, 'PICTURES', month, { A: { figures: { score: '90' }, photoIds: [one] } })
    await enter(town, 'PICTURES', month, { A: '91' })
    const photos = async () => (await look(shen, 'PICTURES', month)).items[0]?.photos.map(({ id }) => id)
    expect(await photos()).toEqual([one])
    await enter(town, 'PICTURES', month, { A: { figures: { score: '91' }, photoIds: [two] } })
    expect(await photos()).toEqual([two])
    const taken = await town.db.selectFrom('photos').select(['id', 'taken_by']).where('id', 'in', [one, two]).orderBy('id').execute()
    expect(taken).toEqual([
      { id: one, taken_by: null },
      { id: two, taken_by: 'board' },
    ])
    const foreign = await snap(xu)
    const answer = await tryEnter(shen, 'PICTURES', month, 'B', { figures: { score: '1' }, photoIds: [foreign] })
    expect(said(answer)).toBe('422 photo-not-usable')
    expect((await look(shen, 'PICTURES', month)).draft.units).toBe(1)
  })

  test('when a unit is taken out, then its figures and pictures are gone; twice, then there are none', async () => {
    await define(town, 'OUT')
    const evidence = await snap(shen)
    await enter(town, 'OUT', month, { A: { figures: { score: '90' }, photoIds: [evidence] }, B: '80' })
    expect(said(await remove('OUT', 'A'))).toBe('200')
    expect(listed(await look(shen, 'OUT', month))[0]).toBe('1 西村 80.0')
    expect((await town.db.selectFrom('photos').select('taken_by').where('id', '=', evidence).execute())[0]?.taken_by).toBeNull()
    expect(said(await remove('OUT', 'A'))).toBe('404 board-entry-unknown')
  })

  const bad = (figures: Record<string, string>, more: Partial<EntryBody> = {}): EntryBody => ({ figures, ...more })
  test.each<[string, string, EntryBody, string]>([
    ['98,5', 'A', bad({ site: '98,5', rate: '1' }, { sample: 9 }), '422 board-figures'],
    ['NaN', 'A', bad({ site: 'NaN', rate: '1' }, { sample: 9 }), '422 board-figures'],
    ['1e308', 'A', bad({ site: '1e308', rate: '1' }, { sample: 9 }), '422 board-figures'],
    ['more than is full', 'A', bad({ site: '100', rate: '50.1' }, { sample: 9 }), '422 board-figures'],
    ['less than nothing', 'A', bad({ site: '-1', rate: '50' }, { sample: 9 }), '422 board-figures'],
    ['nothing', 'A', bad({}, { sample: 9 }), '422 board-figures'],
    ['a part of its own', 'A', bad({ site: '1', rate: '1', other: '1' }, { sample: 9 }), '422 board-figures'],
    ['no sample', 'A', bad({ site: '1', rate: '1' }), '422 board-sample'],
    ['a veto of its own', 'A', bad({ site: '1', rate: '1' }, { sample: 9, vetoes: ['other'] }), '422 board-veto'],
    ['a unit of its own', 'Z', bad({ site: '1', rate: '1' }, { sample: 9 }), '404 board-unit-unknown'],
    ['a unit that is text gone wrong', 'a\u0000b', bad({ site: '1', rate: '1' }, { sample: 9 }), '400 text-invalid'],
  ])('when somebody writes %s, then the word says what is wrong, and no draft is begun', async (_, unitCode, body, code) => {
    await define(town, 'BAD', { parts, minimumSample: 5 }).catch(() => undefined)
    const answer = await tryEnter(shen, 'BAD', month, unitCode, body)
    expect(said(answer)).toBe(code)
    expect(answer.problem.detail).toMatch(/[\u4e00-\u9fff]/)
    expect(said(await shen.call('GET /boards/:code/drafts/:period', { params: { code: 'BAD', period: month } }))).toBe(
      '404 board-draft-unknown',
    )
  })

  test('when the board is a group or somewhere else, then nothing is written', async () => {
    await shen.ok('PUT /boards/:code/definition', { params: { code: 'JUSTGROUP' }, body: definition({ unitKind: null, periodKinds: [] }) })
    expect(said(await tryEnter(shen, 'JUSTGROUP', month, 'A', '90'))).toBe('422 board-group')
    expect(said(await open('NOWHERE', month))).toBe('404 board-unknown')
  })
})

describe('handing in', () => {
  test('when a draft is handed in, then its figures and the board stand still, until it comes back with a word', async () => {
    await define(town, 'STILL', { decimals: 1 })
    const draft = await submit(town, 'STILL', month, { A: '90', B: '80' })
    expect(draft).toMatchObject({ state: 'in_review', submittedBy: '小沈', own: true })
    const seen = await look(xu, 'STILL', month)
    expect(said(await tryEnter(shen, 'STILL', month, 'A', '99'))).toBe('409 board-draft-in-review')
    expect(said(await remove('STILL', 'A'))).toBe('409 board-draft-in-review')
    expect(said(await trySubmit(shen, 'STILL', month))).toBe('409 board-draft-in-review')
    await shen.ok('PUT /boards/:code/definition', { params: { code: 'STILL' }, body: definition({ version: 1, decimals: 2 }) })
    expect(await look(xu, 'STILL', month)).toEqual(seen)

    expect(said(await sendBack(xu, 'STILL', ' \u200b'))).toBe('422 board-return-note')
    expect((await sendBack(xu, 'STILL', '东村的数请核对')).body).toMatchObject({ state: 'returned', note: '东村的数请核对' })
    expect(said(await sendBack(xu, 'STILL', '再退一次'))).toBe('409 board-draft-not-in-review')
    const [letter] = (await shen.ok('GET /inbox')).items
    expect(letter).toMatchObject({ title: '村、公司先进榜2026年10月退回了', body: expect.stringContaining('东村的数请核对') })
    await enter(town, 'STILL', month, { A: '70' })
    expect(listed(await look(xu, 'STILL', month)).slice(0, 2)).toEqual(['1 西村 80.00', '2 东村 70.00'])
    expect((await trySubmit(shen, 'STILL', month)).body).toMatchObject({ state: 'in_review', note: null })
  })

  test('when there are no figures, or the board asks for others by now, then it is not handed in', async () => {
    await define(town, 'EMPTY')
    expect(said(await trySubmit(shen, 'EMPTY', month))).toBe('404 board-draft-unknown')
    await open('EMPTY', month)
    expect(said(await trySubmit(shen, 'EMPTY', month))).toBe('422 board-draft-empty')
    await enter(town, 'EMPTY', month, { A: '90' })
    await shen.ok('PUT /boards/:code/definition', { params: { code: 'EMPTY' }, body: definition({ version: 1, parts }) })
    const answer = await trySubmit(shen, 'EMPTY', month)
    expect(said(answer)).toBe('422 board-figures')
    expect(answer.problem.errors?.map(({ message }) => message)).toEqual([
      '东村：现场检查：没有填',
      '东村：按时率：没有填',
      '东村：这个榜没有这一项',
    ])
  })

  test('when somebody is on the black list without a reason, then they are named, and it is not handed in', async () => {
    await define(town, 'BLACK', { redLine: '90', blackLine: '60' })
    await enter(town, 'BLACK', month, { A: '90', B: '60', C: '60.1' })
    const answer = await trySubmit(shen, 'BLACK', month)
    expect([said(answer), answer.problem.errors]).toEqual(['422 board-reason', [{ path: 'entries/B', message: '西村：请写进黑榜的原因' }]])
    await enter(town, 'BLACK', month, { B: { figures: { score: '60' }, reason: '垃圾房长期未清运' } })
    expect(said(await trySubmit(shen, 'BLACK', month))).toBe('201')
    const { items } = await look(xu, 'BLACK', month)
    expect(items.map(({ unitCode, mark, reason }) => [unitCode, mark, reason])).toEqual([
      ['A', 'red', null],
      ['C', null, null],
      ['B', 'black', '垃圾房长期未清运'],
      ['D', null, null],
    ])
  })
})

describe('a quarter that is the mean of its months', () => {
  const quarter = '2026-Q3'
  const mean: Partial<BoardDefinition> = { periodKinds: ['month', 'quarter', 'half'], longPeriod: 'mean', decimals: 2, parts }
  const figures = (site: string): EntryBody => ({ figures: { site, rate: '50' } })

  test('when its months are out, then it is their mean, exactly, without those who lack one, and nobody writes it', async () => {
    await define(town, 'MEAN', mean)
    await publish(town, 'MEAN', '2026-07', { A: figures('90'), B: figures('80'), C: figures('70') })
    const early = await open('MEAN', quarter)
    expect([said(early), early.problem.detail]).toEqual(['422 board-months', expect.stringContaining('2026年8月、2026年9月')])
    await publish(town, 'MEAN', '2026-08', { A: figures('90'), B: figures('80.01') })
    await publish(town, 'MEAN', '2026-09', { A: figures('90.02'), B: figures('80'), C: figures('70') })
    expect((await open('MEAN', quarter)).body).toMatchObject({ units: 2, revision: 1 })
    // 94.00, 94.00, 94.01 and 88.00, 88.01, 88.00
    expect(listed(await look(xu, 'MEAN', quarter))).toEqual(['1 东村 94.00', '2 西村 88.00', 'no_figures 南村 -', 'no_figures 北村 -'])
    expect(said(await tryEnter(shen, 'MEAN', quarter, 'A', '99'))).toBe('422 board-computed')
    expect(said(await tryEnter(shen, 'MEAN', quarter, 'A', { figures: {}, note: '季评' }))).toBe('200')
    expect((await look(xu, 'MEAN', quarter)).items[0]).toMatchObject({ figures: { score: '94.003333' }, note: '季评' })
  })

  test('when a month is corrected before it is handed in, then it has the corrected one; after that it stands', async () => {
    await publish(town, 'MEAN', '2026-08', { C: figures('70.03') }, '补上南村')
    expect(listed(await look(xu, 'MEAN', quarter))[2]).toBe('3 南村 82.01')
    const seen = await trySubmit(shen, 'MEAN', quarter).then(() => look(xu, 'MEAN', quarter))
    await publish(town, 'MEAN', '2026-07', { A: figures('0') }, '更正东村')
    expect(await look(xu, 'MEAN', quarter)).toEqual(seen)
    expect(said(await tryPublish(xu, 'MEAN', quarter, seen.digest))).toBe('201')
  })
})

describe('a board of records', () => {
  const records: Partial<BoardDefinition> = {
    ...{ unitKind: 'area', source: 'records', blackLine: '50', scoreUnit: '%' },
    parts: [{ key: 'good', name: '好评率', weight: '100', full: '100', measure: 'report_good_rate' }],
  }
  const rate = async (stars: number) => {
    const report = await inState(town, 'closed')
    await (await town.as('resident')).ok('POST /reports/:id/rating', { params: { id: report.id }, body: { stars } })
  }
  const aibo = async () => listed(await look(xu, 'COUNTED', month))[0]

  test('when a report is rated, then the draft has moved at the next look, until it is handed in; a reason is all that is written', async () => {
    town.at('2026-10-20T09:00:00+08:00')
    await define(town, 'COUNTED', records)
    await rate(5)
    expect((await open('COUNTED', month)).body).toMatchObject({ units: 1 })
    expect(await aibo()).toBe('1 爱博四村 100.0')
    await rate(1)
    await rate(2)
    expect(await aibo()).toBe('1 爱博四村 33.3')
    town.at('2026-11-20T09:00:00+08:00')
    expect(said(await trySubmit(shen, 'COUNTED', month))).toBe('422 board-reason')
    expect(said(await tryEnter(shen, 'COUNTED', month, '310112008012', { figures: { good: '100' } }))).toBe('422 board-computed')
    await enter(town, 'COUNTED', month, { '310112008012': { figures: {}, reason: '电梯久修不好' } })
    expect((await look(xu, 'COUNTED', month)).items[0]).toMatchObject({ score: '33.3', mark: 'black', reason: '电梯久修不好', sample: 3 })
    expect(said(await trySubmit(shen, 'COUNTED', month))).toBe('201')
    const seen = await look(xu, 'COUNTED', month)
    await town.db.updateTable('reports').set({ stars: 5 }).execute()
    expect(await look(xu, 'COUNTED', month)).toEqual(seen)
  })
})

describe('a board of persons', () => {
  test('when somebody takes the name back, then they are not in the draft any more; their id is in no answer', async () => {
    const [li, chen] = [await town.as('party_member'), await town.as('secretary')]
    for (const caller of [li, chen]) await caller.ok('PATCH /me', { body: { nameOnBoards: true } })
    await define(town, 'PEOPLE', { unitKind: 'person' })
    const { items: people } = await shen.ok('GET /boards/units', { query: { kind: 'person' } })
    expect(people.map(({ name }) => name).sort()).toEqual(['李强', '陈书记'])
    for (const { unitCode, name } of people) await enter(town, 'PEOPLE', month, { [unitCode]: name === '李强' ? '90' : '95' })
    const page = await look(xu, 'PEOPLE', month)
    expect(listed(page)).toEqual(['1 陈书记 95.0', '2 李强 90.0'])
    expect(JSON.stringify(page)).not.toMatch(new RegExp(`${li.personId}|${chen.personId}`))
    expect(page.items.map(({ unitCode }) => unitCode).sort()).toEqual(people.map(({ unitCode }) => unitCode).sort())
    expect(said(await tryEnter(shen, 'PEOPLE', month, li.personId, '99'))).toBe('404 board-unit-unknown')

    await chen.ok('PATCH /me', { body: { nameOnBoards: false } })
    expect(listed(await look(xu, 'PEOPLE', month))).toEqual(['1 李强 90.0'])
    expect(said(await trySubmit(shen, 'PEOPLE', month))).toBe('201')
    const kept = await town.db
      .selectFrom('board_entries as n')
      .innerJoin('board_editions as e', 'e.id', 'n.edition_id')
      .select('n.unit_code')
      .where('e.board_code', '=', 'PEOPLE')
      .execute()
    expect(kept).toEqual([{ unit_code: li.personId }])
  })
})

test('when a board ranks branches of the whole district, then those of other towns are on it too', async () => {
  await define(town, 'DISTRICT', { unitKind: 'branch', reach: 'district' })
  await enter(town, 'DISTRICT', month, { [aiboBranch]: '90', 'DZB-310112107015': '91' })
  expect(listed(await look(shen, 'DISTRICT', month)).slice(0, 2)).toEqual(['1 锦绣江南党支部(示例) 91.0', '2 爱博四村党支部 90.0'])
})
