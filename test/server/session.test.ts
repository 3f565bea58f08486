import { createHmac, randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { personas, type Session } from '../../contract/account'
import { Caller, TestTown } from '../helpers/server'

let town: TestTown
beforeAll(async () => {
  town = await TestTown.open()
})
afterAll(() => town.close())

const minutes = (count: number) => count * 60_000
const days = (count: number) => minutes(count * 24 * 60)
const signIn = (persona: 'resident' | 'neighbour' | 'outsider' = 'resident'): Promise<Session> =>
  town.guest.ok('POST /sessions', { body: { provider: 'demo', persona } })
const refresh = (refreshToken: string) => town.guest.call('POST /sessions/refresh', { body: { refreshToken } })
const me = (accessToken: string) => new Caller(town, accessToken).call('GET /me')

describe('demo people', () => {
  test('when a visitor asks who there is, then every persona is listed with a name and a duty', async () => {
    const { items } = await town.guest.ok('GET /demo/people')
    expect(items.map((item) => item.persona)).toEqual(personas)
    expect(items[0]).toEqual({ persona: 'resident', nickname: '王阿姨', duty: expect.stringContaining('爱博四村') })
    for (const item of items) expect(item.duty).not.toBe('')
  })

  test('when the demo mode is off, then nobody is listed and nobody gets in as a persona', async () => {
    const real = await TestTown.open(undefined, { DEMO: 'false' })
    try {
      expect(await real.guest.call('GET /demo/people')).toMatchObject({ status: 404, problem: { code: 'demo-off' } })
      const answer = await real.guest.call('POST /sessions', { body: { provider: 'demo', persona: 'admin' } })
      expect(answer).toMatchObject({ status: 404, problem: { code: 'demo-off' } })
    } finally {
      await real.close()
    }
  })

  test('when somebody signs in as nobody we know, then the input is refused', async () => {
    const bodies = [
      { provider: 'demo', persona: 'emperor' },
      { provider: 'demo' },
      { provider: 'qq', code: '1' },
      {},
      { provider: 'wechat', code: '' },
    ]
    for (const body of bodies) {
      const answer = await town.guest.call('POST /sessions', { body: body as never })
      expect(answer).toMatchObject({ status: 400, problem: { code: 'input-invalid' } })
    }
  })
})

describe('access tokens', () => {
  test('when nobody is signed in, then a call for people asks to sign in', async () => {
    expect(await town.guest.call('GET /me')).toMatchObject({ status: 401, problem: { code: 'session-missing' } })
  })

  test('when a token is forged in any way, then it opens nothing', async () => {
    const { accessToken } = await signIn()
    const [head, body, signature] = accessToken.split('.') as [string, string, string]
    const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const claims = JSON.parse(Buffer.from(body, 'base64url').toString())
    const own = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(claims)}`
    const forged = [
      'nonsense',
      `${head}.${body}.`,
      `${head}.${body}.${signature.slice(0, -2)}AA`,
      `${head}.${encode({ ...claims, exp: claims.exp + 9999 })}.${signature}`,
      `${encode({ alg: 'none', typ: 'JWT' })}.${body}.`,
      `${own}.${createHmac('sha256', 'another key').update(own).digest('base64url')}`,
      town.app.jwt.sign({ ...claims, sid: randomUUID() }),
    ]
    for (const token of forged) expect(await me(token)).toMatchObject({ status: 401, problem: { code: 'session-invalid' } })
    expect((await me(accessToken)).status).toBe(200)
  })

  test('when a quarter of an hour has passed, then the token has run out and a refresh gives another', async () => {
    const session = await signIn()
    expect(session.expiresIn).toBe(15 * 60)
    town.at(minutes(15))
    expect(await me(session.accessToken)).toMatchObject({ status: 401, problem: { code: 'session-expired' } })
    const next = await refresh(session.refreshToken)
    expect(next.status).toBe(200)
    expect((await me(next.body.accessToken)).body.nickname).toBe('王阿姨')
  })
})

describe('refreshing', () => {
  test('when the answer to a refresh was lost, then asking again within a minute gives the same tokens', async () => {
    const session = await signIn()
    const first = await refresh(session.refreshToken)
    town.at(minutes(1))
    const again = await refresh(session.refreshToken)
    expect(again.body.refreshToken).toBe(first.body.refreshToken)
    expect((await refresh(again.body.refreshToken)).status).toBe(200)
  })

  test('when two requests refresh at once, then both get the same token and the session lives', async () => {
    const session = await signIn()
    const answers = await Promise.all(Array.from({ length: 5 }, () => refresh(session.refreshToken)))
    expect(new Set(answers.map((answer) => answer.body.refreshToken)).size).toBe(1)
    expect((await refresh(answers[0]?.body.refreshToken as string)).status).toBe(200)
  })

  test('when a token is used again after the minute, then somebody may have stolen it and the session ends for both', async () => {
    const session = await signIn()
    const next = await refresh(session.refreshToken)
    expect((await me(next.body.accessToken)).status).toBe(200)
    town.at(minutes(1) + 1)
    expect(await refresh(session.refreshToken)).toMatchObject({ status: 401, problem: { code: 'session-invalid' } })
    expect(await me(next.body.accessToken)).toMatchObject({ status: 401, problem: { code: 'session-invalid' } })
    expect((await refresh(next.body.refreshToken)).status).toBe(401)
  })

  test('when a token is invented, then nothing is given', async () => {
    const { refreshToken } = await signIn()
    const invented = [
      'x',
      `${randomUUID()}.${refreshToken.split('.')[1]}`,
      `${refreshToken}A`,
      refreshToken.replace('.', ''),
      "' or 1=1 --",
    ]
    for (const token of invented) expect(await refresh(token)).toMatchObject({ status: 401, problem: { code: 'session-invalid' } })
    expect((await refresh(refreshToken)).status).toBe(200)
  })

  test('when a phone was not used for thirty days, then one signs in anew; one day less and the session goes on for another thirty', async () => {
    const [used, left] = [await signIn(), await signIn()]
    town.at(days(29))
    const next = await refresh(used.refreshToken)
    town.at(days(1))
    expect(await refresh(left.refreshToken)).toMatchObject({ status: 401, problem: { code: 'session-expired' } })
    town.at(days(28))
    expect((await refresh(next.body.refreshToken)).status).toBe(200)
  })

  test('when tokens are used in any order and at any time, then exactly the newest works, and the one before it for a minute', async () => {
    const step = fc.record({ back: fc.nat(2), wait: fc.constantFrom(0, 1000, 59_000, 61_000) })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
        const tokens = [(await signIn('outsider')).refreshToken]
        let alive = true
        let rotated = town.now.getTime()
        for (const { back, wait } of steps) {
          town.at(wait)
          const at = Math.max(0, tokens.length - 1 - back)
          const newest = at === tokens.length - 1
          const before = at === tokens.length - 2 && town.now.getTime() - rotated <= 60_000
          const answer = await refresh(tokens[at] as string)
          alive &&= newest || before
          expect(answer.status).toBe(alive ? 200 : 401)
          if (!alive) continue
          if (newest) {
            rotated = town.now.getTime()
            tokens.push(answer.body.refreshToken)
          } else expect(answer.body.refreshToken).toBe(tokens.at(-1))
        }
      }),
      { numRuns: 8 },
    )
  })

  test('when the database is read, then no refresh token stands in it', async () => {
    const { refreshToken } = await signIn('neighbour')
    const rows = JSON.stringify(await town.db.selectFrom('sessions').selectAll().execute())
    expect(rows).not.toContain(refreshToken.split('.')[1])
  })
})

describe('signing out', () => {
  test('when 王阿姨 signs out, then this phone is out at once and her other phone is not', async () => {
    const [phone, tablet] = [await signIn(), await signIn()]
    await me(phone.accessToken)
    await new Caller(town, phone.accessToken).ok('DELETE /sessions/current')
    expect(await me(phone.accessToken)).toMatchObject({ status: 401, problem: { code: 'session-invalid' } })
    expect((await refresh(phone.refreshToken)).status).toBe(401)
    expect((await me(tablet.accessToken)).status).toBe(200)
  })

  test('when 王阿姨 signs out everywhere, then all her phones are out and 孙阿姨 stays', async () => {
    const [phone, tablet, neighbour] = [await signIn(), await signIn(), await signIn('neighbour')]
    await new Caller(town, phone.accessToken).ok('DELETE /sessions')
    for (const session of [phone, tablet]) expect((await me(session.accessToken)).status).toBe(401)
    expect((await me(neighbour.accessToken)).status).toBe(200)
  })

  test('when 赵主任 ends the sessions of a person of the town, then they are out at once; those of another town are not his', async () => {
    const admin = await town.signIn('admin')
    const [wang, he] = [await signIn(), await signIn('outsider')]
    await me(wang.accessToken)
    await admin.ok('DELETE /people/:id/sessions', { params: { id: wang.person.id } })
    expect((await me(wang.accessToken)).status).toBe(401)
    for (const id of [he.person.id, randomUUID()]) {
      const answer = await admin.call('DELETE /people/:id/sessions', { params: { id } })
      expect(answer).toMatchObject({ status: 404, problem: { code: 'account-person-unknown' } })
    }
    expect((await me(he.accessToken)).status).toBe(200)
  })

  test('when sessions ended a month ago, then they are forgotten, and the others are not', async () => {
    const [gone, open] = [await signIn('outsider'), await signIn('outsider')]
    await new Caller(town, gone.accessToken).ok('DELETE /sessions/current')
    town.at(days(29))
    const next = await refresh(open.refreshToken)
    town.at(days(2))
    await town.tick('account-sweep')
    const ids = (await town.db.selectFrom('sessions').select('id').execute()).map((row) => row.id)
    expect(ids).not.toContain(gone.refreshToken.split('.')[0])
    expect(ids).toContain(next.body.refreshToken.split('.')[0])
  })
})
