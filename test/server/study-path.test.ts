import fc from 'fast-check'
import { dayAfter } from '../../server/shared/times'
import { crowd } from '../helpers/crowd'
import { type Caller, TestTown } from '../helpers/server'
import { checkIn, corner, disagreements, north, scan } from '../helpers/study'

let town: TestTown
let person: Caller
beforeAll(async () => {
  town = await TestTown.open('2026-11-01T09:00:00+08:00')
})
beforeEach(async () => {
  ;[person] = (await crowd(town, 1)) as [Caller]
})
afterAll(async () => {
  expect(await disagreements(town)).toEqual([])
  await town.close()
})

const path = (month?: string) => person.ok('GET /study/path', { query: month ? { month } : {} })
const on = (day: string) => town.at(`${day}T19:00:00+08:00`)

test('when nobody has been anywhere, then the path is empty, and says which badges there are', async () => {
  const li = await town.as('party_member')
  expect(await li.ok('GET /study/path')).toMatchObject({
    ...{ month: '2026-11', days: [], streak: 0, longestStreak: 0, checkIns: 0, points: 0, pending: 0, sites: [] },
    badges: [{ code: 'XH-FIRST', earnedAt: null }, { code: 'XH-MONTH' }],
  })
})

test('when five evenings in a row end with the month, then 金色麦浪 is earned, and each month has its days', async () => {
  const days = ['2026-11-28', '2026-11-29', '2026-11-30', '2026-12-01', '2026-12-02']
  const news: string[] = []
  for (const day of days) {
    on(day)
    news.push(...(await checkIn(town, person, { minutes: 30 })).newBadges.map(({ name }) => name))
  }
  expect(news).toEqual(['初到虹桥', '金色麦浪'])
  expect(await path('2026-11')).toMatchObject({
    days: days.slice(0, 3),
    streak: 5,
    longestStreak: 5,
    checkIns: 5,
    minutes: 150,
    points: 20,
  })
  expect(await path()).toMatchObject({ month: '2026-12', days: days.slice(3) })
  const { sites, badges } = await path()
  expect(sites).toEqual([
    { id: corner.id, name: '共享空间学习角(东)', location: { lng: 121.3656, lat: 31.1699 }, times: 5, last: '2026-12-02' },
  ])
  expect(badges.filter(({ earnedAt }) => earnedAt).map(({ code }) => code)).toEqual(['HQ-FIRST', 'HQ-WHEAT'])
})

test('when a day is over without a check-in, then the streak is; today is not over', async () => {
  on('2026-12-10')
  await checkIn(town, person)
  on('2026-12-11')
  expect(await path()).toMatchObject({ streak: 1 })
  on('2026-12-12')
  expect(await path()).toMatchObject({ streak: 0, longestStreak: 1 })
})

test('when nothing in the town was open on a day, then the streak goes on over it', async () => {
  on('2026-12-20')
  await checkIn(town, person)
  const shut = '2026-12-21'
  const sites = await town.db.selectFrom('study_sites').select('code').where('town_code', '=', '310112107').execute()
  const closed = sites.map(({ code }) => ({ town_code: '310112107', site_code: code, day: shut, opens_minutes: [], closes_minutes: [] }))
  await town.db.insertInto('study_hours_exceptions').values(closed).execute()
  on('2026-12-22')
  expect(await path()).toMatchObject({ streak: 1 })
  expect(await checkIn(town, person)).toMatchObject({ streak: 2 })
  await town.db.deleteFrom('study_hours_exceptions').where('day', '=', shut).where('site_code', '=', 'STU-003').execute()
  expect(await path()).toMatchObject({ streak: 1, longestStreak: 1 })
})

test('when something waits, then the path says how much, and it is no day yet', async () => {
  on('2027-01-05')
  await checkIn(town, person, { location: north(corner, 5000) })
  expect(await path()).toMatchObject({ pending: 1, days: [], checkIns: 0, sites: [], points: 0 })
})

test('when points come in, then each line says where from, page by page, and they are the total', async () => {
  on('2027-02-01')
  await checkIn(town, person, { minutes: 20, thought: '读了四史里的上海故事。' })
  on('2027-02-02')
  await checkIn(town, person, { minutes: 20 })
  const lines = []
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = await person.ok('GET /study/points', { query: { limit: 2, ...(cursor ? { cursor } : {}) } })
    expect(page.total).toBe(7)
    lines.push(...page.items)
    cursor = page.nextCursor
  }
  expect(lines.map(({ day }) => day)).toEqual(['2027-02-02', '2027-02-02', '2027-02-01', '2027-02-01', '2027-02-01'])
  expect(lines.reduce((sum, { points }) => sum + points, 0)).toBe(7)
  expect(lines.every(({ why }) => why.includes('共享空间学习角(东)'))).toBe(true)
})

test('when a line is written, then nobody can change or take it away', async () => {
  await expect(town.db.updateTable('study_points').set({ points: 100 }).execute()).rejects.toThrow(/append-only/)
  await expect(town.db.deleteFrom('study_points').execute()).rejects.toThrow(/append-only/)
})

test('when any people do anything on any days, then what is shown as total is the sum of the lines, always, and no cap is passed', async () => {
  const host = await town.as('site_host')
  let day = '2027-03-01'
  const step = fc.record({
    who: fc.nat(2),
    site: fc.constantFrom('STU-001', 'STU-002', 'RED-001', 'CIV-001'),
    far: fc.boolean(),
    minutes: fc.option(fc.integer({ min: 1, max: 480 })),
    thought: fc.option(fc.string({ maxLength: 30 }).filter((text) => !text.includes('\0'))),
    counts: fc.boolean(),
    nextDay: fc.boolean(),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
      const people = await crowd(town, 3)
      for (const { who, site, far, minutes, thought, counts, nextDay } of steps) {
        if (nextDay) day = dayAfter(day, 1)
        town.at(`${day}T12:00:00+08:00`)
        const one = people[who] as Caller
        const answer = await scan(town, one, { minutes, thought, ...(far ? { location: north(corner, 30_000) } : {}) }, site)
        expect([201, 409]).toContain(answer.status)
        if (answer.body.state === 'pending')
          await host.call('POST /check-ins/:id/decisions', { params: { id: answer.body.id }, body: { counts } })
      }
      for (const one of people) {
        const { items, total } = await one.ok('GET /study/points', { query: { limit: 100 } })
        expect(items.reduce((sum, { points }) => sum + points, 0)).toBe(total)
        expect((await one.ok('GET /study/path')).points).toBe(total)
        const mine = (await one.ok('GET /check-ins', { query: { limit: 100 } })).items
        expect(mine.reduce((sum, { points }) => sum + points, 0)).toBe(total)
        const perDay = new Map<string, number>()
        for (const { day, kind, points } of items) perDay.set(`${day} ${kind}`, (perDay.get(`${day} ${kind}`) ?? 0) + points)
        for (const [key, points] of perDay)
          expect([key, points <= ({ check_in: 6, minutes: 4, thought: 1 }[key.slice(11)] ?? 99)]).toEqual([key, true])
      }
    }),
    { numRuns: 12 },
  )
})
