import { randomUUID } from 'node:crypto'
import type { AllCalls } from '../../contract'
import type { BodyOf } from '../../contract/call'
import type { GuestStatus } from '../../contract/canteen'
import { later, minutes } from '../../server/shared/shanghai'
import { dayAfter } from '../../server/shared/times'
import { crowd } from '../helpers/crowd'
import { book, disagreements, freshLunch, gubei, lunch, pork, start, tryBook } from '../helpers/meals'
import { type Caller, TestTown } from '../helpers/server'

let town: TestTown
let chen: Caller
/** Each test has a guest whom nobody knows, and a lunch of its own. */
let guest: Caller
let date: string
beforeAll(async () => {
  town = await TestTown.open(start)
  chen = await town.as('canteen_staff')
})
beforeEach(async () => {
  town.at(start)
  date = await freshLunch(town)
  guest = (await crowd(town, 1))[0] as Caller
})
afterEach(async () => {
  expect(await disagreements(town.db)).toEqual([])
})
afterAll(() => town.close())

type Answer = { status: number; problem: { code: string } }
const code = ({ status, problem }: Answer) => `${status} ${problem.code}`
const shows = async (caller: Caller) => (await caller.ok('POST /me/consent-codes')).code
const tryLookUp = (code: string, staff = chen, id = gubei) =>
  staff.call('POST /canteens/:id/guests/lookups', { params: { id }, body: { code } })
const lookUp = async (caller: Caller) =>
  chen.ok('POST /canteens/:id/guests/lookups', { params: { id: gubei }, body: { code: await shows(caller) } })
const tryBind = (caller: Caller, code: string) => caller.call('POST /me/family', { body: { code, label: '家人' } })
type Papers = BodyOf<AllCalls['PUT /canteens/:id/guests/:personId']>
const papers: Papers = { birthday: '1950-05-20', statuses: ['district', 'hukou'], deliveryAddress: null }
const tryWrite = (changes: Partial<Papers> = {}, personId = guest.personId, staff = chen, id = gubei) =>
  staff.call('PUT /canteens/:id/guests/:personId', { params: { id, personId }, body: { ...papers, ...changes } })
const haveWord = (personId = guest.personId, staff = chen) =>
  staff.call('POST /canteens/:id/guests/:personId/words', { params: { id: gubei, personId }, body: { note: '下次提前取消' } })
/** Somebody who works in the canteen from now on. */
async function colleague(): Promise<Caller> {
  const { townCode } = await town.guest.ok('GET /canteens/:id', { params: { id: gubei } })
  const [other] = (await crowd(town, 1)) as [Caller]
  await town.db.updateTable('persons').set({ town_code: townCode }).where('id', '=', other.personId).execute()
  const grant = { id: other.personId, role: 'canteen_staff', scope_code: gubei, scope_name: '古北社区食堂' }
  await town.db
    .insertInto('grants')
    .values({ ...grant, town_code: townCode, person_id: other.personId, granted_at: town.now.toISOString() })
    .execute()
  return other
}
/** A code that nobody shows. */
async function wrongCode(): Promise<string> {
  const shown = await town.db.selectFrom('canteen_consent_codes').select('code').execute()
  const taken = new Set(shown.map((row) => row.code))
  return Array.from({ length: taken.size + 1 }, (_, at) => String(at).padStart(6, '0')).find((one) => !taken.has(one)) as string
}

describe('six digits', () => {
  test('when a guest shows them, then staff see who it is, and they are used up', async () => {
    const { code: digits, expiresAt } = await guest.ok('POST /me/consent-codes')
    expect(digits).toMatch(/^\d{6}$/)
    expect(expiresAt).toBe(later(town.now, minutes(10)))
    expect((await tryLookUp(digits)).body).toEqual({
      ...{ personId: guest.personId, nickname: '客人1', phone: null, birthday: null, statuses: [] },
      ...{ deliveryAddress: null, noShows: 0, blocked: false },
    })
    expect(code(await tryLookUp(digits))).toBe('404 canteen-consent-unknown')
  })

  test('when ten minutes have passed, then they are no good any more, and a millisecond before they are', async () => {
    const [first, second] = (await crowd(town, 2)) as [Caller, Caller]
    const [a, b] = [await shows(first), await shows(second)]
    town.at(minutes(10) - 1)
    expect((await tryLookUp(a)).status).toBe(200)
    town.at(1)
    expect(code(await tryLookUp(b))).toBe('404 canteen-consent-unknown')
  })

  test('when new ones are asked for, then they take the place of those before', async () => {
    const before = await shows(guest)
    const after = await shows(guest)
    expect(after).not.toBe(before)
    expect(code(await tryLookUp(before))).toBe('404 canteen-consent-unknown')
    expect((await tryLookUp(after)).body.personId).toBe(guest.personId)
  })

  test('when two type the same ones at once, then they are good for one of the two', async () => {
    const digits = await shows(guest)
    const callers = await crowd(town, 4)
    const answers = await Promise.all([...callers.map((caller) => tryBind(caller, digits)), tryLookUp(digits)])
    expect(
      answers
        .map(({ status }) => status)
        .sort((a, b) => a - b)
        .slice(1),
    ).toEqual([404, 404, 404, 404])
    expect(answers.some(({ status }) => status < 300)).toBe(true)
  })

  test('when staff of another canteen type them in, then they are refused and the digits stay good', async () => {
    const digits = await shows(guest)
    expect(code(await tryLookUp(digits, chen, 'CAN-002'))).toBe('404 canteen-unknown')
    expect((await tryLookUp(digits)).status).toBe(200)
  })

  test.each(['12345', '1234567', '12 456', 'abcdef', '１２３４５６'])('when they are %j, then they are none', async (digits) => {
    expect(code(await tryLookUp(digits))).toBe('400 input-invalid')
  })
})

describe('wrong digits', () => {
  test('when somebody tries twenty on a day, then the twenty-first is not even looked at, and the next day it is', async () => {
    const wrong = await wrongCode()
    for (let tries = 0; tries < 20; tries += 1) expect(code(await tryBind(guest, wrong))).toBe('404 canteen-consent-unknown')
    const [mother] = (await crowd(town, 1)) as [Caller]
    const right = await shows(mother)
    expect(code(await tryBind(guest, right))).toBe('429 canteen-code-tries')
    const [other] = (await crowd(town, 1)) as [Caller]
    expect((await tryBind(other, right)).status).toBe(201)
    town.at('2026-11-21T00:00:00+08:00')
    expect((await tryBind(guest, await shows(mother))).status).toBe(201)
  })

  test('when staff try, then it counts for them as for anybody, and each try is kept though its request failed', async () => {
    const wen = await colleague()
    const wrong = await wrongCode()
    const tries = () => town.db.selectFrom('canteen_consent_tries').select(['day', 'tries']).where('person_id', '=', wen.personId).execute()
    await tryLookUp(wrong, wen)
    await tryBind(wen, wrong)
    expect((await tries()).map((row) => [String(row.day), row.tries])).toEqual([['2026-11-20', 2]])
    for (let count = 2; count < 20; count += 1) await tryLookUp(wrong, wen)
    expect(code(await tryLookUp(await shows(guest), wen))).toBe('429 canteen-code-tries')
  })

  test('when a right one was used, or the person is refused for another reason, then that is no wrong try', async () => {
    expect((await tryBind(guest, await shows(guest))).problem.code).toBe('canteen-own-code')
    const rows = await town.db.selectFrom('canteen_consent_tries').select('tries').where('person_id', '=', guest.personId).execute()
    expect(rows).toEqual([])
  })
})

describe('papers', () => {
  const accesses = () =>
    town.db.selectFrom('access_log').select(['town_code', 'reader_id', 'what', 'matter']).where('subject_id', '=', guest.personId).execute()

  test('when staff look a guest up, then each read is written down, and a wrong code leaves nothing', async () => {
    await tryLookUp(await wrongCode())
    expect(await accesses()).toEqual([])
    for (let reads = 0; reads < 2; reads += 1) await lookUp(guest)
    const access = { town_code: '310112107', reader_id: chen.personId, what: 'canteen-guest', matter: gubei }
    expect(await accesses()).toEqual([access, access])
  })

  test('when staff write papers or have a word, then that they read them is written down too, and who changed what, not to what', async () => {
    await lookUp(guest)
    await tryWrite({ deliveryAddress: '爱博四村 9号楼 808' })
    await haveWord()
    expect((await accesses()).map(({ what }) => what).sort()).toEqual(['canteen-guest', 'canteen-papers', 'canteen-papers'])
    const events = await town.db
      .selectFrom('canteen_guest_events')
      .selectAll()
      .where('person_id', '=', guest.personId)
      .orderBy('kind')
      .execute()
    const event = {
      town_code: '310112107',
      canteen_code: gubei,
      actor_id: chen.personId,
      person_id: guest.personId,
      at: town.now.toISOString(),
    }
    expect(events).toEqual(['papers', 'word'].map((kind) => ({ ...event, kind, id: expect.any(String), at: expect.any(String) })))
    await expect(town.db.deleteFrom('canteen_guest_events').execute()).rejects.toThrow('append-only')
  })

  test('when 陈师傅 wants to write his own papers or forgive himself, then somebody else is to do it, and nothing changes', async () => {
    await lookUp(chen)
    const id = chen.personId
    const refused = [await tryWrite({}, id), await tryWrite({ deliveryAddress: '爱博四村 9号楼 808' }, id), await haveWord(id)]
    expect(refused.map(code)).toEqual(Array(3).fill('403 canteen-own-papers'))
    expect(refused[0]?.problem.detail).toBe('自己的证件要请另一位工作人员核对。')
    expect(code(await tryWrite({}, id.toUpperCase()))).toBe('400 input-invalid')
    expect(await town.db.selectFrom('canteen_guests').select('person_id').where('person_id', '=', chen.personId).execute()).toEqual([])
    const wen = await colleague()
    await tryLookUp(await shows(chen), wen)
    expect((await tryWrite({}, chen.personId, wen)).status).toBe(200)
  })

  test('when a word is sent again, then it is had once, papers are read anew by who may still read them, and none are kept with the key', async () => {
    await lookUp(guest)
    await tryWrite({ deliveryAddress: '爱博四村 9号楼 808' })
    const key = randomUUID()
    const send = () =>
      chen.call('POST /canteens/:id/guests/:personId/words', {
        ...{ params: { id: gubei, personId: guest.personId }, body: { note: '下次提前取消' }, key },
      })
    const [first, again] = [await send(), await send()]
    expect([again.status, again.body, again.headers['idempotency-replayed']]).toEqual([200, first.body, 'true'])
    expect(first.body).toMatchObject({ birthday: '1950-05-20', deliveryAddress: '爱博四村 9号楼 808' })
    const kept = await town.db.selectFrom('idempotency_keys').select('answer').where('key', '=', key).executeTakeFirstOrThrow()
    expect(kept.answer).toBe('null')
    expect((await accesses()).filter(({ what }) => what === 'canteen-papers')).toHaveLength(3)
    town.at(minutes(30) + 1)
    expect(code(await send())).toBe('403 canteen-guest-not-shown')
  })

  test('when the guest showed the code, then papers are written within thirty minutes, and not later', async () => {
    expect(code(await tryWrite())).toBe('403 canteen-guest-not-shown')
    await lookUp(guest)
    town.at(minutes(30))
    expect((await tryWrite()).body).toMatchObject({ birthday: '1950-05-20', statuses: ['district', 'hukou'] })
    town.at(1)
    expect(code(await tryWrite())).toBe('403 canteen-guest-not-shown')
    expect(code(await haveWord())).toBe('403 canteen-guest-not-shown')
  })

  test('when the code was shown to a colleague or for another guest, then that is not enough', async () => {
    const wen = await colleague()
    const [other] = (await crowd(town, 1)) as [Caller]
    await lookUp(other)
    await tryLookUp(await shows(guest), wen)
    expect(code(await tryWrite())).toBe('403 canteen-guest-not-shown')
    expect(code(await tryWrite({}, other.personId, wen))).toBe('403 canteen-guest-not-shown')
    expect(code(await haveWord(other.personId, wen))).toBe('403 canteen-guest-not-shown')
    expect((await tryWrite({}, guest.personId, wen)).status).toBe(200)
    expect(code(await tryWrite({}, other.personId, chen, 'CAN-002'))).toBe('404 canteen-unknown')
  })

  test.each([
    ['1899-12-31', '400 input-invalid'],
    ['2026-02-30', '400 input-invalid'],
    ['2026-11-20', '422 canteen-birthday'],
    ['2026-11-21', '422 canteen-birthday'],
    ['2027-01-01', '422 canteen-birthday'],
  ])('when the birthday is %s, then it is refused and nothing is written', async (birthday, expected) => {
    await lookUp(guest)
    expect(code(await tryWrite({ birthday }))).toBe(expected)
    const rows = await town.db.selectFrom('canteen_guests').select('person_id').where('person_id', '=', guest.personId).execute()
    expect(rows).toEqual([])
  })

  test('when somebody would be older than 130 years, then that is refused, and at 130 it is not', async () => {
    town.at('2030-12-31T09:00:00+08:00')
    await lookUp(guest)
    expect((await tryWrite({ birthday: '1900-01-01' })).status).toBe(200)
    town.at('2031-01-01T00:00:00+08:00')
    await lookUp(guest)
    expect(code(await tryWrite({ birthday: '1900-01-01' }))).toBe('422 canteen-birthday')
  })

  test('when papers are written, then nobody who has the table can read them', async () => {
    await lookUp(guest)
    const address = '爱博四村 9号楼 808'
    expect((await tryWrite({ statuses: ['district', 'low_income'], deliveryAddress: ` ${address} ` })).body.deliveryAddress).toBe(address)
    const row = await town.db.selectFrom('canteen_guests').selectAll().where('person_id', '=', guest.personId).executeTakeFirstOrThrow()
    expect(row.facts_sealed).toMatch(/^1\.[\w-]{40,}$/)
    expect(row.address_sealed).toMatch(/^1\.[\w-]{40,}$/)
    const events = await town.db.selectFrom('messages').select('body').where('person_id', '=', guest.personId).execute()
    const kept = JSON.stringify([row, await accesses(), events])
    for (const word of ['1950-05', 'low_income', 'district', '爱博', '9号楼']) expect([word, kept.includes(word)]).toEqual([word, false])
    expect((await guest.ok('GET /inbox')).items[0]).toMatchObject({ title: '已登记', body: expect.stringContaining('可以送餐到家') })
  })

  test('when papers change, then the new ones are the only ones', async () => {
    await lookUp(guest)
    await tryWrite({ deliveryAddress: '爱博四村 9号楼 808' })
    await tryWrite({ statuses: [] })
    expect(await lookUp(guest)).toMatchObject({ birthday: '1950-05-20', statuses: [], deliveryAddress: null })
  })

  test('when they are not as they must be, then they are refused', async () => {
    await lookUp(guest)
    for (const changes of [
      { statuses: ['district', 'district'] as GuestStatus[] },
      { statuses: ['poor'] as unknown as GuestStatus[] },
      { deliveryAddress: '  ' },
      { deliveryAddress: '长'.repeat(101) },
    ]) {
      expect(code(await tryWrite(changes))).toBe('400 input-invalid')
    }
  })

  test('when a guest is verified, then they pay less from the next meal on, may have it brought, and what was booked stays', async () => {
    const two = lunch(date, { mode: 'eat_in', items: [{ dishId: pork, quantity: 2 }] })
    const before = await book(guest, two)
    expect(before.bill).toEqual({ totalFen: 2400, lines: [], payableFen: 2400 })
    expect(code(await tryBook(guest, lunch(date, { mode: 'delivery' })))).toBe('409 canteen-not-registered')
    await lookUp(guest)
    await tryWrite({ deliveryAddress: '爱博四村 9号楼 808' })
    expect((await book(guest, two)).bill).toEqual({
      totalFen: 2400,
      lines: [
        { kind: 'discount', label: '60–79 岁 9 折', fen: -240 },
        { kind: 'subsidy', label: '60–79 岁堂吃补贴', fen: -200 },
      ],
      payableFen: 1960,
    })
    expect((await guest.ok('GET /orders/:id', { params: { id: before.id } })).bill).toEqual(before.bill)
    expect((await tryBook(guest, lunch(date, { mode: 'delivery' }))).status).toBe(201)
    const family = await guest.ok('GET /me/family')
    expect(family.eaters[0]).toMatchObject({ verified: true, discount: '60–79 岁 9 折', delivery: true })
  })

  test('when 王阿姨 brings the paper of her allowance, then her bill is another one', async () => {
    const wang = await town.as('resident')
    const quote = async () =>
      (await wang.ok('POST /orders/quotes', { body: lunch(date, { mode: 'eat_in' }) })).bill.lines.map(({ label, fen }) => [label, fen])
    expect(await quote()).toEqual([['80 岁以上 85 折', -180]])
    expect(await lookUp(wang)).toMatchObject({ nickname: '王阿姨', phone: '138****1001', birthday: '1944-03-08' })
    await tryWrite({ birthday: '1944-03-08', statuses: ['district', 'hukou', 'low_income'] }, wang.personId)
    expect(await quote()).toEqual([
      ['80 岁以上 85 折', -180],
      ['低保老人堂吃补贴', -500],
    ])
  })
})

describe('meals not collected', () => {
  /** The guest books so many lunches of the day and does not come; the clock finds out at a quarter past one. */
  async function missed(count: number, eater = guest): Promise<void> {
    town.at(start)
    for (let at = 0; at < count; at += 1) await book(eater, lunch(date))
    town.at(`${date}T13:15:00+08:00`)
    await town.tick('canteen-clock')
  }
  const blocked = async () => (await guest.ok('GET /me/family')).eaters[0]?.blocked
  /** A lunch on the third day from now. */
  async function laterLunch(): Promise<string> {
    const day = dayAfter(new Date(town.now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10), 3)
    const items = [{ dishId: pork, quota: 9 }]
    await chen.ok('PUT /canteens/:id/plans/:date/:sitting', { params: { id: gubei, date: day, sitting: 'lunch' }, body: { items } })
    await chen.ok('POST /canteens/:id/publications', { params: { id: gubei }, body: { from: day, days: 1 } })
    return day
  }

  test('when two were not collected, then the guest may book, and when three were not, staff have a word first', async () => {
    await missed(2)
    expect(await blocked()).toBe(false)
    const next = await laterLunch()
    await book(guest, lunch(next))
    expect((await lookUp(guest)).noShows).toBe(2)
    town.at(`${next}T13:15:00+08:00`)
    await town.tick('canteen-clock')
    expect(await blocked()).toBe(true)
    const after = await laterLunch()
    expect(code(await tryBook(guest, lunch(after)))).toBe('409 canteen-no-shows')
    expect(await lookUp(guest)).toMatchObject({ noShows: 3, blocked: true })
    expect((await haveWord()).body).toMatchObject({ noShows: 0, blocked: false })
    expect((await guest.ok('GET /inbox')).items[0]?.title).toBe('可以接着订餐了')
    expect((await tryBook(guest, lunch(after))).status).toBe(201)
  })

  test('when the word was had, then only meals after it count, and papers stay as they were', async () => {
    await missed(3)
    await lookUp(guest)
    await tryWrite()
    const { body } = await haveWord()
    expect(body).toMatchObject({ birthday: '1950-05-20', blocked: false })
    date = await laterLunch()
    await book(guest, lunch(date))
    town.at(`${date}T13:15:00+08:00`)
    await town.tick('canteen-clock')
    expect(await lookUp(guest)).toMatchObject({ noShows: 1, blocked: false })
  })

  test('when the word was had after the meal and before the clock found out, then that meal is forgiven, and one that was not over is not', async () => {
    for (let at = 0; at < 3; at += 1) await book(guest, lunch(date))
    town.at(`${date}T13:05:00+08:00`)
    await lookUp(guest)
    await haveWord()
    town.at(`${date}T13:15:00+08:00`)
    await town.tick('canteen-clock')
    expect(await lookUp(guest)).toMatchObject({ noShows: 0, blocked: false })
    date = await laterLunch()
    await book(guest, lunch(date))
    town.at(`${date}T12:59:59+08:00`)
    await lookUp(guest)
    await haveWord()
    town.at(`${date}T13:15:00+08:00`)
    await town.tick('canteen-clock')
    expect((await lookUp(guest)).noShows).toBe(1)
  })

  test('when the mother does not come, then it is her who is asked, whoever booked', async () => {
    const [mother] = (await crowd(town, 1)) as [Caller]
    await tryBind(guest, await shows(mother))
    for (let at = 0; at < 3; at += 1) await book(guest, lunch(date, { forPersonId: mother.personId }))
    town.at(`${date}T13:15:00+08:00`)
    await town.tick('canteen-clock')
    const next = await laterLunch()
    const { eaters } = await guest.ok('GET /me/family')
    expect(eaters.map((eater) => eater.blocked)).toEqual([false, true])
    expect((await tryBook(guest, lunch(next))).status).toBe(201)
    expect(code(await tryBook(guest, lunch(next, { forPersonId: mother.personId })))).toBe('409 canteen-no-shows')
  })

  test('when thirty days have passed, then they do not count any more, and a millisecond before they do', async () => {
    await missed(3)
    const since = new Date(`${date}T13:00:00+08:00`)
    town.at(later(since, 30 * 24 * 3_600_000 - 1))
    const next = await laterLunch()
    expect(await blocked()).toBe(true)
    expect(code(await tryBook(guest, lunch(next)))).toBe('409 canteen-no-shows')
    expect(await lookUp(guest)).toMatchObject({ noShows: 3, blocked: true })
    town.at(1)
    expect(await blocked()).toBe(false)
    expect(await lookUp(guest)).toMatchObject({ noShows: 0, blocked: false })
    expect((await tryBook(guest, lunch(next))).status).toBe(201)
  })
})
