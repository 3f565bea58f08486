import { randomUUID } from 'node:crypto'
import type { AllCalls } from '../../contract'
import type { BodyOf } from '../../contract/call'
import type { Order } from '../../contract/canteen'
import { minutes } from '../../server/shared/shanghai'
import { dayAfter } from '../../server/shared/times'
import { crowd } from '../helpers/crowd'
import {
  book,
  cancel,
  disagreements,
  freshLunch,
  greens,
  gubei,
  lunch,
  meatballs,
  pickUp,
  pork,
  see,
  start,
  tryBook,
} from '../helpers/meals'
import { type Caller, TestTown } from '../helpers/server'

let town: TestTown
let chen: Caller
/** Each test has a daughter and a mother of its own who have nothing to do with each other yet, and a lunch. */
let daughter: Caller
let mother: Caller
let date: string
beforeAll(async () => {
  town = await TestTown.open(start)
  chen = await town.as('canteen_staff')
})
beforeEach(async () => {
  town.at(start)
  date = await freshLunch(town)
  ;[daughter, mother] = (await crowd(town, 2)) as [Caller, Caller]
})
afterEach(async () => {
  expect(await disagreements(town.db)).toEqual([])
})
afterAll(() => town.close())

const codeOf = ({ status, problem }: { status: number; problem: { code: string } }) => `${status} ${problem.code}`
const shows = async (caller: Caller) => (await caller.ok('POST /me/consent-codes')).code
const type = (caller: Caller, code: string, key?: string, label = ' 妈妈 ') =>
  caller.call('POST /me/family', { body: { code, label }, ...(key ? { key } : {}) })
const bind = async (booker = daughter, eater = mother) => (await type(booker, await shows(eater))).body
const unbind = (caller: Caller, id: string) => caller.call('DELETE /me/family/:id', { params: { id } })
const family = (caller: Caller) => caller.ok('GET /me/family')
const newest = async (caller: Caller) => (await caller.ok('GET /inbox')).items[0]
const forMother = (changes: object = {}) => lunch(date, { forPersonId: mother.personId, ...changes })
/** Hands the meal over at eleven of its day. */
async function eat(order: Order): Promise<void> {
  town.at(`${order.date}T11:00:00+08:00`)
  expect((await pickUp(chen, { code: order.number })).status).toBe(200)
}

describe('a consent', () => {
  test('when the daughter types what the mother shows, then she may book for her, and both are told', async () => {
    expect(codeOf(await tryBook(daughter, forMother()))).toBe('404 canteen-eater-unknown')
    const answer = await type(daughter, await shows(mother))
    expect(answer.status).toBe(201)
    expect(answer.body).toEqual({
      ...{ personId: mother.personId, nickname: '客人2', label: '妈妈', linkId: expect.any(String) },
      ...{ verified: false, discount: null, delivery: false, blocked: false },
    })
    expect(await family(daughter)).toEqual({
      eaters: [{ ...answer.body, personId: daughter.personId, nickname: '客人1', label: null, linkId: null }, answer.body],
      bookers: [],
    })
    const { eaters, bookers } = await family(mother)
    expect([eaters.length, bookers]).toEqual([1, [{ linkId: answer.body.linkId, nickname: '客人1', since: expect.any(String) }]])
    expect((await newest(daughter))?.body).toBe('您可以替客人2订餐了。')
    expect((await newest(mother))?.body).toContain('客人1可以替您订餐了')
    expect((await tryBook(daughter, forMother())).status).toBe(201)
  })

  test('when the daughter may book for the mother, then the mother may not book for the daughter', async () => {
    await bind()
    expect(codeOf(await tryBook(mother, lunch(date, { forPersonId: daughter.personId })))).toBe('404 canteen-eater-unknown')
  })

  test('when somebody types their own code, then it is refused and still good for another', async () => {
    const code = await shows(mother)
    expect(codeOf(await type(mother, code))).toBe('422 canteen-own-code')
    expect((await type(daughter, code)).status).toBe(201)
  })

  test('when the two have one already, then there is no second, and nobody is told again', async () => {
    await bind()
    const before = await newest(mother)
    expect(codeOf(await type(daughter, await shows(mother)))).toBe('409 canteen-family-known')
    expect((await family(daughter)).eaters).toHaveLength(2)
    expect(await newest(mother)).toEqual(before)
  })

  test('when the code is wrong, used or too old, then nothing is bound', async () => {
    const used = await shows(mother)
    await type((await crowd(town, 1))[0] as Caller, used)
    expect(codeOf(await type(daughter, used))).toBe('404 canteen-consent-unknown')
    const old = await shows(mother)
    town.at(minutes(10))
    expect(codeOf(await type(daughter, old))).toBe('404 canteen-consent-unknown')
    expect((await family(daughter)).eaters).toHaveLength(1)
  })

  test('when the answer was lost and the phone tries again, then it has the same answer', async () => {
    const [code, key] = [await shows(mother), randomUUID()]
    const first = await type(daughter, code, key)
    expect(await type(daughter, code, key)).toMatchObject({ status: 201, body: first.body })
    const row = await town.db.selectFrom('canteen_consent_tries').select('tries').where('person_id', '=', daughter.personId).execute()
    expect(row).toEqual([])
  })

  test.each(['', '   ', '我亲爱的妈妈和她的猫咪'])('when the mother is to be called %j, then that is refused', async (label) => {
    expect(codeOf(await type(daughter, await shows(mother), undefined, label))).toBe('400 input-invalid')
  })

  test('when somebody books for ten, then there is no eleventh, and that one’s code stays good', async () => {
    for (const eater of await crowd(town, 10)) await bind(daughter, eater)
    const code = await shows(mother)
    expect(codeOf(await type(daughter, code))).toBe('409 canteen-family-full')
    expect((await family(daughter)).eaters).toHaveLength(11)
    expect((await family(mother)).bookers).toEqual([])
    const { linkId } = (await family(daughter)).eaters[1] as { linkId: string }
    await unbind(daughter, linkId)
    expect((await type(daughter, code)).status).toBe(201)
  })
})

describe('the end of a consent', () => {
  test.each([
    ['daughter', 'mother', '客人1不再替您订餐了。'],
    ['mother', 'daughter', '客人2解除了代订，您不能再替 TA 订餐。'],
  ] as const)('when the %s ends it, then the %s is told, nobody books any more, and old meals stay for both', async (who, whom, told) => {
    const [one, other] = [who, whom].map((name) => (name === 'daughter' ? daughter : mother)) as [Caller, Caller]
    const { linkId } = await bind()
    const old = await book(daughter, forMother())
    const before = await newest(one)
    expect((await unbind(one, linkId as string)).status).toBe(204)
    expect((await newest(other))?.body).toBe(told)
    expect(await newest(one)).toEqual(before)
    expect(codeOf(await tryBook(daughter, forMother()))).toBe('404 canteen-eater-unknown')
    expect(codeOf(await daughter.call('POST /orders/quotes', { body: forMother() }))).toBe('404 canteen-eater-unknown')
    for (const caller of [daughter, mother]) {
      expect((await see(caller, old.id)).state).toBe('booked')
      expect((await caller.ok('GET /orders', {})).items.map(({ id }) => id)).toEqual([old.id])
    }
    expect((await family(daughter)).eaters).toHaveLength(1)
    expect((await family(mother)).bookers).toEqual([])
    expect(codeOf(await unbind(other, linkId as string))).toBe('404 canteen-family-unknown')
    expect((await cancel(mother, old.id)).status).toBe(200)
  })

  test('when somebody else wants to end it, then there is none, and it goes on', async () => {
    const { linkId } = await bind()
    const [stranger] = (await crowd(town, 1)) as [Caller]
    expect(codeOf(await unbind(stranger, linkId as string))).toBe('404 canteen-family-unknown')
    expect(codeOf(await unbind(stranger, randomUUID()))).toBe('404 canteen-family-unknown')
    expect((await tryBook(daughter, forMother())).status).toBe(201)
  })

  test('when it ends and is given anew, then it is a new one and good again', async () => {
    const { linkId } = await bind()
    await unbind(mother, linkId as string)
    const again = await bind()
    expect(again.linkId).not.toBe(linkId)
    expect((await tryBook(daughter, forMother())).status).toBe(201)
  })
})

describe('what somebody ate', () => {
  const eaten = (caller: Caller, from: string, personId?: string) =>
    caller.call('GET /me/nutrition', { query: { from, ...(personId ? { personId } : {}) } })

  test('when a week is asked for, then each day has the sums of the meals that were collected, of nobody else', async () => {
    await bind()
    const two = [
      { dishId: pork, quantity: 2 },
      { dishId: greens, quantity: 1 },
    ]
    const [first, second] = [await book(daughter, forMother({ items: two })), await book(mother, lunch(date))]
    await book(mother, lunch(date))
    await book(daughter, lunch(date))
    const gone = await book(daughter, forMother())
    await cancel(daughter, gone.id)
    for (const order of [first, second]) await eat(order)
    const { body } = await eaten(mother, dayAfter(date, -2))
    expect(body.days.map((day) => day.date)).toEqual(Array.from({ length: 7 }, (_, at) => dayAfter(date, at - 2)))
    expect(body.days[2]).toEqual({
      ...{ date, meals: 2, kcal: 3 * 380 + 163, proteinG: 3 * 15 + 10, fatG: 3 * 32 + 7 },
      ...{ carbohydrateG: 3 * 8 + 15, sodiumMg: 3 * 780 + 560 },
    })
    const nothing = { meals: 0, kcal: 0, proteinG: 0, fatG: 0, carbohydrateG: 0, sodiumMg: 0 }
    expect(body.days.filter((day) => day.date !== date)).toEqual(
      body.days.filter((day) => day.date !== date).map((day) => ({ date: day.date, ...nothing })),
    )
    expect((await eaten(daughter, dayAfter(date, -2), mother.personId)).body).toEqual(body)
    expect((await eaten(daughter, date)).body.days[0]).toEqual({ date, ...nothing })
  })

  test('when the person has not agreed, or not any more, then there is nothing to see', async () => {
    expect(codeOf(await eaten(daughter, date, mother.personId))).toBe('404 canteen-eater-unknown')
    const { linkId } = await bind()
    expect((await eaten(daughter, date, mother.personId)).status).toBe(200)
    expect(codeOf(await eaten(mother, date, daughter.personId))).toBe('404 canteen-eater-unknown')
    await unbind(mother, linkId as string)
    expect(codeOf(await eaten(daughter, date, mother.personId))).toBe('404 canteen-eater-unknown')
    expect(codeOf(await eaten(daughter, '2026-02-30'))).toBe('400 input-invalid')
  })
})

describe('what somebody ate of a dish that has changed', () => {
  test('when the kitchen changes what is in it, then meals of before keep theirs, and those after have the new', async () => {
    const next = await freshLunch(town)
    const [before, after] = [await book(mother, lunch(date)), await book(mother, lunch(next))]
    const eaten = async () => (await mother.ok('GET /me/nutrition', { query: { from: date } })).days.slice(0, 2).map((day) => day.kcal)
    const { items } = await chen.ok('GET /canteens/:id/dishes', { params: { id: gubei } })
    const { id: dishId, pictureUrl, stars, ratings, ...dish } = items.find(({ id }) => id === pork) as (typeof items)[number]
    const change = (kcal: number) =>
      chen.ok('PUT /canteens/:id/dishes/:dishId', { params: { id: gubei, dishId }, body: { ...dish, parts: [], kcal } })
    await eat(before)
    town.at(minutes(1))
    await change(1)
    town.at(minutes(1))
    await change(2)
    expect(await eaten()).toEqual([380, 0])
    await eat(after)
    expect(await eaten()).toEqual([380, 2])
    town.at(minutes(1))
    await change(380)
    expect(await eaten()).toEqual([380, 2])
  })
})

describe('the last meal again', () => {
  const again = (caller: Caller, day: string, more: object = {}) =>
    caller.call('GET /orders/suggestion', { query: { canteenId: gubei, date: day, sitting: 'lunch', ...more } })
  const eatenBefore = (mode: 'eat_in' | 'take_away' = 'eat_in') =>
    book(
      mother,
      lunch(date, {
        mode,
        window: '11:30',
        items: [
          { dishId: pork, quantity: 1 },
          { dishId: greens, quantity: 2 },
        ],
      }),
    )
  const porkAgain = { dishId: pork, name: '红烧肉', quantity: 1, priceFen: 1200 }
  const greensAgain = { dishId: greens, name: '四喜烤麸', quantity: 2, priceFen: 500 }

  test('when the same dishes are on the menu, then they are the tray, at the same time and in the same way', async () => {
    await eatenBefore()
    const next = await freshLunch(town)
    expect((await again(mother, next)).body).toEqual({
      basket: { window: '11:30', mode: 'eat_in', items: [porkAgain, greensAgain] },
      replaced: [],
    })
  })

  test('when orders are taken while meals are collected, then no window that is over is the time', async () => {
    await book(mother, lunch(date, { window: '10:30' }))
    const next = await freshLunch(town)
    await town.db
      .updateTable('canteen_menus')
      .set({ order_until: `${next}T12:30:00+08:00` })
      .where('day', '=', next)
      .execute()
    const window = async () => (await again(mother, next)).body.basket?.window
    town.at(`${next}T10:44:59+08:00`)
    expect(await window()).toBe('10:30')
    town.at(1000)
    expect(await window()).toBe('10:45')
  })

  test('when a dish is not on the menu or is sold out, then the nearest of its kind stands in for it', async () => {
    await eatenBefore()
    const off = await freshLunch(town, [
      { dishId: meatballs, quota: 5 },
      { dishId: 'D003', quota: 5 },
      { dishId: greens, quota: 5 },
    ])
    const expected = { items: [greensAgain, { dishId: meatballs, name: '红烧狮子头', quantity: 1, priceFen: 1000 }] }
    const { body } = await again(mother, off)
    expect(body).toEqual({ basket: { window: '11:30', mode: 'eat_in', ...expected }, replaced: [{ was: '红烧肉', now: '红烧狮子头' }] })
    const sold = await freshLunch(town)
    const params = { id: gubei, date: sold, sitting: 'lunch' as const, dishId: pork }
    await chen.ok('PATCH /canteens/:id/plans/:date/:sitting/items/:dishId', { params, body: { soldOut: true } })
    expect((await again(mother, sold)).body).toMatchObject({ basket: expected, replaced: [{ was: '红烧肉', now: '红烧狮子头' }] })
  })

  test('when there is nothing of a kind, then it falls away, and when nothing is left, then there is no tray', async () => {
    await eatenBefore()
    const soup = await freshLunch(town, [{ dishId: pork, quota: 5 }])
    expect((await again(mother, soup)).body).toMatchObject({
      basket: { items: [porkAgain] },
      replaced: [{ was: '四喜烤麸', now: null }],
    })
    const none = await freshLunch(town, [{ dishId: 'D025', quota: 5 }])
    expect((await again(mother, none)).body).toEqual({ basket: null, replaced: [] })
  })

  test('when there was no meal, no menu, or it is too late, then there is nothing to go by', async () => {
    const nothing = { basket: null, replaced: [] }
    expect((await again(mother, date)).body).toEqual(nothing)
    await eatenBefore()
    expect((await again(mother, dayAfter(date, 40))).body).toEqual(nothing)
    const next = await freshLunch(town)
    town.at(`${next}T08:59:59.999+08:00`)
    expect((await again(mother, next)).body.basket).not.toBeNull()
    town.at(1)
    expect((await again(mother, next)).body).toEqual(nothing)
  })

  test('when the last window is full, then it is the first with room', async () => {
    await eatenBefore()
    const next = await freshLunch(town)
    const windows = () => town.db.updateTable('canteen_windows').set({ capacity: 0, remaining: 0 }).where('day', '=', next)
    await windows().where('starts_minute', 'in', [690, 630]).execute()
    expect((await again(mother, next)).body.basket?.window).toBe('10:45')
    await windows().execute()
    expect((await again(mother, next)).body.basket?.window).toBeNull()
  })

  test('when the daughter asks for the mother, then it is the mother’s meal, and a stranger learns nothing', async () => {
    await eatenBefore()
    const next = await freshLunch(town)
    const asked = { forPersonId: mother.personId }
    expect(codeOf(await again(daughter, next, asked))).toBe('404 canteen-eater-unknown')
    await bind()
    expect((await again(daughter, next, asked)).body.basket?.items).toEqual([porkAgain, greensAgain])
    expect((await again(daughter, next)).body.basket).toBeNull()
    expect(codeOf(await again(daughter, next, { canteenId: 'CAN-404' }))).toBe('404 canteen-unknown')
  })
})

describe('stars', () => {
  type Stars = BodyOf<AllCalls['POST /orders/:id/ratings']>['items']
  const rate = (caller: Caller, id: string, items: Stars, text?: string) =>
    caller.call('POST /orders/:id/ratings', { params: { id }, body: { items, ...(text ? { text } : {}) } })
  const five = [{ dishId: pork, stars: 5 }]
  /** What the menu says of a dish. */
  const told = async (dishId: string) => {
    const { dishes } = await town.guest.ok('GET /canteens/:id/menus', { params: { id: gubei }, query: { from: date, days: 1 } })
    const { stars, ratings } = dishes.find(({ id }) => id === dishId) as { stars: number | null; ratings: number }
    return { stars, ratings }
  }

  test('when three meals are rated, then the menu tells the mean to one decimal, at once', async () => {
    expect(await told(meatballs)).toEqual({ stars: null, ratings: 0 })
    const items = [{ dishId: meatballs, quantity: 1 }]
    for (const [stars, mean] of [
      [5, 5],
      [4, 4.5],
      [4, 4.3],
    ] as const) {
      town.at(start)
      const order = await book(mother, lunch(date, { items }))
      await eat(order)
      expect((await rate(mother, order.id, [{ dishId: meatballs, stars }])).status).toBe(201)
      expect((await told(meatballs)).stars).toBe(mean)
    }
    expect((await told(meatballs)).ratings).toBe(3)
  })

  test('when it was rated once, by whoever of the two, then not again, also by both at once', async () => {
    await bind()
    const order = await book(daughter, forMother())
    await eat(order)
    expect(await see(mother, order.id)).toMatchObject({ mayRate: true })
    const before = await told(pork)
    const answers = await Promise.all([daughter, mother, daughter].map((caller) => rate(caller, order.id, five, '好吃')))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409])
    expect(codeOf(await rate(mother, order.id, five))).toBe('409 canteen-rated')
    expect((await told(pork)).ratings).toBe(before.ratings + 1)
    expect(await see(daughter, order.id)).toMatchObject({ state: 'collected', mayRate: false })
  })

  test('when many rate the same dishes at once, in any order, then each is counted', async () => {
    const dishIds = [pork, meatballs, greens, 'D003', 'D004']
    date = await freshLunch(
      town,
      dishIds.map((dishId) => ({ dishId, quota: 30 })),
    )
    const guests = await crowd(town, 24)
    const items = dishIds.map((dishId) => ({ dishId, quantity: 1 }))
    const orders: Order[] = []
    for (const guest of guests) orders.push(await book(guest, lunch(date, { items })))
    for (const order of orders) await eat(order)
    const before = await told('D003')
    const stars = dishIds.map((dishId) => ({ dishId, stars: 3 }))
    const answers = await Promise.all(
      guests.map((guest, at) => rate(guest, orders[at]?.id as string, at % 2 ? stars : [...stars].reverse())),
    )
    expect(answers.map(({ status }) => status)).toEqual(Array(24).fill(201))
    expect((await told('D003')).ratings).toBe(before.ratings + 24)
  })

  test('when it was not collected, or is somebody else’s, then it cannot be rated', async () => {
    const order = await book(mother, lunch(date))
    expect((await see(mother, order.id)).mayRate).toBe(false)
    expect(codeOf(await rate(mother, order.id, five))).toBe('409 canteen-not-eaten')
    expect(codeOf(await rate(daughter, order.id, five))).toBe('404 canteen-order-unknown')
    await eat(order)
    expect(codeOf(await rate(daughter, order.id, five))).toBe('404 canteen-order-unknown')
    expect(codeOf(await rate(chen, order.id, five))).toBe('404 canteen-order-unknown')
  })

  test.each<[why: string, items: Stars, expected: string]>([
    ['a dish of another meal', [{ dishId: meatballs, stars: 5 }], '422 canteen-dish-unknown'],
    ['a dish twice', [five[0], five[0]] as Stars, '422 canteen-dish-unknown'],
    ['a dish of theirs and one of another meal', [...five, { dishId: greens, stars: 1 }], '422 canteen-dish-unknown'],
    ['no star', [{ dishId: pork, stars: 0 }], '400 input-invalid'],
    ['six stars', [{ dishId: pork, stars: 6 }], '400 input-invalid'],
    ['half a star', [{ dishId: pork, stars: 4.5 }], '400 input-invalid'],
    ['nothing', [], '400 input-invalid'],
  ])('when it is %s, then it is refused, and the meal may still be rated', async (_, items, expected) => {
    const order = await book(mother, lunch(date))
    await eat(order)
    expect(codeOf(await rate(mother, order.id, items))).toBe(expected)
    expect((await see(mother, order.id)).mayRate).toBe(true)
  })
})
