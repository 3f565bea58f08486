import { days } from '../../server/shared/shanghai'
import { phonePicture } from '../helpers/pictures'
import { type Caller, TestTown } from '../helpers/server'

let town: TestTown
let zhao: Caller
let wang: Caller
beforeAll(async () => {
  town = await TestTown.open()
  zhao = await town.as('admin')
  wang = await town.as('resident')
})
afterAll(() => town.close())

let keys = 0
const newKey = () => `a-key-for-a-test-${++keys}`
const worker = { role: 'grid_worker', scopeCode: 'XH-01' } as const
const leader = { role: 'grid_leader', scopeCode: 'XH-01' } as const
const give = (key: string, body: { role: 'grid_worker' | 'grid_leader'; scopeCode: string } = worker) =>
  zhao.call('POST /people/:id/grants', { params: { id: wang.personId }, body, key })
const timesGiven = async () => (await town.db.selectFrom('grant_events').selectAll().where('kind', '=', 'given').execute()).length
const takeAllBack = async () => {
  for (const grant of (await wang.ok('GET /me')).grants) await zhao.ok('DELETE /grants/:id', { params: { id: grant.id } })
}
afterEach(takeAllBack)

test('when a request comes again with its key, then it gets the same answer, is marked, and nothing happens again', async () => {
  const key = newKey()
  const first = await give(key)
  const again = await give(key)
  expect([first.status, again.status]).toEqual([201, 201])
  expect(again.body).toEqual(first.body)
  expect([first.headers['idempotency-replayed'], again.headers['idempotency-replayed']]).toEqual([undefined, 'true'])
})

test('when what was done has been undone since, then the same key does not do it again', async () => {
  const key = newKey()
  await give(key)
  await takeAllBack()
  const before = await timesGiven()
  expect((await give(key)).status).toBe(201)
  expect(await timesGiven()).toBe(before)
  expect((await wang.ok('GET /me')).grants).toEqual([])
})

test('when a key comes with another body or for another call, then it is refused and nothing happens', async () => {
  const key = newKey()
  await give(key)
  const before = await timesGiven()
  const other = await give(key, leader)
  const elsewhere = await zhao.upload(await phonePicture(), 'a.jpg', key)
  for (const { status, problem } of [other, elsewhere]) expect([status, problem.code]).toEqual([422, 'idempotency-key-reused'])
  expect(await timesGiven()).toBe(before)
})

test('when ten requests with one key run at once, then one does it and all get its answer', async () => {
  const before = await timesGiven()
  const key = newKey()
  const answers = await Promise.all(Array.from({ length: 10 }, () => give(key)))
  expect(new Set(answers.map(({ status, body }) => `${status} ${body.id}`)).size).toBe(1)
  expect(answers.filter(({ headers }) => headers['idempotency-replayed'])).toHaveLength(9)
  expect(await timesGiven()).toBe(before + 1)
})

test('when two different requests with one key run at once, then one is done and the other refused', async () => {
  const before = await timesGiven()
  const key = newKey()
  const answers = await Promise.all([give(key), give(key, leader)])
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 422])
  expect(await timesGiven()).toBe(before + 1)
})

test('when a request is refused, then its key is free for a better one', async () => {
  const key = newKey()
  const bad = await give(key, { role: 'grid_worker', scopeCode: 'no-such-grid' })
  expect(bad.status).toBe(422)
  expect(bad.problem.code).not.toBe('idempotency-key-reused')
  expect((await give(key)).status).toBe(201)
})

test('when two people have the same key by chance, then each gets their own', async () => {
  const key = newKey()
  const bytes = await phonePicture()
  const [first, second] = await Promise.all([wang.upload(bytes, 'a.jpg', key), zhao.upload(bytes, 'a.jpg', key)])
  expect([first.status, second.status]).toEqual([201, 201])
  expect(first.body.id).not.toBe(second.body.id)
})

test.each(['short', 'with a space', 'x'.repeat(101), 'tab\there-here', 'naïve-naïve'])(
  'when the key is "%s", then it is refused and nothing happens',
  async (key) => {
    const before = await timesGiven()
    const { status, problem } = await give(key)
    expect([status, problem.code]).toEqual([400, 'idempotency-key-invalid'])
    expect(await timesGiven()).toBe(before)
  },
)

test('when no key comes, then each request is one of its own', async () => {
  const [first, second] = [await wang.upload(await phonePicture()), await wang.upload(await phonePicture())]
  expect(first.body.id).not.toBe(second.body.id)
})

test('when a month has passed, then the keys are forgotten', async () => {
  await give(newKey())
  const kept = () => town.db.selectFrom('idempotency_keys').select('key').execute()
  town.at(days(30) - 60_000)
  await town.tick('idempotency-sweep')
  expect((await kept()).length).toBeGreaterThan(0)
  town.at(120_000)
  await town.tick('idempotency-sweep')
  expect(await kept()).toEqual([])
})
