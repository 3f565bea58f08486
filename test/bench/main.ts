import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import os from 'node:os'
import pg from 'pg'
import { measureBoards } from './boards'
import { measureBoardsGrowth } from './boards-growth'
import { measureBoardsImport } from './boards-import'
import { measureCanteen } from './canteen'
import { measureEndpoints } from './endpoints'
import { measureGrowth } from './growth'
import { measureMemory } from './memory'
import { measureRush } from './rush'
import { measureSizes } from './sizes'
import { measureStudy } from './study'
import { measureStudyGrowth } from './study-growth'
import { measureScreen } from './study-screen'
import { type Row, tableOf } from './table'

const parts: Record<string, (databaseUrl: string) => Promise<Row[]>> = {
  endpoints: measureEndpoints,
  canteen: measureCanteen,
  rush: measureRush,
  study: measureStudy,
  'study-growth': (few) => withDatabase((many) => measureStudyGrowth(few, many)),
  'study-screen': () => measureScreen(),
  boards: measureBoards,
  'boards-growth': (few) => withDatabase((many) => measureBoardsGrowth(few, many)),
  'boards-import': measureBoardsImport,
  growth: (few) => withDatabase((many) => measureGrowth(few, many)),
  memory: () => measureMemory(),
  sizes: async () => measureSizes(),
}

/** A database of its own on the PostgreSQL of BENCH_DATABASE_URL, dropped at the end. */
async function withDatabase<T>(work: (url: string) => Promise<T>): Promise<T> {
  const base = process.env.BENCH_DATABASE_URL ?? process.env.TEST_DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres'
  const name = `jiamenkou_bench_${randomUUID().slice(0, 8)}`
  const owner = new pg.Client({ connectionString: base })
  await owner.connect()
  await owner.query(`create database ${name}`)
  try {
    const url = new URL(base)
    url.pathname = `/${name}`
    return await work(url.href)
  } finally {
    await owner.query(`drop database ${name} with (force)`)
    await owner.end()
  }
}

const asked = process.argv.slice(2)
const rows: Row[] = []
for (const [name, measure] of Object.entries(parts)) {
  if (asked.length > 0 && !asked.includes(name)) continue
  process.stdout.write(`Measuring ${name} ...\n`)
  rows.push(...(await withDatabase(measure)))
}
const table = tableOf(rows)
process.stdout.write(`${table}\n`)
if (asked.length === 0) {
  const commit = spawnSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).stdout.trim()
  const machine = `${os.cpus().length} x ${os.cpus()[0]?.model.trim()}, ${Math.round(os.totalmem() / 2 ** 30)} GB, Node ${process.version}`
  await writeFile(
    'docs/benchmarks.md',
    `# Benchmarks\n\n\`npm run bench\` on ${new Date().toISOString().slice(0, 10)} at ${commit}: ${machine}.\nA ratio is ours against a bare Fastify route with the same SQL straight on the driver (pool of 10, unnamed statements), measured in turn\nin one run; the median of the rounds. The machine is shared and noisy: look at ratios, not at requests a second.\n\n${table}\n`,
  )
}
process.exit(rows.every((row) => row.met) ? 0 : 1)
