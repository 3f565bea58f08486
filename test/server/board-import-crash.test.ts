import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import type { BoardImport, DraftPage, RankedUnit } from '../../contract/board'
import { openDatabase } from '../../server/database/connect'
import { newPostgres, testSettings } from '../helpers/database'
import { figureLines, partsBoard } from '../helpers/figure-files'
import { ServerBuild, type ServerProcess } from '../helpers/server-process'

const board = '/boards/T.CRASH'

let build: ServerBuild
let folder: string
let settings: Record<string, string>
let drop = async () => {}
let server: ServerProcess
beforeAll(async () => {
  build = ServerBuild.make()
  folder = await mkdtemp(path.join(os.tmpdir(), 'jiamenkou-crash-'))
  settings = { DEMO: 'true', DATA_DIR: path.join(folder, 'data'), REQUESTS_PER_MINUTE: '100000', LOG_LEVEL: 'info' }
  if (globalThis.testEngine === 'postgres') {
    const database = await newPostgres()
    settings.DATABASE_URL = database.url
    drop = () => database.close()
  }
  server = await build.start(settings)
}, 180_000)
afterAll(async () => {
  await server.stop('SIGKILL')
  await drop()
  await build.remove()
  await rm(folder, { recursive: true, force: true })
})

const formOf = (lines: readonly string[]): FormData => {
  const form = new FormData()
  form.set('file', new Blob(['unit_code,period,score\n', ...lines]), 'figures.csv')
  return form
}

/** Looks again until there is something. */
async function until<T>(look: () => Promise<T | undefined>): Promise<T> {
  for (;;) {
    const found = await look()
    if (found) return found
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

/** What is in the database while no server runs; the last sign of a reader is a minute old then. */
async function lookInside() {
  const { db, close } = await openDatabase(testSettings(settings))
  const imports = await db.selectFrom('board_imports').select(['id', 'state']).orderBy('id').execute()
  const { rows } = await sql<{ staged: number }>`select count(*)::int as staged from board_import_rows`.execute(db)
  await sql`update board_imports set beat_at = beat_at - interval '1 minute'`.execute(db)
  await close()
  return { imports, staged: rows[0]?.staged }
}

test('when the server is killed while it reads a file, then after the restart the import is refused, nothing of it is kept, and the file can come again', async () => {
  const token = await server.signIn('board_editor')
  const stand = (id: string) => server.ok<BoardImport>('GET', `${board}/imports/${id}`, { token })
  await server.ok('PUT', `${board}/definition`, { token, body: partsBoard({ parts: [], vetoes: [] }) })
  const { items } = await server.ok<{ items: RankedUnit[] }>('GET', '/boards/units?kind=area&limit=100', { token })
  const codes = items.map(({ unitCode }) => unitCode)
  const good = [...figureLines(codes, codes.length * 300)]
  // All that comes after them is wrong, and takes its time.
  const body = formOf(Array.from({ length: 40 }, () => good).flat())
  const cut = server.call('POST', `${board}/imports`, { token, body }).then(
    ({ status }) => status,
    () => 'cut',
  )
  const id = await until(async () => /"import":"([0-9a-f-]{36})"/.exec(server.output)?.[1])
  await until(async () => (await stand(id)).rows > good.length)
  expect(await server.stop('SIGKILL')).toBe('SIGKILL')
  expect(await cut).toBe('cut')
  const { imports, staged } = await lookInside()
  expect(imports).toEqual([{ id, state: 'reading' }])
  expect(staged).toBeGreaterThan(0)
  expect(staged).toBeLessThanOrEqual(good.length)

  server = await build.start(settings)
  const ended = await until(async () => {
    const now = await stand(id)
    return now.state === 'reading' ? undefined : now
  })
  expect(ended).toMatchObject({ state: 'refused', faults: [{ line: 0, message: '导入中断了，请再传一次。' }], periods: [] })
  const few = good.slice(0, codes.length)
  const again = await server.ok<BoardImport>('POST', `${board}/imports`, { token, body: formOf(few) })
  expect(again).toMatchObject({ state: 'ready', rows: few.length })
  await server.ok('POST', `${board}/imports/${again.id}/acceptance`, { token, body: {} })
  const { draft } = await server.ok<DraftPage>('GET', `${board}/drafts/2026-10`, { token })
  expect(draft).toMatchObject({ state: 'draft', units: few.length })
  await server.stop()
  expect(await lookInside()).toMatchObject({ imports: [{ state: 'refused' }, { state: 'kept' }] })
}, 180_000)
