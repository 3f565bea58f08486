import { randomUUID } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { BoardDefinition, BoardImport } from '../../contract/board'
import { type Database, openDatabase } from '../../server/database/connect'
import { seedDemo } from '../../server/database/demo/seed'
import { migrate } from '../../server/database/migrate'
import { layFoundation } from '../../server/foundation'
import { readSettings } from '../../server/settings'
import { figureLines, fillAreas, partsBoard } from '../helpers/figure-files'
import { type Running, startProgram } from '../helpers/program'
import { env } from './endpoints'
import { signIn } from './story'
import type { Row } from './table'

const areas = 6509
const rows = 200_000
const board = 'BENCH.IMPORT'

/** A file of 200,000 rows, all areas of the city in 31 months: how long until it is read and checked, and what memory that takes. */
export async function measureBoardsImport(databaseUrl: string): Promise<Row[]> {
  return [...(await measure('PostgreSQL', databaseUrl)), ...(await measure('PGlite', ''))]
}

async function measure(engine: string, databaseUrl: string): Promise<Row[]> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'jiamenkou-import-'))
  const settings = readSettings(env(databaseUrl, dataDir))
  try {
    const codes = await prepare(await openDatabase(settings), settings)
    const server = await startProgram(['dist/server/main.mjs'], env(databaseUrl, dataDir))
    try {
      return rowsOf(engine, await importFile(server, ['unit_code,period,score\n', ...figureLines(codes, rows)].join('')))
    } finally {
      await server.stop()
    }
  } finally {
    await rm(dataDir, { recursive: true, force: true })
  }
}

/** The codes of all areas. */
async function prepare(database: Database, settings: ReturnType<typeof readSettings>): Promise<string[]> {
  try {
    await migrate(database.db)
    await seedDemo(database.db, new Date(), (await layFoundation({ settings, database })).sealer)
    const { count } = await database.db
      .selectFrom('areas')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    await fillAreas(database.db, areas - count)
    return (await database.db.selectFrom('areas').select('code').orderBy('code').execute()).map(({ code }) => code)
  } finally {
    await database.close()
  }
}

interface Measured {
  readonly seconds: number
  readonly keepSeconds: number
  readonly megabytes: number
  readonly looks: number
}

async function importFile(server: Running, text: string): Promise<Measured> {
  const headers = await signIn(server.address, 'board_editor')
  const call = async <T>(method: string, url: string, body?: BodyInit, type?: string): Promise<T> => {
    const answer = await fetch(`${server.address}/api/v1/boards/${board}${url}`, {
      method,
      headers: { ...headers, ...(type ? { 'content-type': type } : {}), 'idempotency-key': randomUUID() },
      ...(body ? { body } : {}),
    })
    if (!answer.ok) throw new Error(`${method} ${url} answered ${answer.status}: ${await answer.text()}`)
    return (await answer.json()) as T
  }
  const definition: BoardDefinition = partsBoard({ name: '全市试评榜', reach: 'city', parts: [], vetoes: [] })
  await call('PUT', '/definition', JSON.stringify(definition), 'application/json')
  const idle = await megabytesOf(server.pid)
  const peak = watch(server.pid)
  const form = new FormData()
  form.set('file', new Blob([text]), 'figures.csv')
  const start = performance.now()
  let stand = await call<BoardImport>('POST', '/imports', form)
  let looks = 0
  for (; stand.state === 'reading'; looks += 1) {
    await new Promise((resolve) => setTimeout(resolve, 200))
    stand = await call<BoardImport>('GET', `/imports/${stand.id}`)
  }
  const seconds = (performance.now() - start) / 1000
  const megabytes = (await peak.stop()) - idle
  if (stand.state !== 'ready' || stand.rows !== rows) throw new Error(`the import is ${JSON.stringify(stand)}`)
  const begun = performance.now()
  await call('POST', `/imports/${stand.id}/acceptance`, '{}', 'application/json')
  return { seconds, megabytes, looks, keepSeconds: (performance.now() - begun) / 1000 }
}

const megabytesOf = async (pid: number): Promise<number> =>
  Number(/VmRSS:\s+(\d+)/.exec(await readFile(`/proc/${pid}/status`, 'utf8'))?.[1] ?? Number.NaN) / 1024

/** Looks at the memory again and again; gives the most of it at the end. */
function watch(pid: number): { stop(): Promise<number> } {
  let most = 0
  const look = async () => {
    most = Math.max(most, await megabytesOf(pid).catch(() => 0))
  }
  const timer = setInterval(look, 50)
  return {
    async stop() {
      clearInterval(timer)
      await look()
      return most
    },
  }
}

const rowsOf = (engine: string, { seconds, keepSeconds, megabytes, looks }: Measured): Row[] => [
  {
    ...{ what: `import of ${rows} rows read and checked, ${engine}`, figure: seconds, unit: 's', target: '< 60', met: seconds < 60 },
    note: `progress told ${looks} times; kept in ${keepSeconds.toFixed(1)} s`,
  },
  { what: `memory above idle meanwhile, ${engine}`, figure: megabytes, unit: 'MB', target: '< 300', met: megabytes < 300 },
]
