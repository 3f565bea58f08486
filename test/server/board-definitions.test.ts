import type { BoardDefinition } from '../../contract/board'
import { companies, define, definition, enter, parts } from '../helpers/boards'
import { type Caller, TestTown } from '../helpers/server'
import { said } from '../helpers/study'

let town: TestTown
let shen: Caller
beforeAll(async () => {
  town = await TestTown.open()
  shen = await town.as('board_editor')
})
afterAll(() => town.close())

const put = (code: string, changes: Partial<BoardDefinition>, caller = shen) =>
  caller.call('PUT /boards/:code/definition', { params: { code }, body: definition(changes) })
const get = (code: string) => shen.call('GET /boards/:code/definition', { params: { code } })

describe('when 小沈 writes a board', () => {
  test('when it is a new one, then it is kept as it was written, and its first version', async () => {
    const vetoes = [{ key: 'mixed', name: '严重混装混运', cap: '59.5' }]
    const written = definition({ name: ' 先进榜 ', parts, vetoes, redLine: '90', blackLine: '60', periodKinds: ['month', 'quarter'] })
    const answer = await put('NEW', written)
    expect([answer.status, answer.body]).toEqual([200, { ...written, name: '先进榜', version: 1 }])
    expect((await get('NEW')).body).toEqual(answer.body)
    const events = await town.db.selectFrom('board_definition_events').selectAll().where('code', '=', 'NEW').execute()
    expect(events).toMatchObject([{ version: 1, actor_id: shen.personId, definition: { name: '先进榜', parts } }])
  })

  test('when two change the same version, then the second is told, and the first one’s words stay', async () => {
    await put('RACE', {})
    const zhao = await town.as('admin')
    const answers = await Promise.all([put('RACE', { version: 1, name: '甲' }), put('RACE', { version: 1, name: '乙' }, zhao)])
    expect(answers.map(said).sort()).toEqual(['200', '409 board-definition-changed'])
    const won = answers.find(({ status }) => status === 200)?.body
    expect((await get('RACE')).body).toEqual(won)
    expect(said(await put('RACE', {}))).toBe('409 board-definition-changed')
  })

  test('when there is none of that code to change, then nothing is made', async () => {
    expect(said(await put('NONE', { version: 3 }))).toBe('404 board-unknown')
    expect(said(await get('NONE'))).toBe('404 board-unknown')
  })

  test('when boards belong together, then their group is one and stays one', async () => {
    const group = { unitKind: null, periodKinds: [], name: '垃圾分类排行榜' }
    expect(said(await put('GROUP', group))).toBe('200')
    expect(said(await put('GROUP.A', { parentCode: 'GROUP' }))).toBe('200')
    expect(said(await put('GROUP.B', { parentCode: 'GROUP.A' }))).toBe('422 board-definition')
    expect(said(await put('GROUP.C', { parentCode: 'NOWHERE' }))).toBe('422 board-definition')
    expect(said(await put('GROUP', { version: 1 }))).toBe('422 board-definition')
    expect(said(await put('GROUP', { ...group, version: 1, position: 3 }))).toBe('200')
  })

  test('when a period has begun, then the board ranks no other kind of unit any more', async () => {
    await define(town, 'FIXED')
    await enter(town, 'FIXED', '2026-10', { A: '90' })
    expect(said(await put('FIXED', { version: 1, unitKind: 'area' }))).toBe('409 board-kind-fixed')
    expect(said(await put('FIXED', { version: 1, decimals: 2 }))).toBe('200')
  })

  const part = (changes: Partial<BoardDefinition['parts'][number]>, at = 0) =>
    parts.map((one, index) => (index === at ? { ...one, ...changes } : one))
  const veto = { key: 'mixed', name: '混装', cap: '60' }
  const records = { source: 'records', unitKind: 'department' } as const
  const measured = [{ ...parts[0], weight: '100', measure: 'report_good_rate' }] as BoardDefinition['parts']
  test.each<[string, string, Partial<BoardDefinition>]>([
    ['body/name', 'it has no name', { name: ' \u3164' }],
    ['body/parts', 'weights are 99', { parts: part({ weight: '59' }) }],
    ['body/parts', 'weights are 100.000001', { parts: part({ weight: '60.000001' }) }],
    ['body/parts', 'two parts have one key', { parts: part({ key: 'rate' }) }],
    ['body/parts/0/weight', 'a part counts nothing', { parts: part({ weight: '0' }, 0) }],
    ['body/parts/1/full', 'nothing is full', { parts: part({ full: '0.0' }, 1) }],
    ['body/parts/1/full', 'less than nothing is full', { parts: part({ full: '-50' }, 1) }],
    ['body/parts/0/name', 'a part has no name', { parts: part({ name: ' ' }) }],
    ['body/parts/0/measure', 'a written part asks the records', { parts: part({ measure: 'station_stars' }) }],
    ['body/vetoes', 'two vetoes have one key', { vetoes: [veto, veto] }],
    ['body/vetoes/0/cap', 'a cap is finer than the score', { vetoes: [{ ...veto, cap: '59.55' }] }],
    ['body/periodKinds', 'it has no period', { periodKinds: [] }],
    ['body/periodKinds', 'a period stands there twice', { periodKinds: ['month', 'month'] }],
    ['body/longPeriod', 'a mean has no months', { periodKinds: ['quarter'] }],
    ['body/reach', 'units have one name in two towns', { reach: 'city' }],
    ['body/parts', 'records have no parts', records],
    ['body/parts/0/measure', 'a part of records has no measure', { ...records, parts }],
    ['body/parts/0/measure', 'the records do not know of such units', { ...records, unitKind: 'enterprise', parts: measured }],
    ['body/reach', 'records reach beyond the town', { ...records, unitKind: 'area', reach: 'city', parts: measured }],
    ['body/blackLine', 'persons come onto a black list', { unitKind: 'person', blackLine: '60' }],
    ['body/blackLine', 'black is better than red', { redLine: '60', blackLine: '60' }],
    ['body/blackLine', 'black is better than red, where lower is better', { better: 'lower', redLine: '60', blackLine: '50' }],
    ['body/redLine', 'a line is finer than the score', { redLine: '90.55' }],
    ['body/parts', 'a group has parts', { unitKind: null, periodKinds: [], parts }],
    ['body/periodKinds', 'a group has periods', { unitKind: null }],
    ['body/redLine', 'a group has lines', { unitKind: null, periodKinds: [], redLine: '90' }],
    ['body/source', 'a group counts records', { unitKind: null, periodKinds: [], source: 'records' }],
  ])('when %s is wrong because %s, then it is named in Chinese and nothing is kept', async (path, _, changes) => {
    const answer = await put('WRONG', changes)
    expect(said(answer)).toBe('422 board-definition')
    expect(answer.problem.errors).toContainEqual({ path, message: expect.stringMatching(/[\u4e00-\u9fff]/) })
    expect(said(await get('WRONG'))).toBe('404 board-unknown')
  })

  test('when it is not even of the shape, then it is refused before anything is looked at', async () => {
    for (const changes of [{ decimals: 9 }, { parts: part({ weight: '98,5' }) }, { parts: part({ weight: 'NaN' }) }, { position: 1.5 }])
      expect((await put('WRONG', changes)).status).toBe(400)
    expect((await put('not-a-code', {})).status).toBe(400)
  })
})

describe('units', () => {
  const units = (query: { kind: 'village_company' | 'area' | 'person'; q?: string; cursor?: string; limit?: number }) =>
    shen.ok('GET /boards/units', { query })

  test('when 小沈 writes companies down, then they are there by code, page by page, and found by name, pinyin and code', async () => {
    await define(town, 'UNITS')
    const first = await units({ kind: 'village_company', limit: 3 })
    const second = await units({ kind: 'village_company', limit: 3, cursor: first.nextCursor as string })
    expect([...first.items, ...second.items].map(({ unitCode, name }) => [unitCode, name])).toEqual(Object.entries(companies))
    expect(second.nextCursor).toBeNull()
    for (const q of ['西村', 'xicun', 'ｘｃ'])
      expect([q, (await units({ kind: 'village_company', q })).items.map(({ name }) => name)]).toEqual([q, ['西村']])
    await shen.ok('PUT /boards/units/:kind/:unitCode', { params: { kind: 'village_company', unitCode: 'B' }, body: { name: '西村实业' } })
    expect((await units({ kind: 'village_company', q: '实业' })).items).toEqual([
      { kind: 'village_company', unitCode: 'B', name: '西村实业' },
    ])
    expect((await units({ kind: 'area', q: '310112008012' })).items).toEqual([{ kind: 'area', unitCode: '310112008012', name: '爱博四村' }])
  })

  test('when a unit is kept elsewhere, or its code or name is none, then it is not written', async () => {
    const write = (kind: 'area' | 'enterprise', unitCode: string, name: string) =>
      shen.call('PUT /boards/units/:kind/:unitCode', { params: { kind, unitCode }, body: { name } })
    expect(said(await write('area', '310112008012', '别的名字'))).toBe('422 board-unit-elsewhere')
    expect(said(await write('enterprise', '编号', '云杉酒店'))).toBe('422 board-unit')
    expect(said(await write('enterprise', 'ENT-1', ' \u200b'))).toBe('422 board-unit')
  })

  test('when people are ranked, then only those are there who let their name show, and nothing tells who they are', async () => {
    const li = await town.as('party_member')
    await town.db.updateTable('persons').set({ name_on_boards: false }).execute()
    expect((await units({ kind: 'person' })).items).toEqual([])
    await li.ok('PATCH /me', { body: { nameOnBoards: true } })
    const { items } = await units({ kind: 'person' })
    expect(items).toEqual([{ kind: 'person', name: '李强', unitCode: expect.stringMatching(/^[0-9a-f]{32}$/) }])
    expect(items[0]?.unitCode).not.toBe(li.personId.replaceAll('-', ''))
  })
})
