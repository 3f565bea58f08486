import { type Persona, personas } from '../../contract/account'
import { studyCalls } from '../../contract/study'
import { type Caller, TestTown } from '../helpers/server'
import { aibo, checkIn, corner, north, scan, start } from '../helpers/study'

type StudyCall = keyof typeof studyCalls
const names = Object.keys(studyCalls) as StudyCall[]

let town: TestTown
let nobody: string
beforeAll(async () => {
  town = await TestTown.open(start)
  nobody = (await town.as('outsider')).personId
})
afterAll(() => town.close())

type Standing = 'host' | 'admin elsewhere' | 'secretary' | 'anybody else' | 'signed out'
/** Status and code for: the host of the site; an admin of the other town; a secretary; anybody else; signed out. */
type Row = readonly [host: string, admin: string, secretary: string, others: string, signedOut: string]

const missing = '403 role-missing'
const out = '401 session-missing'
const notBeen = '409 study-not-been-here'
const everybody: Row = ['200', '200', '200', '200', '200']
const signedIn = (status: string): Row => [status, status, status, status, out]
const hostOnly = (status: string): Row => [status, '404 study-site-unknown', missing, missing, out]
const adminOnly = (status: string): Row => [missing, status, missing, missing, out]

/** Each is made for the corner, which is in 虹桥镇; the admin is 新虹街道's. */
const table: Readonly<Record<StudyCall, Row>> = {
  'GET /sites': everybody,
  'GET /sites/:id': everybody,
  'POST /sites': adminOnly('409 study-site-taken'),
  'PATCH /sites/:id': hostOnly('200'),
  'POST /sites/imports': adminOnly('415 upload-not-multipart'),
  'GET /routes': everybody,
  'PUT /routes/:id': adminOnly('422 study-stop-unknown'),
  'DELETE /routes/:id': adminOnly('404 study-route-unknown'),
  'GET /sites/:id/code': hostOnly('200'),
  'GET /sites/:id/fixed-code': hostOnly('200'),
  'GET /sites/:id/people': hostOnly('200'),
  'POST /sites/:id/check-ins': hostOnly('201'),
  'POST /sites/:id/ratings': ['403 study-own-site', notBeen, notBeen, notBeen, out],
  'POST /check-ins': signedIn('422 study-code-invalid'),
  'PATCH /check-ins/:id': signedIn('404 study-check-in-unknown'),
  'GET /check-ins': signedIn('200'),
  'GET /check-ins/doubtful': ['200', '200', '200', missing, out],
  'POST /check-ins/:id/decisions': ['201', '404 study-check-in-unknown', '404 study-check-in-unknown', missing, out],
  'GET /study/path': signedIn('200'),
  'GET /study/share-code': signedIn('200'),
  'GET /study/points': signedIn('200'),
}

/** What each call is made with: a doubtful check-in of the outsider's at the corner. */
const inputs = (checkInId: string): Readonly<Partial<Record<StudyCall, object>>> => ({
  'POST /sites': {
    body: {
      ...{ id: corner.id, name: '名', kind: 'red_site', address: null, location: { lng: 121.3, lat: 31.1 }, story: null, audioUrl: null },
      ...{ directions: null, photoIds: [], weekly: [], exceptions: [], lights: null, ways: ['host'], fenceMetres: 100 },
    },
  },
  'PATCH /sites/:id': { params: { id: corner.id }, body: { fenceMetres: 120 } },
  'PUT /routes/:id': { params: { id: 'HQ-RED' }, body: { name: '路线', about: null, siteIds: [corner.id, 'STU-002'] } },
  'DELETE /routes/:id': { params: { id: 'HQ-RED' } },
  'GET /sites/:id/people': { params: { id: corner.id }, query: { q: '何先' } },
  'POST /sites/:id/check-ins': { params: { id: corner.id }, body: { personId: nobody } },
  'POST /sites/:id/ratings': { params: { id: corner.id }, body: { stars: 5 } },
  'POST /check-ins': { body: { code: 'nothing' } },
  'PATCH /check-ins/:id': { params: { id: checkInId }, body: { minutes: 5 } },
  'POST /check-ins/:id/decisions': { params: { id: checkInId }, body: { counts: false } },
})

const columns: Readonly<Record<Standing, number>> = { host: 0, 'admin elsewhere': 1, secretary: 2, 'anybody else': 3, 'signed out': 4 }
const standings: Readonly<Partial<Record<Persona, Standing>>> = { site_host: 'host', admin: 'admin elsewhere', secretary: 'secretary' }

let day = 0
/** A doubtful check-in of 王小雯's, on a day of its own. */
async function freshDoubt(): Promise<string> {
  day += 1
  town.at(`2026-12-${String(day).padStart(2, '0')}T19:00:00+08:00`)
  const { body } = await scan(town, await town.as('daughter'), { location: north(corner, 5000), thought: '只有自己和核实的人看得到' })
  return body.id
}

async function all(caller: Caller, standing: Standing, { own = false, beenThere = false } = {}): Promise<[got: object, must: object]> {
  const input = inputs(await freshDoubt())
  const got: Record<string, string> = {}
  for (const name of names) {
    const answer = await caller.call(name as 'GET /sites/:id', { params: { id: corner.id }, ...input[name] } as object)
    got[name] = answer.status < 400 ? String(answer.status) : `${answer.status} ${answer.problem.code}`
  }
  const must = Object.fromEntries(Object.entries(table).map(([name, row]) => [name, row[columns[standing]]]))
  return [got, { ...must, ...(own ? { 'PATCH /check-ins/:id': '200' } : {}), ...(beenThere ? { 'POST /sites/:id/ratings': '201' } : {}) }]
}

describe('when somebody makes each of the calls', () => {
  test.each(personas)('when it is %s, then each answers as it must', async (persona) => {
    // 小周, who comes before 何先生 here, checks him in by hand.
    const facts = { own: persona === 'daughter', beenThere: persona === 'outsider' }
    const [got, must] = await all(await town.as(persona), standings[persona] ?? 'anybody else', facts)
    expect(got).toEqual(must)
  })

  test('when nobody is signed in, then only what everybody may see is told', async () => {
    const [got, must] = await all(town.guest, 'signed out')
    expect(got).toEqual(must)
    expect(Object.keys(table).sort()).toEqual([...names].sort())
  })

  test('when it is 赵主任 at a site of his own town, then he may what a host may', async () => {
    const zhao = await town.as('admin')
    for (const name of ['GET /sites/:id/code', 'GET /sites/:id/fixed-code'] as const)
      expect((await zhao.call(name, { params: { id: aibo.id } })).status).toBe(200)
    expect((await zhao.call('PATCH /sites/:id', { params: { id: aibo.id }, body: { fenceMetres: 150 } })).status).toBe(200)
    expect((await zhao.call('GET /sites/:id/people', { params: { id: aibo.id }, query: { q: '王阿' } })).status).toBe(200)
  })
})

test('when 王小雯 has checked in with a thought, then nobody else reads it or where she was, but who decides on it', async () => {
  const id = await freshDoubt()
  for (const persona of personas.filter((one) => one !== 'daughter' && one !== 'site_host')) {
    const caller = await town.as(persona)
    const replies = []
    for (const name of names.filter((one) => one.startsWith('GET ')))
      replies.push(
        await caller.call(
          name as 'GET /sites/:id',
          { params: { id: corner.id }, query: name.endsWith('people') ? { q: '王小' } : {} } as object,
        ),
      )
    const text = JSON.stringify(replies.map(({ body }) => body))
    expect([persona, text.includes(id), text.includes('核实的人看得到'), text.includes('王小雯')]).toEqual([persona, false, false, false])
  }
  const waiting = (await (await town.as('site_host')).ok('GET /check-ins/doubtful')).items
  expect(waiting.find((one) => one.id === id)).toMatchObject({ nickname: '王小雯', thought: '只有自己和核实的人看得到' })
  expect(JSON.stringify(waiting)).not.toMatch(/1380000|personId/)
})

test('when somebody counts, then nobody has to look', async () => {
  town.at('2027-01-10T19:00:00+08:00')
  const { id } = await checkIn(town, await town.as('resident'))
  expect(
    (await (await town.as('site_host')).ok('GET /check-ins/doubtful', { query: { limit: 100 } })).items.map((one) => one.id),
  ).not.toContain(id)
})
