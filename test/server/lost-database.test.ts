import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Database } from '../../server/database/connect'
import { openPostgres } from '../../server/database/postgres'
import { newPostgres, testSettings } from '../helpers/database'
import { phonePicture } from '../helpers/pictures'
import { type Caller, TestTown } from '../helpers/server'
import { TcpProxy } from '../helpers/tcp-proxy'

// The embedded database is in the process: it cannot be lost without it.
const onPostgres = globalThis.testEngine === 'postgres' ? describe : describe.skip

onPostgres('the line to PostgreSQL (not run on the embedded database)', () => {
  let proxy: TcpProxy
  let town: TestTown
  let direct: Database
  let wang: Caller
  beforeAll(async () => {
    const { hostname, port } = new URL(process.env.TEST_DATABASE_URL as string)
    proxy = await TcpProxy.open({ host: hostname, port: Number(port || 5432) })
    const database = await newPostgres((url) => Object.assign(url, { host: `127.0.0.1:${proxy.port}` }))
    town = await TestTown.open(undefined, {}, database)
    direct = await openPostgres(testSettings({ DATABASE_URL: database.url }))
    wang = await town.as('resident')
  })
  afterAll(async () => {
    await direct.close()
    await town.close()
    await proxy.close()
  })
  const within = async (ms: number, isSo: () => Promise<boolean>) => {
    const end = Date.now() + ms
    while (!(await isSo())) {
      if (Date.now() > end) throw new Error(`not within ${ms} ms`)
      await pause(20)
    }
  }
  const works = async () => (await wang.call('GET /me')).status === 200
  /** As another process would: nothing in this one knows of it but by the database's word. */
  const signOutElsewhere = (personId: string) =>
    direct.db.transaction().execute(async (tx) => {
      await sql`update sessions set revoked_at = now() where person_id = ${personId}`.execute(tx)
      await sql`select pg_notify('identity', ${personId})`.execute(tx)
    })

  test('when the database is lost, then reading and writing answer 503 and the process lives', async () => {
    proxy.cut()
    const answers = [
      await wang.call('GET /me'),
      await wang.call('PATCH /me', { body: { nickname: '断线时' } }),
      await wang.call('GET /reports', { query: { scope: 'mine' } }),
      await wang.upload(await phonePicture()),
      await town.guest.call('POST /sessions', { body: { provider: 'demo', persona: 'resident' } }),
    ]
    for (const { status, problem, headers } of answers) {
      expect([status, problem.code, headers['retry-after']]).toEqual([503, 'service-unavailable', '5'])
    }
    expect((await town.app.inject('/healthz')).statusCode).toBe(200)
    expect((await town.app.inject('/readyz')).statusCode).toBe(503)
  })

  test('when it comes back, then everything works again by itself and nothing of the failed requests is there', async () => {
    proxy.mend()
    await within(5000, works)
    expect((await wang.ok('GET /me')).nickname).toBe('王阿姨')
    expect((await town.app.inject('/readyz')).statusCode).toBe(200)
    await wang.ok('PATCH /me', { body: { nickname: '王阿姨' } })
  })

  test('when it came back, then what other processes tell is heard again', async () => {
    const neighbour = await town.as('neighbour')
    const isIn = async () => (await neighbour.call('GET /me')).status === 200
    await within(5000, async () => (await listeners()) > 0)
    expect(await isIn()).toBe(true)
    await signOutElsewhere(neighbour.personId)
    await within(1000, async () => !(await isIn()))
  })

  test('when somebody is signed out elsewhere while nothing is heard, then it holds as soon as the database answers', async () => {
    const wen = await town.as('daughter')
    expect((await wen.call('GET /me')).status).toBe(200)
    proxy.cut()
    await signOutElsewhere(wen.personId)
    proxy.mend()
    await within(5000, works)
    expect((await wen.call('GET /me')).problem.code).toBe('session-invalid')
  })

  test('when the line breaks in the middle of writing, then all of it is there or nothing', async () => {
    const change = (round: number) => wang.call('PATCH /me', { body: { nickname: `第${round}次`, elderMode: round % 2 === 0 } })
    for (let round = 0; round < 8; round++) {
      const writing = change(round)
      await pause(round)
      proxy.cut()
      const { status } = await writing
      expect([200, 503]).toContain(status)
      proxy.mend()
      await within(5000, works)
      const me = await wang.ok('GET /me')
      if (status === 200) expect(me.nickname).toBe(`第${round}次`)
      const kept = /第(\d)次/.exec(me.nickname)?.[1]
      if (kept) expect(me.elderMode).toBe(Number(kept) % 2 === 0)
    }
  })

  test('when the database ends all connections, as at a restart, then at most one answer each is 503', async () => {
    await Promise.all(Array.from({ length: 10 }, works))
    await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`.execute(
      direct.db,
    )
    await within(2000, works)
    const answers = await Promise.all(Array.from({ length: 20 }, works))
    expect(answers.every(Boolean)).toBe(true)
  })

  test('when a migration changes what a prepared statement returns, then the connections get over it', async () => {
    const ask = () => town.db.selectFrom('towns').selectAll().where('code', '=', '310112008').execute()
    await Promise.all(Array.from({ length: 10 }, ask))
    await sql`alter table towns add column motto text`.execute(direct.db)
    const first = await Promise.allSettled(Array.from({ length: 20 }, ask))
    expect(first.some(({ status }) => status === 'rejected')).toBe(true)
    await Promise.all(Array.from({ length: 20 }, ask))
  })

  async function listeners(): Promise<number> {
    const { rows } = await sql`select 1 from pg_stat_activity where datname = current_database() and query = 'listen "identity"'`.execute(
      direct.db,
    )
    return rows.length
  }
})
