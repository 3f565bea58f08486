import { randomUUID } from 'node:crypto'
import { aibo4, aibo4Place, type Draft, grid, jinxiu, lift, look, send } from '../helpers/reports'
import { TestTown } from '../helpers/server'

let town: TestTown
beforeAll(async () => {
  town = await TestTown.open(undefined, { REPORTS_PER_DAY: '1000' })
})
afterAll(() => town.close())

const count = async () =>
  Number(
    (
      await town.db
        .selectFrom('reports')
        .select((eb) => eb.fn.countAll().as('n'))
        .executeTakeFirstOrThrow()
    ).n,
  )

test('when 王阿姨 reports the lift, then she gets a number, the limits and what comes next', async () => {
  const wang = await town.as('resident')
  const report = await send(wang, lift({ floor: ' 5层 ', spot: '  ', location: aibo4Place }))
  expect(report).toMatchObject({
    number: expect.stringMatching(/^XH2611-\d{4}$/),
    state: 'submitted',
    categoryName: '电梯故障',
    areaName: '爱博四村',
    compoundName: '爱博四村',
    building: '20号楼',
    floor: '5层',
    spot: null,
    location: aibo4Place,
    createdAt: '2026-11-20T01:00:00Z',
    dueAt: '2026-11-20T05:00:00Z',
    closeDueAt: '2026-11-27T01:00:00Z',
    happenedAt: '2026-11-20T01:00:00Z',
    lead: { kind: 'property', name: '爱博四村物业服务处' },
    mine: true,
    actions: ['comment'],
  })
  const { items } = await wang.ok('GET /inbox')
  expect(items[0]).toMatchObject({ title: '您的上报已收到', link: `/pages/report/detail/index?id=${report.id}` })
  expect(items[0]?.body).toContain(`${report.number}）：11月20日 13:00前处置，7 天内办结。`)
})

test('when a report is sent, then what comes back is what reads back, for a resident and for those who handle it', async () => {
  for (const persona of ['resident', 'grid_worker', 'property', 'department', 'admin'] as const) {
    const caller = await town.as(persona)
    for (const categoryCode of ['LT.FAULT', 'CV.IDEA', 'FS.OTHER', 'PM.COMM']) {
      town.at(1)
      const report = await send(caller, lift({ categoryCode, location: aibo4Place, happenedAt: '2026-11-19T08:30:00.120+08:00' }))
      expect(await look(caller, report.id)).toEqual(report)
    }
  }
  town.at('2026-11-20T09:00:00+08:00')
})

test('when a report is sent, then those who work there have one message each, and it stands on their worklists', async () => {
  const [zhang, zhou, gu] = [await town.as('grid_worker'), await town.as('property'), await town.as('department')]
  const report = await send(await town.as('resident'))
  for (const caller of [zhang, zhou]) {
    const told = (await caller.ok('GET /inbox', { query: { limit: 100 } })).items.filter(({ link }) => link?.endsWith(report.id))
    expect(told.map(({ title }) => title)).toEqual(['新案件：电梯故障'])
    const { items } = await caller.ok('GET /reports', { query: { scope: 'worklist', limit: 100 } })
    expect(items.map(({ id }) => id)).toContain(report.id)
  }
  expect((await gu.ok('GET /inbox', { query: { limit: 100 } })).items.filter(({ link }) => link?.endsWith(report.id))).toEqual([])
})

test('when a category has its handler kind, then the report goes to the unit that serves it there', async () => {
  const routes: [string, string][] = [
    ['FS.OTHER', grid],
    ['LT.FAULT', `WY-${aibo4}`],
    ['LT.ADD', 'JW-310112008012'],
    ['PM.COMM', 'FG-XH'],
    ['CV.PETITION', 'XF-XH'],
  ]
  for (const [categoryCode, code] of routes) {
    expect([categoryCode, (await send(await town.as('resident'), lift({ categoryCode }))).lead?.code]).toEqual([categoryCode, code])
  }
})

test('when nobody else serves it, then the grid leads it', async () => {
  await town.db.updateTable('compounds').set({ property_code: null }).where('code', '=', aibo4).execute()
  expect((await send(await town.as('resident'))).lead).toMatchObject({ kind: 'grid', code: grid })
  await town.db
    .updateTable('compounds')
    .set({ property_code: `WY-${aibo4}` })
    .where('code', '=', aibo4)
    .execute()
})

describe('input that does not fit', () => {
  const many = (length: number) => Array.from({ length }, () => randomUUID())
  const bad: [string, Partial<Record<keyof Draft, unknown>>, number, string, string | null][] = [
    ['an unknown category', { categoryCode: 'XX.NONE' }, 422, 'report-category-unknown', 'body/categoryCode'],
    ['a group for a category', { categoryCode: 'LT' }, 422, 'report-category-unknown', 'body/categoryCode'],
    ['a category of devices', { categoryCode: 'CW.CROWD' }, 422, 'report-category-unknown', 'body/categoryCode'],
    ['an unknown compound', { compoundCode: 'CP0' }, 422, 'report-compound-unknown', 'body/compoundCode'],
    ['a compound of the other town', { compoundCode: jinxiu }, 422, 'report-compound-unknown', 'body/compoundCode'],
    ['2,001 characters', { text: '长'.repeat(2001) }, 400, 'input-invalid', 'body/text'],
    ['blanks only', { text: ' \n\t\u3000\u200b\u2060 ' }, 422, 'report-text-blank', 'body/text'],
    ['no text', { text: '' }, 422, 'report-text-blank', 'body/text'],
    ['no picture where one is needed', { categoryCode: 'CO.STACK' }, 422, 'report-photo-needed', 'body/photoIds'],
    ['10 pictures', { photoIds: many(10) }, 400, 'input-invalid', 'body/photoIds'],
    ['a picture twice', { photoIds: Array(2).fill(randomUUID()) }, 400, 'input-invalid', 'body/photoIds'],
    ['a picture that nobody uploaded', { photoIds: many(1) }, 422, 'photo-not-usable', 'body/photoIds'],
    ['a picture id that is none', { photoIds: ["1' or '1'='1"] }, 400, 'input-invalid', 'body/photoIds/0'],
    ['a place outside the town', { location: { lng: 121.4737, lat: 31.2304 } }, 422, 'report-place-outside', 'body/location'],
    ['a place off the earth', { location: { lng: 121, lat: 91 } }, 400, 'input-invalid', 'body/location/lat'],
    ['half a place', { location: { lng: 121 } }, 400, 'input-invalid', 'body/location/lat'],
    ['a time to come', { happenedAt: '2026-11-20T09:02:01+08:00' }, 422, 'report-time-future', 'body/happenedAt'],
    ['a time long ago', { happenedAt: '2026-10-20T00:00:00+08:00' }, 422, 'report-time-old', 'body/happenedAt'],
    ['second 60', { happenedAt: '2026-11-19T23:59:60Z' }, 422, 'report-time-old', 'body/happenedAt'],
    ['no time', { happenedAt: 'yesterday' }, 400, 'input-invalid', 'body/happenedAt'],
    ['a field that is none', { reporterId: randomUUID() } as object, 400, 'input-invalid', 'body/reporterId'],
    ['a zero byte', { text: 'a\0b' }, 400, 'text-invalid', null],
    ['half a surrogate pair', { text: 'a\ud83d' }, 400, 'text-invalid', null],
    ['half a surrogate pair in the building', { building: '\udc00 1' }, 400, 'text-invalid', null],
  ]
  test.each(bad)('when somebody sends %s, then it is refused by name and nothing is written', async (_, changes, status, code, path) => {
    const before = await count()
    const answer = await (await town.as('resident')).call('POST /reports', { body: { ...lift(), ...changes } as Draft })
    expect({ status: answer.status, code: answer.problem.code }).toEqual({ status, code })
    if (path) expect(answer.problem.errors?.map((error) => error.path)).toContain(path)
    expect(answer.problem.detail).toMatch(/\p{Script=Han}/u)
    expect(await count()).toBe(before)
  })
})

test('when the texts hold emoji, SQL, HTML and the other half of Unicode, then they come back letter by letter', async () => {
  const wang = await town.as('resident')
  const odd = "😀👨‍👩‍👧 '; drop table reports; -- <script>alert(1)</script> {number} $1 %s \\0 𠮷\u202e\ufeff中\n\t末"
  const report = await send(wang, lift({ text: odd, building: '8"号\\楼', floor: '{number}', spot: "<b>'" }))
  expect(report).toMatchObject({ text: odd, building: '8"号\\楼', floor: '{number}', spot: "<b>'" })
  expect(await look(wang, report.id)).toEqual(report)
  expect(await wang.ok('GET /reports/:id/evidence', { params: { id: report.id } })).toMatchObject({ valid: true })
})

test('when the text has 2,000 characters beyond the first plane, then it is taken', async () => {
  expect((await send(await town.as('resident'), lift({ text: '𠮷'.repeat(2000) }))).text).toHaveLength(4000)
})

test('when somebody has not chosen a home yet, then they are asked for it', async () => {
  const nowhere = { town_code: null, home_area_code: null, home_compound_code: null, home_building: null, home_room_sealed: null }
  await town.db.updateTable('persons').set(nowhere).where('demo_persona', '=', 'daughter').execute()
  const sun = await town.signIn('daughter')
  const answer = await sun.call('POST /reports', { body: lift() })
  expect([answer.status, answer.problem.code]).toEqual([409, 'account-town-needed'])
  expect((await sun.call('GET /reports', { query: { scope: 'near' } })).problem.code).toBe('account-town-needed')
  expect(await sun.ok('GET /reports', { query: { scope: 'mine' } })).toEqual({ items: [], nextCursor: null })
})

test('when the button is tapped twice, then there is one report and the same answer', async () => {
  const li = await town.as('party_member')
  const before = await count()
  const key = randomUUID()
  const taps = await Promise.all([1, 2, 3].map(() => li.call('POST /reports', { body: lift(), key })))
  expect(taps.map(({ status }) => status)).toEqual([201, 201, 201])
  expect(new Set(taps.map(({ body }) => JSON.stringify(body))).size).toBe(1)
  expect(await count()).toBe(before + 1)
  const other = await li.call('POST /reports', { body: lift({ text: '另一件' }), key })
  expect([other.status, other.problem.code]).toEqual([422, 'idempotency-key-reused'])
})

describe('the day', () => {
  let small: TestTown
  beforeAll(async () => {
    small = await TestTown.open('2026-11-30T23:59:00+08:00')
  })
  afterAll(() => small.close())

  test('when 王阿姨 sends 25 at once, then 20 are taken, numbered without a gap, and the rest told to come tomorrow', async () => {
    const wang = await small.as('resident')
    const answers = await Promise.all(Array.from({ length: 25 }, () => wang.call('POST /reports', { body: lift() })))
    const taken = answers.filter(({ status }) => status === 201).map(({ body }) => body.number)
    expect(taken.toSorted()).toEqual(Array.from({ length: 20 }, (_, i) => `XH2611-${String(i + 1).padStart(4, '0')}`))
    for (const { status, problem } of answers.filter(({ status }) => status !== 201)) {
      expect([status, problem.code]).toEqual([429, 'report-too-many'])
      expect(problem.detail).toContain('20 件')
    }
    expect((await wang.ok('GET /reports', { query: { scope: 'mine', limit: 100 } })).items).toHaveLength(20)
  })

  test('when others send, then her day is not theirs; when Shanghai turns the month, then day and number begin anew', async () => {
    const [wang, li] = [await small.as('resident'), await small.as('party_member')]
    small.at('2026-11-30T23:59:59.999+08:00')
    expect((await send(li)).number).toBe('XH2611-0021')
    expect((await wang.call('POST /reports', { body: lift() })).status).toBe(429)
    small.at('2026-12-01T00:00:00+08:00')
    expect((await send(wang)).number).toBe('XH2612-0001')
    const he = await small.as('outsider')
    expect((await send(he, lift({ compoundCode: jinxiu }))).number).toBe('HQ2612-0001')
  })

  test('when a month has had 9,999, then the number grows', async () => {
    await small.db
      .updateTable('report_counters')
      .set({ last: 9999 })
      .where('month', '=', '2026-12')
      .where('town_code', '=', '310112008')
      .execute()
    expect((await send(await small.as('party_member'))).number).toBe('XH2612-10000')
  })
})

test('when anybody asks for the categories, then they get two levels with what each needs', async () => {
  const { items } = await town.guest.ok('GET /report-categories')
  const all = items.flatMap(({ categories }) => categories)
  expect([items.length, all.length]).toEqual([11, 32])
  expect(all.find(({ code }) => code === 'EB.LIFT')).toMatchObject({
    limitMinutes: 5,
    handlerKind: 'grid_worker',
    evidence: 'photo_optional',
  })
  expect(all.find(({ code }) => code === 'HT.THROW')).toMatchObject({ privacy: 'private' })
  expect(all.find(({ code }) => code === 'CW.CROWD')).toMatchObject({ byResidents: false })
  expect(all.some(({ stopper }) => stopper !== null)).toBe(true)
  const again = await town.app.inject({ url: '/api/v1/report-categories' })
  const cached = await town.app.inject({ url: '/api/v1/report-categories', headers: { 'if-none-match': String(again.headers.etag) } })
  expect(cached.statusCode).toBe(304)
})
