import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Person } from '../../contract/account'
import type { Photo } from '../../contract/photo'
import type { Report } from '../../contract/report'
import { FolderTaken, takeFolder } from '../../server/database/folder-lock'
import { phonePicture } from '../helpers/pictures'
import { lift } from '../helpers/reports'
import { ServerBuild, type ServerProcess } from '../helpers/server-process'

// What concerns the embedded database is tested once, in the project that uses it.
const embedded = globalThis.testEngine === 'pglite' ? describe : describe.skip
const rootOnLinux = process.platform === 'linux' && process.getuid?.() === 0

embedded('a server process on the embedded database (not run on PostgreSQL)', () => {
  let build: ServerBuild
  let folder: string
  let mounted = false
  beforeAll(async () => {
    build = ServerBuild.make()
    folder = await mkdtemp(path.join(os.tmpdir(), 'jiamenkou-process-'))
    mounted = rootOnLinux && spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=256m', 'tmpfs', folder]).status === 0
  })
  afterAll(async () => {
    if (mounted) spawnSync('umount', ['-l', folder])
    await rm(folder, { recursive: true, force: true })
    await build.remove()
  })

  describe('settings it does not start with', () => {
    test.each<[string, Record<string, string>, RegExp]>([
      ['the demo mode is on in production', { DEMO: 'true', NODE_ENV: 'production' }, /^DEMO must not be on when NODE_ENV is production/],
      ['the secret is missing', {}, /^SECRET_KEY is required/],
      ['the secret is short', { SECRET_KEY: 'short' }, /^SECRET_KEY is required/],
      ['the port is no number', { DEMO: 'true', PORT: 'eighty' }, /^Settings: .*PORT must be integer/],
    ])('when %s, then it says so in a sentence and ends with a code', async (_what, settings, sentence) => {
      const refused = await build.start({ DATA_DIR: path.join(folder, 'never'), ...settings })
      expect(await refused.end).toBe(1)
      expect(refused.output).toMatch(sentence)
      expect(refused.output).not.toMatch(/\n\s+at /)
    })
  })

  describe('one life after another', () => {
    let dataDir: string
    let server: ServerProcess
    let wang: string
    const begin = async () => {
      server = await build.start({ DEMO: 'true', DATA_DIR: dataDir, REPORTS_PER_DAY: '1000', REQUESTS_PER_MINUTE: '100000' })
      expect(server.url).not.toBe('')
    }
    const killAndBegin = async () => {
      expect(await server.stop('SIGKILL')).toBe('SIGKILL')
      await begin()
    }
    beforeAll(async () => {
      dataDir = path.join(folder, 'data')
      await begin()
      wang = await server.signIn('resident')
    }, 120_000)
    afterAll(() => server.stop('SIGKILL'))

    test('when it is killed between two requests, then everything it acknowledged is there and nobody has to help', async () => {
      const photo = (await (await server.upload(wang, await phonePicture())).json()) as Photo
      const report = await server.ok<Report>('POST', '/reports', { token: wang, body: { ...lift(), photoIds: [photo.id] } })
      await server.ok('PATCH', '/me', { token: wang, body: { nickname: '王阿姨改名' } })
      await killAndBegin()
      expect((await server.ok<Person>('GET', '/me', { token: wang })).nickname).toBe('王阿姨改名')
      expect(await server.ok<Report>('GET', `/reports/${report.id}`, { token: wang })).toMatchObject({ number: report.number })
      expect(await server.ok('GET', `/reports/${report.id}/evidence`, { token: wang })).toMatchObject({ valid: true, photos: 1 })
      expect((await server.call('GET', photo.url)).status).toBe(200)
    })

    test('when it is killed while people write, then what was acknowledged is there, whole', async () => {
      const bytes = await phonePicture()
      const photos: Photo[] = []
      const reports: Report[] = []
      const photograph = async () => photos.push((await (await server.upload(wang, bytes)).json()) as Photo)
      const report = async () => reports.push(await server.ok<Report>('POST', '/reports', { token: wang, body: lift() }))
      const until = async (work: () => Promise<unknown>): Promise<void> =>
        work().then(
          () => until(work),
          () => {},
        )
      const writing = [photograph, photograph, report, report].map(until)
      while (photos.length < 5 || reports.length < 5) await pause(10)
      await killAndBegin()
      await Promise.all(writing)
      for (const { url, thumbUrl } of photos) {
        for (const address of [url, thumbUrl]) expect((await server.call('GET', address)).status).toBe(200)
      }
      for (const { id, number } of reports) {
        expect(await server.ok<Report>('GET', `/reports/${id}`, { token: wang })).toMatchObject({ id, number })
      }
      expect(new Set(reports.map(({ number }) => number)).size).toBe(reports.length)
    })

    test('when a second server starts on the same folder, then it is refused in a sentence and the first goes on', async () => {
      const second = await build.start({ DEMO: 'true', DATA_DIR: dataDir })
      expect(await second.end).toBe(1)
      expect(second.output).toMatch(
        /^Another server \(process \d+\) is running on the data folder .*\. Stop it, or set another DATA_DIR\.\n$/,
      )
      expect((await server.call('GET', '/me', { token: wang })).status).toBe(200)
    })

    test('when phones go away in the middle of an upload, then the server lives and keeps nothing of it', async () => {
      const before = await readdir(path.join(dataDir, 'photos'), { recursive: true })
      const { hostname, port } = new URL(server.url)
      for (let i = 0; i < 5; i++) {
        const phone = connect(Number(port), hostname)
        await once(phone, 'connect')
        phone.write(
          `POST /api/v1/photos HTTP/1.1\r\nhost: town\r\nauthorization: Bearer ${wang}\r\ncontent-type: multipart/form-data; boundary=x\r\ncontent-length: 100000\r\n\r\n--x\r\ncontent-disposition: form-data; name="file"; filename="a.jpg"\r\n\r\n${'a'.repeat(i * 9000)}`,
        )
        await pause(20)
        phone.destroy()
      }
      await pause(100)
      expect((await server.call('GET', '/me', { token: wang })).status).toBe(200)
      expect(await readdir(path.join(dataDir, 'photos'), { recursive: true })).toEqual(before)
    })

    test('when the disk is full, then reading and writing answer 503 for so long, and nothing is broken after', async () => {
      // Without the right to mount a small disk, only the pictures can be kept from being written.
      const fill = mounted ? path.join(folder, 'fill') : path.join(dataDir, 'photos')
      if (!mounted) await rm(fill, { recursive: true })
      await writeFile(fill, Buffer.alloc(mounted ? 250_000_000 : 1)).catch((error) => expect(error.code).toBe('ENOSPC'))
      const nickname = { token: wang, body: { nickname: '盘满之后' } }
      const refused = [await server.upload(wang, await phonePicture()), ...(mounted ? [await server.call('PATCH', '/me', nickname)] : [])]
      for (const response of refused) {
        expect([response.status, response.headers.get('retry-after')]).toEqual([503, '5'])
        expect(await response.json()).toMatchObject({ code: 'service-unavailable' })
      }
      expect((await server.call('GET', '/healthz')).status).toBe(200)
      await rm(fill)
      await server.ok('PATCH', '/me', nickname)
      expect((await server.upload(wang, await phonePicture())).status).toBe(201)
      await killAndBegin()
      expect((await server.ok<Person>('GET', '/me', { token: wang })).nickname).toBe('盘满之后')
    })

    test('when it is asked to stop in the middle of work, then it finishes the work and ends well', async () => {
      const upload = server.upload(wang, await phonePicture(3000, 2000))
      await pause(50)
      expect(await server.stop('SIGTERM')).toBe(0)
      expect((await upload).status).toBe(201)
      expect((await readdir(dataDir)).filter((name) => name.startsWith('server.'))).toEqual([])
    })
  })
})

embedded('the lock on the data folder (not run on PostgreSQL)', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'jiamenkou-lock-'))
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))
  const leaveLock = async (owner: object | undefined, secondsAgo: number) => {
    await mkdir(path.join(folder, 'server.lock'))
    const then = new Date(Date.now() - secondsAgo * 1000)
    await utimes(path.join(folder, 'server.lock'), then, then)
    if (owner) await writeFile(path.join(folder, 'server.owner'), JSON.stringify(owner))
  }
  const dead = () => ({ host: os.hostname(), pid: spawnSync('true').pid, born: '1' })

  test('when the owner is dead, then its lock is taken over at once', async () => {
    await leaveLock(dead(), 0)
    const start = Date.now()
    await (await takeFolder(folder))()
    expect(Date.now() - start).toBeLessThan(2000)
  })

  const whereTold = process.platform === 'linux' ? test : test.skip
  whereTold('when another process has got the number of the dead owner, then the lock is taken over all the same', async () => {
    await leaveLock({ host: os.hostname(), pid: process.pid, born: '1' }, 0)
    await (await takeFolder(folder))()
  })

  test('when the owner was on another machine and has not touched its lock for long, then it is taken over', async () => {
    await leaveLock({ host: 'another-machine', pid: 1, born: '1' }, 60)
    await (await takeFolder(folder))()
  })

  test('when the owner lives but was held up so long that its lock looks old, then it keeps the folder', async () => {
    const letGo = await takeFolder(folder)
    await rm(path.join(folder, 'server.lock'), { recursive: true })
    await leaveLock(undefined, 60)
    await expect(takeFolder(folder)).rejects.toThrow(FolderTaken)
    await letGo()
  })

  test('when ten start at once after a crash, then one gets the folder', async () => {
    await leaveLock(dead(), 0)
    const results = await Promise.allSettled(Array.from({ length: 10 }, () => takeFolder(folder)))
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const result of results) {
      if (result.status === 'rejected') expect(result.reason).toBeInstanceOf(FolderTaken)
      else await result.value()
    }
    expect(await readFile(path.join(folder, 'server.owner'), 'utf8').catch(() => 'gone')).toBe('gone')
  })
})
