import type { AllCalls } from '../../contract'
import { type Persona, personas } from '../../contract/account'
import { type Report, reportCalls } from '../../contract/report'
import { digestOf } from '../../server/services/report/chain'
import { act, aibo4, aibo4Place, aibo4Property, does, lift, look, send, snap } from '../helpers/reports'
import { type Caller, TestTown } from '../helpers/server'

let town: TestTown
beforeAll(async () => {
  town = await TestTown.open(undefined, { REPORTS_PER_DAY: '1000' })
})
afterAll(() => town.close())

const petition = lift({ categoryCode: 'CV.PETITION', text: '想约家门口信访。' })
const secret = { floor: '3层', spot: '302 室门口，沪A12345', text: '302 的车又停在消防通道上。' }

/** 王阿姨's matters, one of each kind of privacy. Nobody can send the last kind: devices report it. */
const kinds = ['normal', 'masked', 'private', 'staff_only'] as const
async function matter(kind: (typeof kinds)[number], changes: object = {}): Promise<Report> {
  const wang = await town.as('resident')
  if (kind === 'normal') return send(wang, lift({ ...secret, ...changes }))
  if (kind === 'masked') {
    return send(wang, lift({ categoryCode: 'PK.FIRE', photoIds: [await snap(wang)], location: aibo4Place, ...secret, ...changes }))
  }
  const report = await send(wang, { ...petition, ...changes })
  if (kind === 'staff_only') await town.db.updateTable('reports').set({ privacy: 'staff_only' }).where('id', '=', report.id).execute()
  return report
}

type Standing = 'reporter' | 'staff' | 'neighbour' | 'nobody'

/** Who is of the other town. */
const elsewhere: readonly Persona[] = ['outsider', 'canteen_staff', 'site_host']

/** What each of the demo people is to such a matter. */
function standingOf(persona: Persona, kind: (typeof kinds)[number]): Standing {
  const open = kind === 'normal' || kind === 'masked'
  if (persona === 'resident') return 'reporter'
  if (elsewhere.includes(persona)) return 'nobody'
  if (['grid_worker', 'grid_leader', 'admin'].includes(persona)) return 'staff'
  // The petition office leads the private ones.
  if (persona === 'property' && open) return 'staff'
  return open ? 'neighbour' : 'nobody'
}

const handlers = ['grid_worker', 'grid_leader', 'property', 'department', 'admin']

type Answers = Readonly<Record<Standing, string>>
/** Status and code that each call must give to each standing, for a matter that is submitted. */
function answersOf(kind: (typeof kinds)[number], persona: Persona): Readonly<Partial<Record<keyof AllCalls, Answers>>> {
  const gone = '404 report-not-found'
  const reading = { reporter: '200', staff: '200', neighbour: '200', nobody: gone }
  const role = handlers.includes(persona)
  const open = kind === 'normal' || kind === 'masked'
  return {
    'GET /reports/:id': reading,
    'GET /reports/:id/events': reading,
    'GET /reports/:id/evidence': reading,
    'GET /reports/:id/contact': {
      reporter: '403 role-missing',
      staff: '200',
      neighbour: role ? '403 report-not-yours' : '403 role-missing',
      nobody: role ? gone : '403 role-missing',
    },
    'PUT /reports/:id/follow': reading,
    'POST /reports/:id/support': { ...reading, reporter: '409 report-own', staff: open ? '200' : '403 report-not-yours' },
    'POST /reports/:id/transitions': { ...reading, neighbour: '403 report-not-yours' },
    'POST /reports/:id/rating': {
      reporter: '409 report-state',
      staff: '403 report-not-yours',
      neighbour: '403 report-not-yours',
      nobody: gone,
    },
  }
}

const bodies: Readonly<Record<string, object>> = {
  'PUT /reports/:id/follow': { following: true },
  'POST /reports/:id/transitions': { action: 'comment', note: '说一句' },
  'POST /reports/:id/rating': { stars: 1 },
}

describe.each(kinds)('a matter that is %s', (kind) => {
  let report: Report
  beforeAll(async () => {
    report = await matter(kind)
  })

  test.each(personas)('when %s makes each of the calls, then each answers as it must', async (persona) => {
    const caller = await town.as(persona)
    const got: Record<string, string> = {}
    const must: Record<string, string> = {}
    for (const [name, answers] of Object.entries(answersOf(kind, persona))) {
      const answer = await caller.call(
        name as 'GET /reports/:id',
        { params: { id: report.id }, ...(bodies[name] ? { body: bodies[name] } : {}) } as object,
      )
      got[name] = [answer.status, answer.problem.code].filter(Boolean).join(' ')
      must[name] = answers[standingOf(persona, kind)]
    }
    expect(got).toEqual(must)
  })

  test.each(personas)('when %s looks at the lists, then it stands in those that it must', async (persona) => {
    const caller = await town.as(persona)
    const standing = standingOf(persona, kind)
    const open = kind === 'normal' || kind === 'masked'
    const has = async (query: object) => {
      const answer = await caller.call('GET /reports', { query: { scope: 'mine', limit: 100, ...query } })
      return answer.status === 200 ? answer.body.items.some(({ id }) => id === report.id) : answer.problem.code
    }
    const inTown = !elsewhere.includes(persona)
    expect(await has({ scope: 'mine' })).toBe(standing === 'reporter')
    expect(await has({ scope: 'near', areaCode: '310112008012' })).toBe(open && inTown)
    expect(await has({ scope: 'near', near: '121.3072,31.1859' })).toBe(open && inTown)
    const worklist = persona === 'department' ? false : handlers.includes(persona) ? standing === 'staff' : 'role-missing'
    expect(await has({ scope: 'worklist' })).toBe(worklist)
    const { categoryCode, compoundCode } = report
    const similar = await caller.ok('GET /reports/similar', { query: { categoryCode, compoundCode } })
    expect(similar.items.some(({ id }) => id === report.id)).toBe(open && inTown)
  })

  test('when nobody is signed in, then no call tells anything', async () => {
    for (const [name, call] of Object.entries(reportCalls)) {
      if (call.who === 'anyone') continue
      const query = { scope: 'near', categoryCode: 'LT.FAULT', compoundCode: aibo4 }
      const answer = await town.guest.call(
        name as 'GET /reports/:id',
        { params: { id: report.id }, query, ...(/^P/.test(name) ? { body: {} } : {}) } as object,
      )
      expect([name, answer.status, answer.problem.code]).toEqual([name, 401, 'session-missing'])
    }
  })
})

/** Everything that somebody is told of a matter. */
async function allReplies(caller: Caller, { id, categoryCode, compoundCode }: Report): Promise<string> {
  const params = { id }
  const asked = [
    caller.call('GET /reports/:id', { params }),
    caller.call('GET /reports/:id/events', { params }),
    caller.call('GET /reports/:id/evidence', { params }),
    caller.call('GET /reports', { query: { scope: 'near', areaCode: '310112008012', limit: 100 } }),
    caller.call('GET /reports', { query: { scope: 'followed', limit: 100 } }),
    caller.call('GET /reports', { query: { scope: 'worklist', limit: 100 } }),
    caller.call('GET /reports/similar', { query: { categoryCode, compoundCode } }),
    caller.call('GET /inbox', { query: { limit: 100 } }),
  ]
  return JSON.stringify((await Promise.all(asked)).map(({ body }) => body))
}

test.each([true, false])(
  'when anonymous is %s, then no reply but the contact says who reported, and no neighbour learns a name',
  async (anonymous) => {
    const wang = await town.as('resident')
    const { phone } = await wang.ok('GET /me')
    for (const kind of ['normal', 'masked'] as const) {
      const report = await matter(kind, { anonymous })
      const { id } = report
      await (await town.as('neighbour')).ok('POST /reports/:id/support', { params: { id } })
      await does(await town.as('grid_worker'), id, { action: 'accept' })
      await does(await town.as('grid_worker'), id, { action: 'dispatch', assignee: aibo4Property, note: '302 室的车' })
      await does(await town.as('property'), id, { action: 'accept' })
      await does(wang, id, { action: 'comment', note: '还在' })
      await does(await town.as('property'), id, {
        action: 'handle',
        note: '302 的车开走了',
        photoIds: [await snap(await town.as('property'))],
      })
      await does(await town.as('grid_worker'), id, { action: 'verify' })
      await does(await town.as('grid_worker'), id, { action: 'close' })
      await wang.ok('POST /reports/:id/rating', { params: { id }, body: { stars: 4, text: '谢谢 302' } })
      for (const persona of personas.filter((other) => other !== 'resident')) {
        const caller = await town.as(persona)
        const replies = await allReplies(caller, report)
        for (const word of ['王阿姨', wang.personId, String(phone), '"301"'])
          expect([persona, word, replies.includes(word)]).toEqual([persona, word, false])
        if (standingOf(persona, kind) !== 'neighbour') continue
        for (const word of ['张敏', '周师傅', '谢谢 302', '开走了']) {
          expect([persona, kind, word, replies.includes(word)]).toEqual([persona, kind, word, false])
        }
        if (kind !== 'masked') continue
        const reply = JSON.stringify(await caller.ok('GET /reports/:id', { params: { id } }))
        for (const word of ['302 ', ' 302', '沪A12345']) expect([persona, word, reply.includes(word)]).toEqual([persona, word, false])
      }
      const contact = await (await town.as('property')).call('GET /reports/:id/contact', { params: { id } })
      if (anonymous) expect([contact.status, contact.problem.code]).toEqual([404, 'report-contact-none'])
      else expect(contact.body).toEqual({ nickname: '王阿姨', phone: '13800001001', building: '20号楼', room: '301' })
      expect((await look(await town.as('grid_worker'), id)).mayContact).toBe(!anonymous)
    }
  },
)

test('when a matter is masked, then a neighbour sees that it is there and where, but neither text nor pictures nor the exact spot', async () => {
  const report = await matter('masked')
  const seen = await look(await town.as('neighbour'), report.id)
  expect(seen).toMatchObject({
    number: report.number,
    categoryName: '占用消防通道',
    building: '20号楼',
    location: { lng: expect.closeTo(aibo4Place.lng, 3), lat: expect.closeTo(aibo4Place.lat, 3) },
    text: null,
    coverUrl: null,
    photos: [],
    floor: null,
    spot: null,
    mine: false,
    actions: [],
  })
  expect(Object.values(seen.location ?? {}).map(String)).toEqual([expect.stringMatching(/\.\d{1,3}$/), expect.stringMatching(/\.\d{1,3}$/)])
  expect(await look(await town.as('property'), report.id)).toMatchObject({ ...secret, location: aibo4Place })
})

test('when staff write to each other, then neighbours see the step but neither the note nor its pictures', async () => {
  const report = await matter('normal')
  const zhang = await town.as('grid_worker')
  await does(zhang, report.id, { action: 'accept', photoIds: [await snap(zhang)] })
  await does(zhang, report.id, { action: 'comment', note: '内部情况', photoIds: [await snap(zhang)] })
  const sun = await town.as('neighbour')
  const { items } = await sun.ok('GET /reports/:id/events', { params: { id: report.id } })
  expect(items.map(({ actor, kind, note }) => [actor, kind, note])).toEqual([
    ['居民', 'report', null],
    ['网格员', 'accept', null],
    ['网格员', 'comment', null],
  ])
  expect((await look(sun, report.id)).photos).toEqual([])
  expect((await look(await town.as('resident'), report.id)).photos).toHaveLength(2)
})

test('when the contact is read, then each read is written down with who, whose and which', async () => {
  const report = await matter('private')
  const zhang = await town.as('grid_worker')
  for (let i = 0; i < 2; i++) await zhang.ok('GET /reports/:id/contact', { params: { id: report.id } })
  const log = await town.db.selectFrom('access_log').selectAll().where('matter', '=', report.id).execute()
  expect(log.map(({ reader_id, subject_id, what, town_code }) => ({ reader_id, subject_id, what, town_code }))).toEqual(
    Array(2).fill({
      reader_id: zhang.personId,
      subject_id: (await town.as('resident')).personId,
      what: 'report-contact',
      town_code: '310112008',
    }),
  )
})

test('when a role is held elsewhere, then it is worth nothing here', async () => {
  const report = await matter('private')
  const open = await matter('normal')
  const [shen, he] = [await town.as('board_editor'), await town.as('outsider')]
  await (await town.as('admin')).ok('POST /people/:id/grants', {
    params: { id: shen.personId },
    body: { role: 'property', scopeCode: 'CP31011200800801' },
  })
  // The same code in the other town is another grid.
  await town.db.insertInto('units').values({ town_code: '310112107', code: 'XH-01', kind: 'grid', name: '同名网格' }).execute()
  const grants = ['grid_worker', 'admin'].map((role, at) => ({
    town_code: '310112107',
    id: `0199f000-0009-7000-8000-00000000000${at}`,
    person_id: he.personId,
    role,
    scope_code: role === 'admin' ? '310112107' : 'XH-01',
    scope_name: '虹桥镇',
    granted_at: town.now.toISOString(),
  }))
  await town.db.insertInto('grants').values(grants).execute()
  const heAgain = await town.signIn('outsider')
  for (const [caller, status] of [
    [shen, 403],
    [heAgain, 404],
  ] as const) {
    expect((await act(caller, open.id, { action: 'accept' })).status).toBe(status)
    expect((await caller.call('GET /reports/:id/contact', { params: { id: open.id } })).status).toBe(status)
    expect((await caller.call('GET /reports/:id', { params: { id: report.id } })).status).toBe(404)
    expect((await caller.ok('GET /reports', { query: { scope: 'worklist' } })).items).toEqual([])
  }
})

test('when 王小雯 moves to the other town, then what she reported is still hers', async () => {
  const daughter = await town.as('daughter')
  const report = await send(daughter, lift())
  await daughter.ok('PATCH /me', { body: { home: { areaCode: '310112107015' } } })
  const moved = await town.signIn('daughter')
  expect(await look(moved, report.id)).toMatchObject({ mine: true, actions: ['comment'] })
  expect((await act(moved, report.id, { action: 'comment', note: '我搬走了，请继续办。' })).status).toBe(200)
  expect((await moved.ok('GET /reports', { query: { scope: 'mine' } })).items.map(({ id }) => id)).toEqual([report.id])
  expect((await moved.ok('GET /reports', { query: { scope: 'near', areaCode: '310112008012' } })).items).toEqual([])
})

test('when 王小雯 has moved to the other town, then those who handle what she sent before do not learn where she lives now', async () => {
  const daughter = await town.signIn('daughter')
  await daughter.ok('PATCH /me', { body: { home: { areaCode: '310112008012', building: '7号楼', room: '502' } } })
  const report = await send(await town.signIn('daughter'), lift())
  const zhang = await town.as('grid_worker')
  const contact = () => zhang.ok('GET /reports/:id/contact', { params: { id: report.id } })
  expect(await contact()).toMatchObject({ nickname: '王小雯', building: '7号楼', room: '502' })
  await (await town.signIn('daughter')).ok('PATCH /me', { body: { home: { areaCode: '310112107015', building: '88号楼', room: '909' } } })
  expect(await contact()).toMatchObject({ nickname: '王小雯', building: null, room: null })
})

test('when everybody’s id is tried on the published chain of an anonymous matter, then none fits', async () => {
  const report = await matter('normal', { anonymous: true })
  const { chain } = await (await town.as('neighbour')).ok('GET /reports/:id/evidence', { params: { id: report.id } })
  const everybody = await town.db.selectFrom('persons').select('id').execute()
  const [first] = chain as [(typeof chain)[number]]
  const known = {
    ...({ reportId: report.id, from: null, to: 'submitted', actorAs: 'reporter', target: null, salt: null } as const),
    note: report.text,
  }
  const fitting = everybody.filter(({ id }) => digestOf({ ...first, ...known, actorId: id }) === first.digest)
  expect(everybody.length).toBeGreaterThan(5)
  expect(fitting).toEqual([])
})
