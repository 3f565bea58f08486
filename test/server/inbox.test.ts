import { randomUUID } from 'node:crypto'
import { tell } from '../../server/shared/inbox'
import { type Caller, TestTown } from '../helpers/server'

let town: TestTown
let wang: Caller
let sun: Caller
beforeEach(async () => {
  await town.db.deleteFrom('messages').execute()
})
beforeAll(async () => {
  town = await TestTown.open()
  wang = await town.as('resident')
  sun = await town.as('neighbour')
})
afterAll(() => town.close())

/** Each message a second after the one before. */
async function send(to: Caller, ...titles: string[]): Promise<void> {
  for (const title of titles) {
    town.at(1000)
    await tell(town.db, town.now, [to.personId], { title, body: `${title}的内容`, link: null })
  }
}

test('when messages came, then they stand newest first with the number of unread ones', async () => {
  await send(wang, '一', '二', '三')
  const { items, unreadCount, nextCursor } = await wang.ok('GET /inbox')
  expect(items.map((item) => item.title)).toEqual(['三', '二', '一'])
  expect(items[0]).toMatchObject({ body: '三的内容', link: null, readAt: null })
  expect({ unreadCount, nextCursor }).toEqual({ unreadCount: 3, nextCursor: null })
  expect((await wang.ok('GET /me')).unreadCount).toBe(3)
})

test('when a new message comes while 王阿姨 turns the pages, then none is missed and none comes twice', async () => {
  await send(wang, '一', '二', '三', '四', '五')
  const first = await wang.ok('GET /inbox', { query: { limit: 2 } })
  await send(wang, '六')
  const second = await wang.ok('GET /inbox', { query: { limit: 2, cursor: first.nextCursor as string } })
  const third = await wang.ok('GET /inbox', { query: { limit: 2, cursor: second.nextCursor as string } })
  const titles = [first, second, third].flatMap((page) => page.items.map((item) => item.title))
  expect(titles).toEqual(['五', '四', '三', '二', '一'])
  expect(third.nextCursor).toBeNull()
})

test('when messages came in the same moment, then the pages still have each once', async () => {
  for (let count = 0; count < 5; count++) await tell(town.db, town.now, [wang.personId], { title: `${count}`, body: '', link: null })
  const seen: string[] = []
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = await wang.ok('GET /inbox', { query: { limit: 2, ...(cursor ? { cursor } : {}) } })
    seen.push(...page.items.map((item) => item.title))
    cursor = page.nextCursor
  }
  expect(seen.sort()).toEqual(['0', '1', '2', '3', '4'])
})

test('when 王阿姨 reads one message, then one less is unread; reading all reads the rest', async () => {
  await send(wang, '一', '二', '三')
  const { items } = await wang.ok('GET /inbox')
  expect(await wang.ok('POST /inbox/read', { body: { ids: [items[1]?.id as string] } })).toEqual({ unreadCount: 2 })
  const read = (await wang.ok('GET /inbox')).items.map((item) => item.readAt !== null)
  expect(read).toEqual([false, true, false])
  expect(await wang.ok('POST /inbox/read', { body: {} })).toEqual({ unreadCount: 0 })
})

test('when a message was read before, then the moment of reading stays', async () => {
  await send(wang, '一')
  await wang.ok('POST /inbox/read', { body: {} })
  const [before] = (await wang.ok('GET /inbox')).items
  town.at(60_000)
  await wang.ok('POST /inbox/read', { body: {} })
  expect((await wang.ok('GET /inbox')).items[0]?.readAt).toBe(before?.readAt)
})

test('when 孙阿姨 names a message to 王阿姨, then it is neither shown nor read', async () => {
  await send(wang, '只给王阿姨')
  const [message] = (await wang.ok('GET /inbox')).items
  expect((await sun.ok('GET /inbox')).items).toEqual([])
  expect(await sun.ok('POST /inbox/read', { body: { ids: [message?.id as string, randomUUID()] } })).toEqual({ unreadCount: 0 })
  expect((await wang.ok('GET /inbox')).unreadCount).toBe(1)
})

test('when the cursor is not one of ours, then the list asks to begin anew', async () => {
  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const id = randomUUID()
  const bad = [
    'nonsense',
    encode({}),
    encode([1, 2]),
    encode(['now', id]),
    encode(['2026-02-31T00:00:00Z', id]),
    encode(['0000-01-01T00:00:00Z', id]),
    encode(['2026-11-20T01:00:00Z', 'x']),
    encode(['2026-11-20T01:00:00Z', id, id]),
  ]
  for (const cursor of bad) {
    expect(await wang.call('GET /inbox', { query: { cursor } })).toMatchObject({ status: 400, problem: { code: 'cursor-invalid' } })
  }
})
