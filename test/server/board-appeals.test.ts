import { define, enter, look, publish, submit } from '../helpers/boards'
import { aibo4, enforcement, snap } from '../helpers/reports'
import { type Caller, TestTown } from '../helpers/server'
import { said } from '../helpers/study'

const month = '2026-10'
const aiboArea = '310112008012'
const aiboBranch = 'DZB-310112008012'
let town: TestTown
let zhou: Caller
let shen: Caller
beforeAll(async () => {
  town = await TestTown.open('2026-11-20T09:00:00+08:00')
  ;[zhou, shen] = await Promise.all([town.as('property'), town.as('board_editor')])
  await define(town, 'COMPOUNDS', { unitKind: 'compound', name: '小区榜' })
  for (const period of ['2026-08', '2026-09', month]) await publish(town, 'COMPOUNDS', period, { [aibo4]: '61.5' })
})
afterAll(() => town.close())

const appeal = (
  caller: Caller,
  code: string,
  unitCode: string,
  body: { period?: string; text?: string; photoIds?: string[] } = {},
  key?: string,
) =>
  caller.call('POST /boards/:code/units/:unitCode/appeals', {
    params: { code, unitCode },
    body: { period: month, text: '10月12日那次检查不是我们小区。', photoIds: [], ...body },
    ...(key ? { key } : {}),
  })
const answer = (caller: Caller, id: string, accepted: boolean, text = '核对过了') =>
  caller.call('POST /boards/appeals/:id/answers', { params: { id }, body: { accepted, text } })
const queue = (open?: boolean) => shen.ok('GET /boards/appeals', { query: { ...(open === undefined ? {} : { open }), limit: 100 } })

test('when 周师傅 appeals for his compound with a picture, then it waits with its place, and 小沈’s answer reaches him', async () => {
  const photo = await snap(zhou)
  const { status, body } = await appeal(zhou, 'COMPOUNDS', aibo4, { text: ' 照片里不是爱博四村。 ', photoIds: [photo] })
  expect([status, body]).toMatchObject([201, { text: '照片里不是爱博四村。', photos: [{ id: photo }], state: 'open', answer: null }])
  const [waiting] = (await queue(true)).items
  expect(waiting).toMatchObject({
    ...{ id: body.id, boardCode: 'COMPOUNDS', boardName: '小区榜', period: month, unitCode: aibo4, unitName: '爱博四村' },
    ...{ rank: 1, score: '61.5', by: '周师傅' },
  })
  expect((await answer(shen, body.id, true, ' 对，是隔壁小区，会更正。 ')).body).toMatchObject({
    state: 'accepted',
    answer: '对，是隔壁小区，会更正。',
  })
  expect((await zhou.ok('GET /inbox')).items[0]).toMatchObject({
    title: '爱博四村的申诉有答复了',
    body: '小区榜2026年10月：申诉成立，会更正。答复：对，是隔壁小区，会更正。',
    link: `/pages/board/unit/index?town=310112008&code=COMPOUNDS&period=${month}&unit=${aibo4}`,
  })
  expect(said(await answer(shen, body.id, false))).toBe('409 board-appeal-answered')
  await enter(town, 'COMPOUNDS', month, { [aibo4]: '71.5' })
  expect((await look(shen, 'COMPOUNDS', month)).items[0]).toMatchObject({ unitCode: aibo4, appealed: true })
})

test('when two are sent at once, then one is open, and the next may come when it is answered', async () => {
  const answers = await Promise.all([
    appeal(zhou, 'COMPOUNDS', aibo4, { period: '2026-09' }),
    appeal(zhou, 'COMPOUNDS', aibo4, { period: '2026-09' }),
  ])
  expect(answers.map(said).sort()).toEqual(['201', '409 board-appeal-open'])
  const { id } = answers.find(({ status }) => status === 201)?.body ?? { id: '' }
  expect(said(await answer(shen, id, false, '\u200b '))).toBe('422 board-appeal-answer')
  const decided = await Promise.all([answer(shen, id, false), answer(shen, id, true)])
  expect(decided.map(said).sort()).toEqual(['201', '409 board-appeal-answered'])
  expect(said(await appeal(zhou, 'COMPOUNDS', aibo4, { period: '2026-09' }))).toBe('201')
  const sent = [
    await appeal(zhou, 'COMPOUNDS', aibo4, { period: '2026-08' }, 'appeal-1'),
    await appeal(zhou, 'COMPOUNDS', aibo4, { period: '2026-08' }, 'appeal-1'),
  ]
  expect(sent.map(({ status, body }) => [status, body.id])).toEqual([
    [201, sent[0]?.body.id],
    [201, sent[0]?.body.id],
  ])
})

test('when appeals are many, then those that wait come first, oldest first, page by page', async () => {
  const all = (await queue()).items
  expect(all.length).toBeGreaterThanOrEqual(4)
  const places = all.map(({ state, at }) => `${state === 'open' ? 0 : 1} ${at}`)
  expect(places).toEqual([...places].sort())
  expect((await queue(true)).items).toEqual(all.filter(({ state }) => state === 'open'))
  expect((await queue(false)).items).toEqual(all.filter(({ state }) => state !== 'open'))
  const first = await shen.ok('GET /boards/appeals', { query: { limit: 1 } })
  const rest = await shen.ok('GET /boards/appeals', { query: { limit: 100, cursor: first.nextCursor as string } })
  expect([...first.items, ...rest.items]).toEqual(all)
})

test('when there is nothing to appeal against, or no word or picture of one’s own, then it is refused', async () => {
  expect(said(await appeal(zhou, 'COMPOUNDS', aibo4, { period: '2026-07' }))).toBe('404 board-period-unknown')
  expect(said(await appeal(zhou, 'COMPOUNDS', 'CP-NONE'))).toBe('404 board-unit-unknown')
  expect(said(await appeal(zhou, 'NOWHERE', aibo4))).toBe('404 board-unknown')
  await define(town, 'DRAFTED', { unitKind: 'compound' })
  await submit(town, 'DRAFTED', month, { [aibo4]: '61.5' })
  expect(said(await appeal(zhou, 'DRAFTED', aibo4))).toBe('404 board-period-unknown')
  expect(said(await appeal(zhou, 'COMPOUNDS', aibo4, { text: ' \u3164' }))).toBe('422 board-appeal-text')
  expect(said(await appeal(zhou, 'COMPOUNDS', aibo4, { photoIds: [await snap(shen)] }))).toBe('422 photo-not-usable')
  expect(said(await appeal(zhou, 'COMPOUNDS', aibo4))).toBe('201')
})

test('when somebody answers their own appeal, then another one is asked to', async () => {
  const zhao = await town.as('admin')
  await define(town, 'COMPANIES')
  await publish(town, 'COMPANIES', month, { A: '90' })
  const { body } = await appeal(zhao, 'COMPANIES', 'A')
  expect(said(await answer(zhao, body.id, true))).toBe('403 board-appeal-own')
  expect(said(await answer(await town.as('board_reviewer'), body.id, false))).toBe('201')
})

describe('who speaks for a unit', () => {
  const keepers = {
    compound: [aibo4, 'property'],
    department: [enforcement, 'department'],
    branch: [aiboBranch, 'secretary'],
    area: [aiboArea, 'grid_worker', 'grid_leader'],
    village_company: ['A', 'admin'],
  } as const
  const others = ['resident', 'party_member', 'site_host', 'canteen_staff', 'board_editor', 'board_reviewer', 'outsider'] as const

  test.each(Object.entries(keepers))(
    'when it is a unit of kind %s, then those may appeal whose unit it is, and nobody else',
    async (kind, [unitCode, ...may]) => {
      const code = `KEEP.${kind.toUpperCase().replace('_', '')}`
      await define(town, code, { unitKind: kind as keyof typeof keepers })
      await publish(town, code, month, { [unitCode]: '90' })
      for (const persona of [...others, ...Object.values(keepers).flatMap(([, ...all]) => all)]) {
        const caller = await town.as(persona)
        // Of 虹桥镇 the boards are others.
        const query = { town: '310112008' }
        const body = { period: month, text: '不对', photoIds: [] }
        const sent = await caller.call('POST /boards/:code/units/:unitCode/appeals', { params: { code, unitCode }, query, body })
        const isFirst = persona === may[0]
        const must = isFirst ? '201' : may.some((one) => one === persona) ? '409 board-appeal-open' : '403 board-appeal-keeper'
        expect([persona, said(sent)]).toEqual([persona, must])
      }
    },
  )

  test('when it is an area, then its committee speaks for it too; when it is a station, then its host', async () => {
    const committee = await town.db
      .selectFrom('units')
      .select(['code', 'name'])
      .where('serves', '=', 'neighborhood')
      .where('area_code', '=', aiboArea)
      .executeTakeFirst()
    if (!committee)
      await town.db
        .insertInto('units')
        .values({
          town_code: '310112008',
          code: 'JW-TEST',
          kind: 'department',
          name: '爱博四村居委会',
          serves: 'neighborhood',
          area_code: aiboArea,
        })
        .execute()
    const zhao = await town.as('admin')
    const sun = await town.as('neighbour')
    const give = (role: 'department' | 'site_host', scopeCode: string) =>
      zhao.ok('POST /people/:id/grants', { params: { id: sun.personId }, body: { role, scopeCode } })
    await give('department', committee?.code ?? 'JW-TEST')
    await give('site_host', 'CIV-101')
    await define(town, 'STATIONS', { unitKind: 'station' })
    await publish(town, 'STATIONS', month, { 'CIV-101': '90' })
    await define(town, 'AREAS', { unitKind: 'area' })
    await publish(town, 'AREAS', month, { [aiboArea]: '90' })
    expect([said(await appeal(sun, 'STATIONS', 'CIV-101')), said(await appeal(sun, 'AREAS', aiboArea))]).toEqual(['201', '201'])
    expect(said(await appeal(sun, 'COMPOUNDS', aibo4, { period: '2026-08' }))).toBe('403 board-appeal-keeper')
  })

  test('when it is a person, then only they themselves do, and the queue shows nothing of who it is', async () => {
    const [li, wang] = [await town.as('party_member'), await town.as('resident')]
    await li.ok('PATCH /me', { body: { nameOnBoards: true } })
    await define(town, 'PERSON', { unitKind: 'person' })
    const unitCode = (await shen.ok('GET /boards/units', { query: { kind: 'person', q: '李强' } })).items[0]?.unitCode as string
    await publish(town, 'PERSON', month, { [unitCode]: '90' })
    expect(said(await appeal(wang, 'PERSON', unitCode))).toBe('403 board-appeal-keeper')
    expect(said(await appeal(li, 'PERSON', li.personId))).toBe('404 board-unit-unknown')
    expect(said(await appeal(li, 'PERSON', unitCode))).toBe('201')
    const { items } = await queue(true)
    expect(items.find(({ boardCode }) => boardCode === 'PERSON')).toMatchObject({ unitCode, unitName: '一位党员', score: '90.0' })
    expect(JSON.stringify(items)).not.toContain(li.personId)
  })
})
