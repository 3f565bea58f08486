import { crowd } from '../helpers/crowd'
import { type Caller, TestTown } from '../helpers/server'
import { codesOf, corner, disagreements, north, said, scan, screenCode, send, start } from '../helpers/study'

let town: TestTown
beforeAll(async () => {
  town = await TestTown.open(start)
})
afterAll(() => town.close())

const countOf = async () => (await town.guest.ok('GET /sites/:id', { params: { id: corner.id } })).checkIns

test('when 500 scan the same screen at the same moment, then each has one check-in, and the site counts 500', async () => {
  const before = await countOf()
  const people = await crowd(town, 500)
  const code = await screenCode(town)
  const answers = await Promise.all(people.map((one, at) => send(one, { code, location: north(corner, at % 100) })))
  expect(new Set(answers.map(said))).toEqual(new Set(['201']))
  expect((await countOf()) - before).toBe(500)
  expect(await disagreements(town)).toEqual([])
})

test('when somebody checks in at seven sites at once, then three of them bring points, as the day’s cap has it', async () => {
  const [person] = (await crowd(town, 1)) as [Caller]
  const codes = await codesOf(town)
  const road = { code: codes.fixed('STU-003'), location: { lng: 121.3842, lat: 31.1776, accuracy: 1000 } }
  const mailbox = { code: codes.fixed('RED-002'), location: { lng: 121.3646, lat: 31.1695, accuracy: 1000 } }
  const mall = { code: codes.fixed('STU-005'), location: { lng: 121.3653, lat: 31.1685, accuracy: 1000 } }
  const answers = await Promise.all([
    ...['STU-001', 'STU-002'].map((site) => scan(town, person, { minutes: 60, thought: '同一个晚上走了好几处。' }, site)),
    ...[road, mailbox, mall].map((one) => send(person, { ...one, minutes: 60, thought: '同一个晚上走了好几处。' })),
  ])
  expect(new Set(answers.map(said))).toEqual(new Set(['201']))
  const { items, total } = await person.ok('GET /study/points', { query: { limit: 100 } })
  const sum = (kind: string) => items.filter((line) => line.kind === kind).reduce((all, line) => all + line.points, 0)
  const counted = (await person.ok('GET /check-ins')).items.filter(({ state }) => state === 'counted').length
  expect([sum('check_in'), sum('minutes'), sum('thought')]).toEqual([Math.min(6, counted * 2), 4, 1])
  expect(total).toBe(items.reduce((all, line) => all + line.points, 0))
  expect(await disagreements(town)).toEqual([])
})
