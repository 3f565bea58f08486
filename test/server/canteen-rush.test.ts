import { crowd } from '../helpers/crowd'
import { cancel, disagreements, freshLunch, left, lunch, lunchMenu, meatballs, pork, start, tryBook } from '../helpers/meals'
import { type Caller, TestTown } from '../helpers/server'

let town: TestTown
beforeAll(async () => {
  town = await TestTown.open(start)
})
afterAll(() => town.close())

const tally = (codes: readonly string[]) =>
  Object.fromEntries([...new Set(codes)].map((code) => [code, codes.filter((one) => one === code).length]))

test('when 300 guests reach for 30 portions at the same moment, then exactly 30 have one, and the others are told what is still free', async () => {
  const date = await freshLunch(town, [
    { dishId: pork, quota: 30 },
    { dishId: meatballs, quota: 5 },
  ])
  const guests = await crowd(town, 300)
  const answers = await Promise.all(guests.map((guest) => tryBook(guest, lunch(date))))
  expect(tally(answers.map(({ status, problem }) => problem.code ?? String(status)))).toEqual({ 201: 30, 'canteen-sold-out': 270 })
  for (const { problem } of answers.filter(({ status }) => status === 409)) expect(problem.detail).toBe('红烧肉已订完。还有：红烧狮子头。')
  expect(await left(town, date)).toBe(0)
  expect(new Set(answers.flatMap(({ status, body }) => (status === 201 ? [body.number] : []))).size).toBe(30)
  expect(await disagreements(town.db)).toEqual([])
})

test('when the last places of a window are reached for at once, then nobody stands in one that is full, and nobody goes hungry', async () => {
  const date = await freshLunch(town)
  await town.db.updateTable('canteen_windows').set({ capacity: 7, remaining: 7 }).where('day', '=', date).execute()
  const guests = await crowd(town, 90)
  const answers = await Promise.all(guests.map((guest) => tryBook(guest, lunch(date))))
  expect(tally(answers.map(({ status, problem }) => problem.code ?? String(status)))).toEqual({ 201: 70, 'canteen-windows-full': 20 })
  expect((await lunchMenu(town, date)).windows.map((window) => window.left)).toEqual(Array(10).fill(0))
  expect(await disagreements(town.db)).toEqual([])
})

test('when guests book and cancel across each other, two dishes in either order, then nothing is lost and nothing hangs', async () => {
  const date = await freshLunch(town, [
    { dishId: pork, quota: 40 },
    { dishId: meatballs, quota: 40 },
  ])
  const guests = await crowd(town, 60)
  const both = [pork, meatballs].map((dishId) => ({ dishId, quantity: 1 }))
  const story = async (guest: Caller, at: number) => {
    const { status, body } = await tryBook(guest, lunch(date, { items: at % 2 ? both : [...both].reverse() }))
    if (status !== 201) return 0
    if (at % 3) return 1
    await Promise.all([cancel(guest, body.id), cancel(guest, body.id)])
    return 0
  }
  const kept = (await Promise.all(guests.map(story))).reduce<number>((sum, one) => sum + one, 0)
  expect(await left(town, date)).toBe(40 - kept)
  expect(await left(town, date, meatballs)).toBe(40 - kept)
  expect(await disagreements(town.db)).toEqual([])
})
