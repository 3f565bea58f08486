import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { type Caller, TestTown } from '../helpers/server'

let town: TestTown
let wang: Caller
beforeAll(async () => {
  town = await TestTown.open()
  wang = await town.as('resident')
})
afterAll(() => town.close())

const aibo4 = '310112008012'
const aibo4Compound = 'CP31011200801201'
const row = (id: string) => town.db.selectFrom('persons').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const homeOf = (home: object) => wang.call('PATCH /me', { body: { home: { areaCode: aibo4, ...home } } })

describe('the name', () => {
  test('when 王阿姨 takes another name, then it stands without the spaces round it', async () => {
    expect((await wang.ok('PATCH /me', { body: { nickname: '  王大姐 ' } })).nickname).toBe('王大姐')
    expect((await wang.ok('GET /me')).nickname).toBe('王大姐')
  })

  test.each(['<script>alert(1)</script>'.slice(0, 20), "'; drop table x; --", '👵🏻🏠', '王%_\\'])(
    'when the name is %s, then it is kept as it is',
    async (nickname) => {
      expect((await wang.ok('PATCH /me', { body: { nickname } })).nickname).toBe(nickname)
    },
  )

  test('when nothing of the name can be seen, or it is too long, then it is refused', async () => {
    const before = (await wang.ok('GET /me')).nickname
    for (const nickname of ['', '   ', '\u3000', '\u200b\u200d', '\u0000', '王'.repeat(21)]) {
      expect([400, 422]).toContain((await wang.call('PATCH /me', { body: { nickname } })).status)
    }
    expect((await wang.ok('GET /me')).nickname).toBe(before)
  })
})

describe('the home', () => {
  test('when 王阿姨 says where she lives, then her reply masks the room and the database has it sealed only', async () => {
    const { body } = await homeOf({ compoundCode: aibo4Compound, building: ' 20号楼 ', room: '30117' })
    expect(body.home).toEqual({
      areaCode: aibo4,
      areaName: '爱博四村',
      compoundCode: aibo4Compound,
      compoundName: '爱博四村',
      building: '20号楼',
      room: '3**',
    })
    expect(JSON.stringify(await row(wang.personId))).not.toContain('30117')
  })

  test('when she does not say the room again, then it is known as long as compound and building stay', async () => {
    await homeOf({ compoundCode: aibo4Compound, building: '20号楼', room: '301' })
    expect((await homeOf({ compoundCode: aibo4Compound, building: '20号楼' })).body.home?.room).toBe('3**')
    expect((await homeOf({ compoundCode: aibo4Compound, building: '21号楼' })).body.home?.room).toBeNull()
    await homeOf({ compoundCode: aibo4Compound, building: '20号楼', room: '301' })
    expect((await homeOf({ compoundCode: aibo4Compound, building: '20号楼', room: null })).body.home?.room).toBeNull()
  })

  test('when the area, its town or the compound does not fit, then the field is named and nothing changes', async () => {
    await town.db.insertInto('towns').values({ code: '310112101', district_code: '310112', name: '莘庄镇' }).execute()
    const closed = { code: '310112101001', name: '莘庄居委会', short_name: '莘庄', kind: 'residents', pinyin: 'xinzhuang', initials: 'xz' }
    await town.db
      .insertInto('areas')
      .values({ ...closed, town_code: '310112101' })
      .execute()
    const before = await row(wang.personId)
    const cases = [
      [{ areaCode: '310112008999' }, 'account-area-unknown', 'body/home/areaCode'],
      [{ areaCode: closed.code }, 'account-town-closed', 'body/home/areaCode'],
      [{ compoundCode: 'CP31011200800801' }, 'account-compound-unknown', 'body/home/compoundCode'],
      [{ compoundCode: 'CP31011210701502' }, 'account-compound-unknown', 'body/home/compoundCode'],
    ] as const
    for (const [home, code, path] of cases) {
      expect(await homeOf(home)).toMatchObject({ status: 422, problem: { code, errors: [{ path }] } })
    }
    expect(await row(wang.personId)).toEqual(before)
  })

  test('when one thing of a change does not fit, then none of it is written', async () => {
    const before = await row(wang.personId)
    const body = { nickname: '半途', elderMode: true, home: { areaCode: '310112008999' } }
    expect((await wang.call('PATCH /me', { body })).status).toBe(422)
    expect(await row(wang.personId)).toEqual(before)
  })

  test('when 何先生 moves to the other town, then he belongs to it at once', async () => {
    const he = await town.as('outsider')
    const names = async () => (await he.ok('GET /compounds', { query: { limit: 100 } })).items.map((item) => item.name)
    expect(await names()).toContain('锦绣江南家园')
    const me = await he.ok('PATCH /me', { body: { home: { areaCode: aibo4 } } })
    expect(me.town).toEqual({ code: '310112008', name: '新虹街道' })
    expect(await names()).toContain('爱博四村')
    expect(await names()).not.toContain('锦绣江南家园')
  })

  test('when 张敏 works in the town, then she does not slip out of it by moving, but may live in another area of it', async () => {
    const zhang = await town.as('grid_worker')
    const away = await zhang.call('PATCH /me', { body: { home: { areaCode: '310112107015' } } })
    expect(away).toMatchObject({ status: 409, problem: { code: 'account-town-held' } })
    expect((await zhang.ok('PATCH /me', { body: { home: { areaCode: '310112008013' } } })).home?.areaName).toBe('万科润园')
  })

  test('when the home is taken away, then the town stays', async () => {
    const sun = await town.as('neighbour')
    const me = await sun.ok('PATCH /me', { body: { home: null } })
    expect(me).toMatchObject({ home: null, town: { code: '310112008' } })
    expect((await row(sun.personId)).home_room_sealed).toBeNull()
  })
})

describe('the picture', () => {
  const photoOf = async (ownerId: string) => {
    const id = randomUUID()
    const moment = town.now.toISOString()
    await town.db
      .insertInto('photos')
      .values({ id, owner_id: ownerId, digest: 'd', width: 10, height: 10, bytes: 10, created_at: moment })
      .execute()
    return id
  }
  const takenBy = async (id: string) =>
    (await town.db.selectFrom('photos').select('taken_by').where('id', '=', id).executeTakeFirstOrThrow()).taken_by

  test('when 王阿姨 takes a picture of herself, then it is served by a signed URL; the next one lets the first go', async () => {
    const [first, second] = [await photoOf(wang.personId), await photoOf(wang.personId)]
    const me = await wang.ok('PATCH /me', { body: { avatarPhotoId: first } })
    expect(me.avatarUrl).toMatch(new RegExp(`^/api/v1/photos/${first}/thumb\\?expires=\\d+&signature=`))
    await wang.ok('PATCH /me', { body: { avatarPhotoId: first } })
    await wang.ok('PATCH /me', { body: { avatarPhotoId: second } })
    expect([await takenBy(first), await takenBy(second)]).toEqual([null, 'avatar'])
    expect((await wang.ok('PATCH /me', { body: { avatarPhotoId: null } })).avatarUrl).toBeNull()
    expect(await takenBy(second)).toBeNull()
  })

  test('when the picture is of somebody else, of nobody or in use, then it is refused', async () => {
    const sun = await town.as('neighbour')
    const used = await photoOf(sun.personId)
    await sun.ok('PATCH /me', { body: { avatarPhotoId: used } })
    for (const avatarPhotoId of [await photoOf(sun.personId), randomUUID(), used]) {
      expect(await wang.call('PATCH /me', { body: { avatarPhotoId } })).toMatchObject({
        status: 422,
        problem: { code: 'photo-not-usable' },
      })
    }
  })
})

test('when 王阿姨 switches to the elder mode, then it stays on', async () => {
  expect((await wang.ok('PATCH /me', { body: { elderMode: true } })).elderMode).toBe(true)
  expect((await wang.ok('PATCH /me', { body: {} })).elderMode).toBe(true)
})

test('when somebody comes to the town, then boards do not write their name until they say so, and no longer when they take it back', async () => {
  const he = await town.as('outsider')
  expect((await he.ok('GET /me')).nameOnBoards).toBe(false)
  expect((await he.ok('PATCH /me', { body: { nameOnBoards: true } })).nameOnBoards).toBe(true)
  expect((await he.ok('PATCH /me', { body: { nickname: '何先生' } })).nameOnBoards).toBe(true)
  expect((await wang.ok('GET /me')).nameOnBoards).toBe(false)
  expect((await he.ok('PATCH /me', { body: { nameOnBoards: false } })).nameOnBoards).toBe(false)
  expect((await he.call('PATCH /me', { body: { nameOnBoards: 'yes' as never } })).status).toBe(400)
})

test('when the change is anything at all, then the answer is never a fault of the server', async () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 25 }),
    fc.fullUnicodeString({ maxLength: 25 }),
    fc.constantFrom('\u0000', '\ud800', '310112008012'),
  )
  const home = fc.record(
    {
      areaCode: fc.constantFrom(aibo4, '310112107015'),
      compoundCode: fc.oneof(text, fc.constant(aibo4Compound)),
      building: text,
      room: text,
    },
    { requiredKeys: ['areaCode'] },
  )
  const anything = fc.oneof(
    fc.record({ nickname: text, home, elderMode: fc.boolean(), nameOnBoards: fc.boolean() }, { requiredKeys: [] }),
    fc.jsonValue(),
  )
  await fc.assert(
    fc.asyncProperty(anything, async (body) => {
      const answer = await wang.call('PATCH /me', { body: body as never })
      expect([200, 400, 409, 415, 422]).toContain(answer.status)
    }),
    { numRuns: 60 },
  )
})

test('when somebody lives in an area but in none of its compounds, then the home is kept without one', async () => {
  const home = { areaCode: '310112008012', compoundCode: null, building: null, room: null }
  const { status, body } = await wang.call('PATCH /me', { body: { home } })
  expect(status).toBe(200)
  expect(body.home).toMatchObject({ areaCode: home.areaCode, compoundCode: null })
})

test('when an id is written with a prefix that databases do not know, then it is bad input', async () => {
  const answer = await wang.call('GET /reports/:id', { params: { id: `urn:uuid:${randomUUID()}` } })
  expect(answer.problem).toMatchObject({ status: 400, code: 'input-invalid' })
})

test.each(['Basic dXNlcjpwYXNz', 'Bearer', 'bearer x', 'Bearer a b'])(
  'when somebody signs with "%s", then they are nobody',
  async (authorization) => {
    const ask = (url: string) => town.app.inject({ method: 'GET', url, headers: { authorization } }).then(({ statusCode }) => statusCode)
    expect(await ask('/api/v1/me')).toBe(401)
    expect(await ask('/api/v1/towns')).toBe(200)
  },
)
