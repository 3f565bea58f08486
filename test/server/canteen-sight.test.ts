import { type Persona, personas } from '../../contract/account'
import { canteenCalls, type Order } from '../../contract/canteen'
import { crowd } from '../helpers/crowd'
import { book, disagreements, freshLunch, gubei, lunch, pork, start } from '../helpers/meals'
import { type Caller, TestTown } from '../helpers/server'

type CanteenCall = keyof typeof canteenCalls
const names = Object.keys(canteenCalls) as CanteenCall[]
/** Booked by the daughter for her mother, brought to her door. */
const note = '不要香菜'
const secrets = { mother: '王阿姨', daughter: '王小雯', phone: '13800001001', birthday: '1944-03-08', address: '20号楼 301', note }

let town: TestTown
let date: string
/** Works at 爱博社区食堂, in the other town. */
let elsewhere: Caller
/** A consent between two people who appear nowhere else. */
let link: string
beforeAll(async () => {
  town = await TestTown.open(start)
  date = await freshLunch(town)
  elsewhere = await newStaff()
  const [one, other] = (await crowd(town, 2)) as [Caller, Caller]
  const { code } = await other.ok('POST /me/consent-codes')
  link = (await one.ok('POST /me/family', { body: { code, label: '妈妈' } })).linkId as string
})
afterAll(() => town.close())

/** 赵主任 of 新虹街道 lets somebody of it work in its canteen. */
async function newStaff(): Promise<Caller> {
  const [person] = (await crowd(town, 1)) as [Caller]
  await town.db.updateTable('persons').set({ town_code: '310112008' }).where('id', '=', person.personId).execute()
  const grant = { params: { id: person.personId }, body: { role: 'canteen_staff' as const, scopeCode: 'CAN-003' } }
  expect(await (await town.as('admin')).ok('POST /people/:id/grants', grant)).toMatchObject({ scopeName: '爱博社区食堂' })
  return person
}

const wang = () => town.as('resident')
const bookForMother = async (): Promise<Order> =>
  book(await town.as('daughter'), lunch(date, { forPersonId: (await wang()).personId, mode: 'delivery', note }))

type Standing = 'eater' | 'orderer' | 'own staff' | 'staff elsewhere' | 'anybody else' | 'signed out'
/** Status and code for: who eats or booked the meal; any other guest; staff of the canteen; staff of another; signed out. */
type Row = readonly [mine: string, others: string, own: string, elsewhere: string, signedOut: string]

const everybody: Row = ['200', '200', '200', '200', '200']
const signedIn = (status = '200'): Row => [status, status, status, status, '401 session-missing']
const mineOnly = (status: string, code: string): Row => [status, `404 ${code}`, `404 ${code}`, `404 ${code}`, '401 session-missing']
const order = (status = '200') => mineOnly(status, 'canteen-order-unknown')
const family = (status = '200') => mineOnly(status, 'canteen-eater-unknown')
const staff = (status = '200'): Row => ['403 role-missing', '403 role-missing', status, '404 canteen-unknown', '401 session-missing']

/** In this order each is made, on a fresh meal. */
const table: Readonly<Record<CanteenCall, Row>> = {
  'GET /canteens': everybody,
  'GET /canteens/:id': everybody,
  'GET /canteens/:id/menus': everybody,
  'GET /canteens/:id/progress': everybody,
  'POST /orders/quotes': family(),
  'POST /orders': family('201'),
  'GET /orders': signedIn(),
  'GET /orders/suggestion': family(),
  'GET /orders/:id': order(),
  'POST /orders/:id/ratings': order('409 canteen-not-eaten'),
  'GET /orders/:id/pickup-code': order(),
  'GET /me/nutrition': family(),
  'POST /me/consent-codes': signedIn('201'),
  'GET /me/family': signedIn(),
  'POST /me/family': signedIn('404 canteen-consent-unknown'),
  'DELETE /me/family/:id': signedIn('404 canteen-family-unknown'),
  'GET /canteens/:id/orders': staff(),
  'POST /canteens/:id/pickups': staff('409 canteen-early'),
  'POST /canteens/:id/orders/:orderId/payments': staff(),
  'GET /canteens/:id/kitchen': staff(),
  'GET /canteens/:id/kitchen.xlsx': staff(),
  'GET /canteens/:id/dishes': staff(),
  'PUT /canteens/:id/dishes/:dishId': staff(),
  'GET /canteens/:id/plans': staff(),
  'PUT /canteens/:id/plans/:date/:sitting': staff('409 canteen-dish-ordered'),
  'PATCH /canteens/:id/plans/:date/:sitting/items/:dishId': staff(),
  'POST /canteens/:id/plans/copies': staff(),
  'POST /canteens/:id/plans/imports': staff('415 upload-not-multipart'),
  'POST /canteens/:id/publications': staff(),
  'POST /canteens/:id/guests/lookups': staff('404 canteen-consent-unknown'),
  'PUT /canteens/:id/guests/:personId': staff('403 canteen-guest-not-shown'),
  'POST /canteens/:id/guests/:personId/words': staff('403 canteen-guest-not-shown'),
  'POST /orders/:id/cancel': order(),
  'POST /canteens/:id/closures': staff(),
}

/** What each call is made with. */
async function inputs({ id, number }: Order, closing: string): Promise<Readonly<Partial<Record<CanteenCall, object>>>> {
  const { personId } = await wang()
  const { note: _note, ...basket } = lunch(date, { forPersonId: personId })
  const meal = { id: gubei, date, sitting: 'lunch' }
  const dish = { name: '红烧肉', kind: 'big_meat', priceFen: 1200, kcal: 380, proteinG: 15, fatG: 32, carbohydrateG: 8, sodiumMg: 780 }
  return {
    'POST /orders/quotes': { body: basket },
    'POST /orders': { body: basket },
    'GET /orders/suggestion': { query: { canteenId: gubei, date, sitting: 'lunch', forPersonId: personId } },
    'GET /orders/:id': { params: { id } },
    'POST /orders/:id/ratings': { params: { id }, body: { items: [{ dishId: pork, stars: 5 }] } },
    'GET /orders/:id/pickup-code': { params: { id } },
    'POST /orders/:id/cancel': { params: { id } },
    'GET /me/nutrition': { query: { from: date, personId } },
    'POST /me/family': { body: { code: await wrongCode(), label: '妈妈' } },
    'DELETE /me/family/:id': { params: { id: link } },
    'GET /canteens/:id/orders': { query: { date, sitting: 'lunch' } },
    'POST /canteens/:id/pickups': { body: { code: number, date, sitting: 'lunch' } },
    'POST /canteens/:id/orders/:orderId/payments': { params: { id: gubei, orderId: id }, body: { event: 'pay' } },
    'GET /canteens/:id/kitchen': { query: { date, sitting: 'lunch' } },
    'GET /canteens/:id/kitchen.xlsx': { query: { date, sitting: 'lunch' } },
    'PUT /canteens/:id/dishes/:dishId': { params: { id: gubei, dishId: pork }, body: { ...dish, allergens: [], diets: [], parts: [] } },
    'PUT /canteens/:id/plans/:date/:sitting': { params: meal, body: { items: [] } },
    'PATCH /canteens/:id/plans/:date/:sitting/items/:dishId': { params: { ...meal, dishId: pork }, body: { soldOut: false } },
    'POST /canteens/:id/plans/copies': { body: { from: '2026-11-16', to: '2027-11-15' } },
    'POST /canteens/:id/publications': { body: { from: date, days: 1 } },
    'POST /canteens/:id/closures': { body: { date: closing, sitting: 'lunch', reason: '停水' } },
    'POST /canteens/:id/guests/lookups': { body: { code: await wrongCode() } },
    'PUT /canteens/:id/guests/:personId': {
      params: { id: gubei, personId },
      body: { birthday: '1950-01-01', statuses: [], deliveryAddress: null },
    },
    'POST /canteens/:id/guests/:personId/words': { params: { id: gubei, personId }, body: { note: '好' } },
  }
}

/** A code that nobody shows. */
async function wrongCode(): Promise<string> {
  const shown = new Set((await town.db.selectFrom('canteen_consent_codes').select('code').execute()).map(({ code }) => code))
  return Array.from({ length: shown.size + 1 }, (_, at) => String(at).padStart(6, '0')).find((code) => !shown.has(code)) as string
}

const columns: Readonly<Record<Standing, number>> = {
  eater: 0,
  orderer: 0,
  'anybody else': 1,
  'own staff': 2,
  'staff elsewhere': 3,
  'signed out': 4,
}

/** What each call answers to somebody, and what it must. */
async function all(caller: Caller, standing: Standing): Promise<[got: object, must: object]> {
  const meal = await bookForMother()
  const closing = standing === 'own staff' ? await freshLunch(town) : date
  const input = await inputs(meal, closing)
  const got: Record<string, string> = {}
  for (const name of Object.keys(table) as CanteenCall[]) {
    const answer = await caller.call(name as 'GET /canteens/:id', { params: { id: gubei }, ...input[name] } as object)
    got[name] = answer.status < 400 ? String(answer.status) : `${answer.status} ${answer.problem.code}`
  }
  return [got, Object.fromEntries(Object.entries(table).map(([name, row]) => [name, row[columns[standing]]]))]
}

const standings: Readonly<Partial<Record<Persona, Standing>>> = { resident: 'eater', daughter: 'orderer', canteen_staff: 'own staff' }

describe('when somebody makes each of the calls', () => {
  test.each(personas)('when it is %s, then each answers as it must', async (persona) => {
    const [got, must] = await all(await town.as(persona), standings[persona] ?? 'anybody else')
    expect(got).toEqual(must)
  })

  test('when it is staff of another canteen, then this one is not there', async () => {
    const [got, must] = await all(elsewhere, 'staff elsewhere')
    expect(got).toEqual(must)
    expect((await elsewhere.call('GET /canteens/:id/dishes', { params: { id: 'CAN-003' } })).status).toBe(200)
  })

  test('when nobody is signed in, then only what everybody may see is told', async () => {
    const [got, must] = await all(town.guest, 'signed out')
    expect(got).toEqual(must)
  })

  test('when all of that was done, then everything still adds up, and not a call was left out', async () => {
    expect(Object.keys(table).sort()).toEqual([...names].sort())
    expect(await disagreements(town.db)).toEqual([])
  })
})

/** Everything that somebody gets to read after a meal was booked, as one text. */
async function everythingTold(caller: Caller, meal: Order): Promise<string> {
  const input = await inputs(meal, date)
  const reads = names.filter((name) => name.startsWith('GET ') && !name.endsWith('.xlsx'))
  const replies = [await caller.call('GET /inbox', { query: { limit: 100 } })]
  for (const name of reads) replies.push(await caller.call(name as 'GET /inbox', { params: { id: gubei }, ...input[name] } as object))
  return JSON.stringify(replies.map(({ body }) => body))
}
const told = (text: string) => Object.entries(secrets).flatMap(([what, word]) => (text.includes(word) ? [what] : []))

describe('when the daughter has booked for her mother', () => {
  let meal: Order
  beforeAll(async () => {
    date = await freshLunch(town)
    meal = await bookForMother()
  })

  const strangers = personas.filter((persona) => !standings[persona])
  test.each(strangers)('when %s reads everything, then nothing tells of it', async (persona) => {
    const text = await everythingTold(await town.as(persona), meal)
    expect(told(text)).toEqual([])
    for (const word of [meal.id, meal.number, (await wang()).personId]) expect(text).not.toContain(`"${word}"`)
  })

  test('when staff of another canteen or a passer-by reads everything, then nothing tells of it', async () => {
    for (const caller of [elsewhere, town.guest]) expect(told(await everythingTold(caller, meal))).toEqual([])
  })

  test('when staff read everything, then they see who eats, what to mind and where to bring it, but neither telephone nor birthday', async () => {
    const text = await everythingTold(await town.as('canteen_staff'), meal)
    expect(told(text)).toEqual(['mother', 'daughter', 'address', 'note'])
  })

  test('when the two read everything, then the mother’s telephone, birthday and address are not in it', async () => {
    for (const persona of ['resident', 'daughter'] as const) {
      expect([persona, told(await everythingTold(await town.as(persona), meal))]).toEqual([persona, ['mother', 'daughter', 'note']])
    }
  })

  test('when staff look the mother up, then her telephone is masked', async () => {
    const { code } = await (await wang()).ok('POST /me/consent-codes')
    const guest = await (await town.as('canteen_staff')).ok('POST /canteens/:id/guests/lookups', { params: { id: gubei }, body: { code } })
    expect(guest).toMatchObject({
      phone: '138****1001',
      birthday: secrets.birthday,
      deliveryAddress: expect.stringContaining(secrets.address),
    })
  })

  test('when addresses are read for the deliveries, then each read is written down, and nobody else’s', async () => {
    const reads = () =>
      town.db.selectFrom('access_log').select(['reader_id', 'subject_id', 'matter']).where('what', '=', 'canteen-address').execute()
    const before = (await reads()).length
    const query = { date, sitting: 'lunch' as const }
    await (await town.as('canteen_staff')).ok('GET /canteens/:id/kitchen', { params: { id: gubei }, query })
    await elsewhere.call('GET /canteens/:id/kitchen', { params: { id: gubei }, query })
    const read = { reader_id: (await town.as('canteen_staff')).personId, subject_id: (await wang()).personId, matter: gubei }
    expect((await reads()).slice(before)).toEqual([read])
  })

  test('when staff of 爱博 work with their own canteen, then a meal of 古北 is none of theirs', async () => {
    const params = { id: 'CAN-003', orderId: meal.id }
    const paid = await elsewhere.call('POST /canteens/:id/orders/:orderId/payments', { params, body: { event: 'pay' } })
    expect([paid.status, paid.problem.code]).toEqual([404, 'canteen-order-unknown'])
    const { qr } = await (await wang()).ok('GET /orders/:id/pickup-code', { params: { id: meal.id } })
    const body = { code: meal.number, date, sitting: 'lunch' as const }
    const said = await elsewhere.call('POST /canteens/:id/pickups', { params: { id: 'CAN-003' }, body })
    expect(said.problem.code).toBe('canteen-number-unknown')
    const scanned = await elsewhere.call('POST /canteens/:id/pickups', { params: { id: 'CAN-003' }, body: { code: qr } })
    expect([scanned.problem.code, told(JSON.stringify(scanned.problem))]).toEqual(['canteen-other', []])
    const { items } = await elsewhere.ok('GET /canteens/:id/orders', { params: { id: 'CAN-003' }, query: { date, sitting: 'lunch' } })
    expect(items).toEqual([])
  })

  test('when the role is taken back, then the canteen is closed to them at once', async () => {
    const person = await newStaff()
    const look = () => person.call('GET /canteens/:id/dishes', { params: { id: 'CAN-003' } })
    expect((await look()).status).toBe(200)
    const [grant] = (await person.ok('GET /me')).grants
    await (await town.as('admin')).ok('DELETE /grants/:id', { params: { id: grant?.id as string } })
    expect((await look()).problem.code).toBe('role-missing')
  })

  test('when a grant names a canteen of the other town, then it is worth nothing', async () => {
    const [person] = (await crowd(town, 1)) as [Caller]
    await town.db.updateTable('persons').set({ town_code: '310112008' }).where('id', '=', person.personId).execute()
    const grant = { id: person.personId, person_id: person.personId, role: 'canteen_staff', scope_code: gubei, scope_name: '古北社区食堂' }
    await town.db
      .insertInto('grants')
      .values({ ...grant, town_code: '310112008', granted_at: town.now.toISOString() })
      .execute()
    const answer = await person.call('GET /canteens/:id/orders', { params: { id: gubei }, query: { date, sitting: 'lunch' } })
    expect([answer.status, answer.problem.code]).toEqual([404, 'canteen-unknown'])
  })
})
