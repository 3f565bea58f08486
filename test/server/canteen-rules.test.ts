import fc from 'fast-check'
import { modes, orderStates, paymentStates, payWays } from '../../contract/canteen'
import {
  type Hindrance,
  hindranceOf,
  mayCancel,
  mayRate,
  type Offer,
  pickupHindrance,
  type Wish,
  windowsOf,
} from '../../server/services/canteen/rules'
import { shanghaiDay } from '../../server/shared/shanghai'
import { ageOn, dayAfter, isDay, minuteOf, minuteOfDay, momentAt, timeOf } from '../../server/shared/times'

const nine = new Date('2026-11-24T09:00:00+08:00')
const after = (ms: number, from = nine) => new Date(from.getTime() + ms)
const offer: Offer = { published: true, closedReason: null, orderUntil: nine.toISOString(), delivers: true, prepaid: true, numbers: 1 }
const wish: Wish = { mode: 'eat_in', way: 'counter', registered: true, noShows: 0, noShowLimit: 3, held: 0, made: 59, ordersPerMeal: 20 }

test.each<[Hindrance, Partial<Offer>, Partial<Wish>]>([
  ['no-menu', { published: false }, {}],
  ['called-off', { closedReason: '停气检修' }, {}],
  ['called-off', { closedReason: '' }, {}],
  ['too-late', { orderUntil: '2026-11-24T08:00:00+08:00' }, {}],
  ['no-delivery', { delivers: false }, { mode: 'delivery' }],
  ['not-registered', {}, { mode: 'delivery', registered: false }],
  ['no-prepay', { prepaid: false }, { way: 'prepaid' }],
  ['no-shows', {}, { noShows: 3 }],
  ['no-shows', {}, { noShows: 4 }],
  ['too-many', {}, { held: 20 }],
  ['too-often', {}, { made: 60 }],
  ['no-numbers', { numbers: 0 }, {}],
])('when a meal is hindered by %s, then nothing else need be: %j %j', (hindrance, offerChanges, wishChanges) => {
  expect(hindranceOf({ ...offer, ...offerChanges }, { ...wish, ...wishChanges }, after(-1))).toBe(hindrance)
})

test('when there is no meal at all, then there is no menu', () => {
  expect(hindranceOf(null, wish, after(-1))).toBe('no-menu')
})

test('when the last order comes, then it is a millisecond before the cut-off, not at it', () => {
  expect([-1, 0, 1].map((ms) => hindranceOf(offer, wish, after(ms)))).toEqual([null, 'too-late', 'too-late'])
})

test('when one less than the limit has happened, then the meal may still be booked', () => {
  expect(hindranceOf(offer, { ...wish, noShows: 2, held: 19 }, after(-1))).toBeNull()
})

test('when a canteen does not deliver or take money before, then all else it does', () => {
  const plain = { ...offer, delivers: false, prepaid: false }
  const can = modes.flatMap((mode) =>
    payWays.map((way) => [mode, way, hindranceOf(plain, { ...wish, mode, way, registered: false }, after(-1))]),
  )
  expect(can).toEqual([
    ['eat_in', 'counter', null],
    ['eat_in', 'prepaid', 'no-prepay'],
    ['take_away', 'counter', null],
    ['take_away', 'prepaid', 'no-prepay'],
    ['delivery', 'counter', 'no-delivery'],
    ['delivery', 'prepaid', 'no-delivery'],
  ])
})

test('when several things hinder, then the first that the guest cannot change is told', () => {
  const everything = { ...wish, mode: 'delivery', way: 'prepaid', registered: false, noShows: 9, held: 99 } as const
  const nothing = {
    published: false,
    closedReason: '停电',
    orderUntil: '2020-01-01T00:00:00Z',
    delivers: false,
    prepaid: false,
    numbers: 0,
  }
  const told: (Hindrance | null)[] = []
  for (const mend of [{}, { published: true }, { closedReason: null }, { orderUntil: nine.toISOString() }, { delivers: true }]) {
    Object.assign(nothing, mend)
    told.push(hindranceOf(nothing, everything, after(-1)))
  }
  expect(told).toEqual(['no-menu', 'called-off', 'too-late', 'no-delivery', 'not-registered'])
})

test('when lunch is from 10:30 to 13:00 in quarters of an hour, then there are ten windows', () => {
  const windows = windowsOf(630, 780, 15)
  expect(windows).toHaveLength(10)
  expect([windows[0], windows[9]]).toEqual([
    { starts: 630, ends: 645 },
    { starts: 765, ends: 780 },
  ])
})

test('when the windows do not come out even, then the last one is short', () => {
  expect(windowsOf(390, 430, 15)).toEqual([
    { starts: 390, ends: 405 },
    { starts: 405, ends: 420 },
    { starts: 420, ends: 430 },
  ])
  expect(windowsOf(600, 610, 15)).toEqual([{ starts: 600, ends: 610 }])
})

test('when a sitting is cut into windows, then every minute of it lies in exactly one', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1439 }),
      fc.integer({ min: 1, max: 1440 }),
      fc.integer({ min: 5, max: 240 }),
      (opens, long, length) => {
        const closes = Math.min(opens + long, 1440)
        const windows = windowsOf(opens, closes, length)
        expect([windows[0]?.starts, windows.at(-1)?.ends]).toEqual([opens, closes])
        windows.forEach(({ starts, ends }, at) => {
          expect(ends - starts).toBeGreaterThan(0)
          if (at < windows.length - 1) expect([ends - starts, windows[at + 1]?.starts]).toEqual([length, ends])
          else expect(ends - starts).toBeLessThanOrEqual(length)
        })
      },
    ),
  )
})

test.each(orderStates.map((state) => [state]))(
  'when an order is %s, then it may be cancelled while booked, to the last millisecond',
  (state) => {
    const order = { state, cancelUntil: nine.toISOString() }
    expect([-1, 0, 1].map((ms) => mayCancel(order, after(ms)))).toEqual([state === 'booked', false, false])
  },
)

test.each(orderStates.map((state) => [state]))(
  'when an order is %s, then its dishes are rated once it was collected, and once',
  (state) => {
    expect([null, nine.toISOString()].map((ratedAt) => mayRate({ state, ratedAt }))).toEqual([state === 'collected', false])
  },
)

const opensAt = new Date('2026-11-24T10:30:00+08:00')
const twoHours = 2 * 60 * 60_000

test.each([
  ['collected', 'collected'],
  ['cancelled', 'ended'],
  ['expired', 'ended'],
  ['no_show', 'ended'],
  ['booked', null],
] as const)('when a meal is %s, then what keeps it from being handed over is %s', (state, hindrance) => {
  expect(pickupHindrance({ state, way: 'counter', payment: 'unpaid', opensAt }, opensAt)).toBe(hindrance)
  // The first reason is told: too early and unpaid as well.
  const early = { state, way: 'prepaid', payment: 'unpaid', opensAt } as const
  expect(pickupHindrance(early, after(-twoHours - 1, opensAt))).toBe(hindrance ?? 'early')
})

test('when a meal is handed over before the sitting, then it is two hours before at most', () => {
  const meal = { state: 'booked', way: 'counter', payment: 'unpaid', opensAt } as const
  expect([-twoHours - 1, -twoHours, 0, 10 * twoHours].map((ms) => pickupHindrance(meal, after(ms, opensAt)))).toEqual([
    'early',
    null,
    null,
    null,
  ])
})

test.each(paymentStates.map((payment) => [payment]))(
  'when the payment is %s, then a prepaid meal needs it paid, one paid at the counter does not',
  (payment) => {
    const meal = { state: 'booked', payment, opensAt } as const
    expect(pickupHindrance({ ...meal, way: 'prepaid' }, opensAt)).toBe(payment === 'paid' ? null : 'unpaid')
    expect(pickupHindrance({ ...meal, way: 'counter' }, opensAt)).toBeNull()
  },
)

test.each([
  ['2026-11-23', '1944-11-24', 81],
  ['2026-11-24', '1944-11-24', 82],
  ['2026-11-25', '1944-11-24', 82],
  ['2026-12-31', '1944-03-08', 82],
  ['2026-01-01', '1944-12-31', 81],
  ['2026-02-28', '1944-02-29', 81],
  ['2026-03-01', '1944-02-29', 82],
  ['2028-02-28', '1944-02-29', 83],
  ['2028-02-29', '1944-02-29', 84],
  ['2028-02-29', '1944-03-01', 83],
  ['1944-02-29', '1944-02-29', 0],
  ['1944-02-28', '1944-02-29', -1],
])('when it is %s and somebody was born on %s, then they are %i', (day, birthday, age) => {
  expect(ageOn(day, birthday)).toBe(age)
})

test('when days pass, then nobody gets younger, and a year older exactly once a year', () => {
  const days = fc.integer({ min: -20_000, max: 20_000 }).map((count) => dayAfter('2000-01-01', count))
  fc.assert(
    fc.property(days, fc.nat(30_000), (birthday, count) => {
      const day = dayAfter(birthday, count)
      const older = ageOn(dayAfter(day, 1), birthday) - ageOn(day, birthday)
      expect([0, 1]).toContain(older)
      const year = Array.from({ length: 365 }, (_, at) => ageOn(dayAfter(day, at), birthday))
      expect(new Set(year).size).toBeLessThanOrEqual(2)
      expect(ageOn(`${Number(day.slice(0, 4)) + 1}${day.slice(4)}`, birthday)).toBe(ageOn(day, birthday) + 1)
    }),
  )
})

test('when a meal’s minutes are moments, then they count from Shanghai’s midnight, also back into the day before', () => {
  expect([-240, 0, 540, 1440].map((minute) => momentAt('2026-11-24', minute).toISOString())).toEqual([
    '2026-11-23T12:00:00.000Z',
    '2026-11-23T16:00:00.000Z',
    '2026-11-24T01:00:00.000Z',
    '2026-11-24T16:00:00.000Z',
  ])
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: -5000, max: 5000 }), (minute, count) => {
      const day = dayAfter('2026-11-24', count)
      const moment = momentAt(day, minute)
      expect([shanghaiDay(moment), minuteOfDay(moment), minuteOf(timeOf(minute))]).toEqual([day, minute, minute])
    }),
  )
})

test('when the calendar has no such day, then it is none', () => {
  expect(['2026-02-28', '2026-02-29', '2028-02-29', '2026-02-30', '2026-13-01', '2026-11-00', '2026-11-31'].map(isDay)).toEqual([
    true,
    false,
    true,
    false,
    false,
    false,
    false,
  ])
})
