import { randomUUID } from 'node:crypto'
import type { AllCalls } from '../../contract'
import { personas } from '../../contract/account'
import type { BodyOf } from '../../contract/call'
import { seedDemo } from '../../server/database/demo/seed'
import { type Caller, TestTown } from '../helpers/server'
import { said, start } from '../helpers/study'

const xinhong = '310112008'
const hongqiao = '310112107'
let town: TestTown
let shen: Caller
let zhao: Caller
beforeAll(async () => {
  town = await TestTown.open(start)
  shen = await town.as('board_editor')
  zhao = await town.as('admin')
})
afterAll(() => town.close())

type Body = BodyOf<AllCalls['POST /learning']>
let count = 0
const link = (more: Partial<Body> = {}): Body => {
  count += 1
  return { title: '一段虹桥往事', kind: 'video', theme: 'local', url: `https://example.org/story/${count}`, source: '新虹街道', ...more }
}
const add = (caller: Caller, more: Partial<Body> = {}) => caller.call('POST /learning', { body: link(more) })
const idsOf = async (query: { town?: string; theme?: Body['theme'] } = {}) =>
  (await town.guest.ok('GET /learning', { query: { ...query, limit: 100 } })).items.map(({ id }) => id)

test('when 小沈 adds a link, then everybody reads it first in the list, in its theme and town', async () => {
  town.at(60_000)
  const { status, body } = await add(shen, { title: ' 一段虹桥往事 ' })
  expect([status, body]).toMatchObject([
    201,
    { title: '一段虹桥往事', kind: 'video', theme: 'local', townCode: xinhong, source: '新虹街道' },
  ])
  expect((await idsOf())[0]).toBe(body.id)
  expect((await idsOf({ theme: 'local', town: xinhong }))[0]).toBe(body.id)
  expect(await idsOf({ theme: 'reform' })).not.toContain(body.id)
  expect(await idsOf({ town: hongqiao })).not.toContain(body.id)
})

test('when it is changed, then what is absent stays; when it is taken away, then it is gone', async () => {
  const { body } = await add(zhao)
  const changed = await shen.ok('PATCH /learning/:id', { params: { id: body.id }, body: { title: '改过的标题', source: null } })
  expect(changed).toEqual({ ...body, title: '改过的标题', source: null })
  await shen.ok('DELETE /learning/:id', { params: { id: body.id } })
  expect(await idsOf()).not.toContain(body.id)
  expect(said(await shen.call('DELETE /learning/:id', { params: { id: body.id } }))).toBe('404 learning-item-unknown')
  expect(said(await shen.call('PATCH /learning/:id', { params: { id: body.id }, body: {} }))).toBe('404 learning-item-unknown')
})

test('when the link is there already, then it is said, also when two add or change at once', async () => {
  const url = 'https://example.org/same'
  const both = await Promise.all([add(shen, { url }), add(zhao, { url })])
  expect(both.map(said).sort()).toEqual(['201', '409 learning-link-there'])
  const others = [(await add(shen)).body.id, (await add(shen)).body.id]
  const change = (id: string, to: string) => zhao.call('PATCH /learning/:id', { params: { id }, body: { url: to } })
  expect(said(await change(others[0] as string, url))).toBe('409 learning-link-there')
  const changes = await Promise.all(others.map((id) => change(id, 'https://example.org/both-want-it')))
  expect(changes.map(said).sort()).toEqual(['200', '409 learning-link-there'])
  const more = await Promise.all([change(others[0] as string, 'https://example.org/new'), add(shen, { url: 'https://example.org/new' })])
  expect(more.map(({ status }) => status).sort()).toEqual(expect.arrayContaining([409]))
})

test('when the link is no https address, or a text is empty or too long, then nothing is added', async () => {
  const before = await idsOf()
  const bad: Partial<Body>[] = [
    { url: 'http://example.org/a' },
    { url: 'javascript:alert(1)' },
    { url: 'https://' },
    { url: 'https://example' },
    { url: 'https://example.org/a b' },
    { url: `https://example.org/${'a'.repeat(500)}` },
    { title: '' },
    { title: '  ' },
    { title: '字'.repeat(61) },
    { source: '字'.repeat(41) },
    { kind: 'podcast' as 'video' },
    { theme: 'weather' as 'local' },
  ]
  for (const more of bad) expect([more, said(await add(shen, more))]).toEqual([more, '400 input-invalid'])
  expect(said(await add(shen, { title: '\u200b' }))).toBe('422 learning-title-blank')
  expect(said(await add(shen, { title: 'a\0b' }))).toBe('400 text-invalid')
  expect(await idsOf()).toEqual(before)
  const { body } = await add(shen, { title: '<script>alert(1)</script>' })
  expect(body.title).toBe('<script>alert(1)</script>')
})

test('when it is each of the demo people, then only the editors and the admin of the town write in its list', async () => {
  const { body } = await add(shen)
  const there = (await town.guest.ok('GET /learning', { query: { town: hongqiao } })).items[0]?.id as string
  const got: Record<string, string[]> = {}
  for (const persona of personas) {
    const caller = await town.as(persona)
    const answers = [
      await caller.call('PATCH /learning/:id', { params: { id: body.id }, body: { title: '改' } }),
      await caller.call('PATCH /learning/:id', { params: { id: there }, body: { title: '改' } }),
      await caller.call('DELETE /learning/:id', { params: { id: there } }),
      await caller.call('DELETE /learning/:id', { params: { id: randomUUID() } }),
      await add(caller),
    ]
    got[persona] = answers.map(said)
  }
  const editor = ['200', ...Array(3).fill('404 learning-item-unknown'), '201']
  const missing = Array(5).fill('403 role-missing')
  expect(got).toEqual({ ...Object.fromEntries(personas.map((one) => [one, missing])), board_editor: editor, admin: editor })
  expect(said(await add(town.guest))).toBe('401 session-missing')
  expect((await town.guest.call('GET /learning')).headers.etag).toBeTruthy()
})

test('when the list is turned page by page, then each line comes once', async () => {
  const seen: string[] = []
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = await town.guest.ok('GET /learning', { query: { limit: 4, ...(cursor ? { cursor } : {}) } })
    seen.push(...page.items.map(({ id }) => id))
    cursor = page.nextCursor
  }
  expect(seen).toEqual(await idsOf())
  expect(new Set(seen).size).toBe(seen.length)
})

test('when the server starts again, then what editors have made stays, and nothing comes twice', async () => {
  const before = await idsOf()
  await seedDemo(town.db, town.now, { seal: (text) => text, open: (text) => text })
  expect(await idsOf()).toEqual(before)
})
