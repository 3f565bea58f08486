import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Grant, Person, Session } from '../../contract/account'
import type { Problem } from '../../contract/call'
import { newPostgres } from '../helpers/database'
import { ServerBuild, type ServerProcess } from '../helpers/server-process'

// The embedded database has one process.
const onPostgres = globalThis.testEngine === 'postgres' ? describe : describe.skip

onPostgres('two server processes on one PostgreSQL (not run on the embedded database)', () => {
  let build: ServerBuild
  let folder: string
  let database: Awaited<ReturnType<typeof newPostgres>>
  let here: ServerProcess
  let there: ServerProcess
  beforeAll(async () => {
    build = ServerBuild.make()
    folder = await mkdtemp(path.join(os.tmpdir(), 'jiamenkou-pair-'))
    database = await newPostgres()
    const settings = {
      DEMO: 'true',
      DATA_DIR: folder,
      DATABASE_URL: database.url,
      SECRET_KEY: 'the-same-secret-in-both-processes-0123456789',
    }
    ;[here, there] = (await Promise.all([build.start(settings), build.start(settings)])) as [ServerProcess, ServerProcess]
  }, 120_000)
  afterAll(async () => {
    await Promise.all([here.stop(), there.stop()])
    await database.close()
    await rm(folder, { recursive: true, force: true })
    await build.remove()
  })

  const meThere = (token: string) => there.call('GET', '/me', { token })
  /** The word goes round by the database: there is no waiting, but it takes its way. */
  const atOnce = async (isSo: () => Promise<boolean>) => {
    for (let i = 0; i < 20; i++) {
      if (await isSo()) return
      await pause(10)
    }
    throw new Error('not at once')
  }

  test('when both start at once on an empty database, then both work and the demo town is there once', async () => {
    for (const server of [here, there]) {
      expect(server.url).not.toBe('')
      expect((await server.call('GET', '/readyz')).status).toBe(200)
    }
    const { items } = await here.ok<{ items: unknown[] }>('GET', '/demo/people')
    expect(items).toHaveLength(15)
  })

  test('when somebody signs out in one, then the other lets them in no more', async () => {
    const token = await here.signIn('resident')
    for (let i = 0; i < 3; i++) expect((await meThere(token)).status).toBe(200)
    await here.ok('DELETE', '/sessions/current', { token })
    await atOnce(async () => (await meThere(token)).status === 401)
    expect(((await (await meThere(token)).json()) as Problem).code).toBe('session-invalid')
  })

  test('when somebody signs out in one while the other is busy with them, then nothing gets through after', async () => {
    for (let round = 0; round < 5; round++) {
      const token = await here.signIn('resident')
      let ended = false
      const busy = async () => {
        while (!ended) await meThere(token)
      }
      const crowd = [busy(), busy(), busy()]
      await pause(20)
      await here.ok('DELETE', '/sessions/current', { token })
      await pause(200)
      ended = true
      await Promise.all(crowd)
      expect((await meThere(token)).status).toBe(401)
    }
  })

  test('when a role is given or taken back in one, then it begins and ends in the other', async () => {
    const [zhao, sun] = [await here.signIn('admin'), await here.signIn('neighbour')]
    const { id } = await there.ok<Person>('GET', '/me', { token: sun })
    const mayLookThere = async () => (await there.call('GET', '/people', { token: sun })).status
    expect(await mayLookThere()).toBe(403)
    const grant = await here.ok<Grant>('POST', `/people/${id}/grants`, { token: zhao, body: { role: 'admin', scopeCode: '310112008' } })
    await atOnce(async () => (await mayLookThere()) === 200)
    await here.ok('DELETE', `/grants/${grant.id}`, { token: zhao })
    await atOnce(async () => (await mayLookThere()) === 403)
  })

  test('when a session is refreshed here and there at once, then the phone stays signed in', async () => {
    const { refreshToken } = await here.ok<Session>('POST', '/sessions', { body: { provider: 'demo', persona: 'daughter' } })
    const answers = await Promise.all(
      [here, there].map((server) => server.ok<Session>('POST', '/sessions/refresh', { body: { refreshToken } })),
    )
    for (const { accessToken } of answers) expect((await meThere(accessToken)).status).toBe(200)
  })
})
