import { randomUUID } from 'node:crypto'
import { type Persona, personas } from '../../contract/account'
import { type Caller, TestTown } from '../helpers/server'

let town: TestTown
let zhao: Caller
beforeAll(async () => {
  town = await TestTown.open()
  zhao = await town.as('admin')
})
afterAll(() => town.close())

type Role = Parameters<typeof grant>[1]
const grant = (id: string, role: NonNullable<Awaited<ReturnType<typeof me>>['grants'][number]>['role'], scopeCode: string, key?: string) =>
  zhao.call('POST /people/:id/grants', { params: { id }, body: { role, scopeCode }, ...(key ? { key } : {}) })
const me = (caller: Caller) => caller.ok('GET /me')

test.each<[Role, string, string]>([
  ['grid_worker', 'XH-01', '新虹示例网格'],
  ['grid_leader', 'XH-01', '新虹示例网格'],
  ['property', 'CP31011200801201', '爱博四村'],
  ['department', 'CG-XH', '新虹街道综合行政执法队'],
  ['department', 'JW-310112008012', '爱博四村居委会'],
  ['party_member', 'DZB-310112008012', '爱博四村党支部'],
  ['secretary', 'DZB-310112008012', '爱博四村党支部'],
  ['site_host', 'CIV-101', '爱博四村新时代文明实践站(示例)'],
  ['board_editor', '310112008', '新虹街道'],
  ['board_reviewer', '310112008', '新虹街道'],
  ['admin', '310112008', '新虹街道'],
])(
  'when 赵主任 makes 孙阿姨 %s of %s, then she is it at once, is told, and no longer when it is taken back',
  async (role, scopeCode, scopeName) => {
    const sun = await town.as('neighbour')
    expect((await me(sun)).grants).toEqual([])
    const { status, body } = await grant(sun.personId, role, scopeCode)
    expect({ status, body }).toEqual({ status: 201, body: { id: expect.any(String), role, scopeCode, scopeName } })
    expect((await me(sun)).grants).toEqual([body])
    expect((await sun.ok('GET /inbox')).items[0]?.body).toContain(scopeName)
    await zhao.ok('DELETE /grants/:id', { params: { id: body.id } })
    expect((await me(sun)).grants).toEqual([])
  },
)

test('when a role was given, then its calls open at once, and close at once when it is taken back', async () => {
  const wen = await town.as('daughter')
  const people = () => wen.call('GET /people').then((answer) => answer.status)
  expect(await people()).toBe(403)
  const { body } = await grant(wen.personId, 'admin', '310112008')
  expect(await people()).toBe(200)
  await zhao.ok('DELETE /grants/:id', { params: { id: body.id } })
  expect(await people()).toBe(403)
})

test('when the same role is given twice, or the request is repeated, then it is there once and told once', async () => {
  const sun = await town.as('neighbour')
  const letters = async () => (await sun.ok('GET /inbox', { query: { limit: 100 } })).items.length
  const before = await letters()
  const key = randomUUID()
  const answers = [
    ...(await Promise.all([grant(sun.personId, 'grid_worker', 'XH-01', key), grant(sun.personId, 'grid_worker', 'XH-01', key)])),
    await grant(sun.personId, 'grid_worker', 'XH-01'),
  ]
  expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1)
  expect((await me(sun)).grants).toHaveLength(1)
  expect(await letters()).toBe(before + 1)
  expect(await grant(sun.personId, 'grid_leader', 'XH-01', key)).toMatchObject({ status: 422, problem: { code: 'idempotency-key-reused' } })
  await zhao.ok('DELETE /grants/:id', { params: { id: answers[0]?.body.id as string } })
})

test.each<[Role, string]>([
  ['grid_worker', 'HQ-JS'],
  ['grid_worker', 'CG-XH'],
  ['grid_leader', 'CP31011200801201'],
  ['property', 'CP31011210701502'],
  ['property', 'WY-CP31011200801201'],
  ['department', 'XH-01'],
  ['department', 'CG-HQ'],
  ['canteen_staff', 'CAN-001'],
  ['site_host', 'STU-001'],
  ['site_host', 'DZB-310112008012'],
  ['party_member', 'DZB-310112107015'],
  ['secretary', 'CIV-101'],
  ['admin', '310112107'],
  ['board_editor', 'XH-01'],
  ['board_reviewer', "310112008' or '1'='1"],
])('when %s is to be given in %s, then there is no such scope in the town', async (role, scopeCode) => {
  const wang = await town.as('resident')
  const answer = await grant(wang.personId, role, scopeCode)
  expect(answer).toMatchObject({ status: 422, problem: { code: 'account-scope-unknown', errors: [{ path: 'body/scopeCode' }] } })
  expect((await me(wang)).grants).toEqual([])
})

test('when the person is of the other town, of none or unknown, then there is no such person', async () => {
  const he = await town.as('outsider')
  const newcomer = randomUUID()
  await town.db.insertInto('persons').values({ id: newcomer, nickname: '新邻居', created_at: town.now.toISOString() }).execute()
  for (const id of [he.personId, newcomer, randomUUID()]) {
    expect(await grant(id, 'grid_worker', 'XH-01')).toMatchObject({ status: 404, problem: { code: 'account-person-unknown' } })
  }
})

test('when a grant is of the other town or unknown, or it is his own as admin, then 赵主任 does not take it back', async () => {
  const he = await town.as('outsider')
  const id = randomUUID()
  const foreign = { id, town_code: '310112107', person_id: he.personId, role: 'grid_worker', scope_code: 'HQ-JS', scope_name: '金汇' }
  await town.db
    .insertInto('grants')
    .values({ ...foreign, granted_at: town.now.toISOString() })
    .execute()
  for (const unknown of [id, randomUUID()]) {
    const answer = await zhao.call('DELETE /grants/:id', { params: { id: unknown } })
    expect(answer).toMatchObject({ status: 404, problem: { code: 'account-grant-unknown' } })
  }
  const own = (await me(zhao)).grants[0]?.id as string
  expect(await zhao.call('DELETE /grants/:id', { params: { id: own } })).toMatchObject({
    status: 409,
    problem: { code: 'account-own-admin' },
  })
})

test.each(personas.filter((persona) => persona !== 'admin'))(
  'when %s tries what admins do, then it is refused',
  async (persona: Persona) => {
    const somebody = await town.as(persona)
    const { personId } = await town.as('resident')
    const answers = [
      await somebody.call('GET /people'),
      await somebody.call('POST /people/:id/grants', {
        params: { id: somebody.personId },
        body: { role: 'admin', scopeCode: '310112008' },
      }),
      await somebody.call('DELETE /grants/:id', { params: { id: randomUUID() } }),
      await somebody.call('DELETE /people/:id/sessions', { params: { id: personId } }),
    ]
    for (const answer of answers) expect(answer).toMatchObject({ status: 403, problem: { code: 'role-missing' } })
  },
)

describe('the people of the town', () => {
  const names = async (query: object) => (await zhao.ok('GET /people', { query })).items.map((item) => item.nickname)

  test('when 赵主任 looks for a name, then he finds those of his town, with masked telephones', async () => {
    expect(await names({ q: '阿姨' })).toEqual(expect.arrayContaining(['王阿姨', '孙阿姨']))
    expect(await names({ q: '何先生' })).toEqual([])
    const { items } = await zhao.ok('GET /people', { query: { q: ' 张敏 ' } })
    expect(items).toMatchObject([{ nickname: '张敏', phone: '138****1006', grants: [{ role: 'grid_worker', scopeCode: 'XH-01' }] }])
  })

  test('when he looks for signs that mean something to a database, then they are only signs', async () => {
    for (const q of ['%', '_', "'", '\\', '%%']) expect(await names({ q })).toEqual([])
  })

  test('when he turns the pages, then everybody comes once', async () => {
    const seen: string[] = []
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page = await zhao.ok('GET /people', { query: { limit: 4, ...(cursor ? { cursor } : {}) } })
      seen.push(...page.items.map((item) => item.id))
      cursor = page.nextCursor
    }
    const all = await zhao.ok('GET /people', { query: { limit: 100 } })
    expect(seen).toEqual(all.items.map((item) => item.id))
    expect(new Set(seen).size).toBe(12)
  })
})

test('when two admins take the role from each other at once, then one is left', async () => {
  const wen = await town.as('daughter')
  const { body } = await grant(wen.personId, 'admin', '310112008')
  const own = (await me(zhao)).grants.find(({ role }) => role === 'admin')?.id as string
  const answers = await Promise.all([
    zhao.call('DELETE /grants/:id', { params: { id: body.id } }),
    wen.call('DELETE /grants/:id', { params: { id: own } }),
  ])
  expect(answers.map(({ status }) => status).sort()).toEqual([204, 403])
  const left = await town.db
    .selectFrom('grants')
    .select('person_id')
    .where('role', '=', 'admin')
    .where('town_code', '=', '310112008')
    .execute()
  expect(left).toHaveLength(1)
})
