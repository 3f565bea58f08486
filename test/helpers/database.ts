import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { Kysely } from 'kysely'
import pg from 'pg'
import type { Database } from '../../server/database/connect'
import { migrate } from '../../server/database/migrate'
import { openPglite } from '../../server/database/pglite'
import { pgliteDialect } from '../../server/database/pglite-dialect'
import { openPostgres } from '../../server/database/postgres'
import type { DB } from '../../server/database/tables'
import { readSettings, type Settings } from '../../server/settings'
import { projectRoot } from '../../server/shared/project-root'

declare global {
  // set by the project in jest.config.cjs
  var testEngine: 'pglite' | 'postgres'
}

export const testSettings = (changes: Partial<Record<keyof Settings, string>> = {}): Settings =>
  readSettings({
    DEMO: 'true',
    SECRET_KEY: 'a-secret-for-tests-only-0123456789abcdef',
    LOG_LEVEL: 'silent',
    REQUESTS_PER_MINUTE: '100000',
    ...changes,
  })

/** A new database on the engine of the jest project, for `migrate` to bring up to date; `close` also removes it. */
export async function newDatabase(): Promise<Database> {
  return globalThis.testEngine === 'postgres' ? newPostgres() : openPglite(undefined, await migratedPglite())
}

const cache = path.join(projectRoot, 'node_modules/.cache/jiamenkou')

/** A fresh PGlite with all tables as a dump, kept between runs: making one takes seconds, copying it a fraction of one. */
async function migratedPglite(): Promise<Blob> {
  const file = path.join(cache, `pglite-${await fingerprint()}.tar`)
  const kept = await readFile(file).catch(() => undefined)
  if (kept) return new Blob([kept])
  const pglite = await PGlite.create()
  const db = new Kysely<DB>({ dialect: pgliteDialect(pglite, undefined) })
  await migrate(db)
  const dump = await pglite.dumpDataDir('none')
  await pglite.close()
  await mkdir(cache, { recursive: true })
  await writeFile(`${file}.${process.pid}`, Buffer.from(await dump.arrayBuffer()))
  await rename(`${file}.${process.pid}`, file)
  return dump
}

/** Of what the dump is made from. */
async function fingerprint(): Promise<string> {
  const migrations = path.join(projectRoot, 'server/database/migrations')
  const files = (await readdir(migrations)).sort().map((name) => path.join(migrations, name))
  const hash = createHash('sha256')
  for (const file of [...files, path.join(projectRoot, 'node_modules/@electric-sql/pglite/package.json')]) hash.update(await readFile(file))
  return hash.digest('hex').slice(0, 16)
}

/** A new database on the PostgreSQL of TEST_DATABASE_URL, opened `through` another address when one is given for its own. */
export async function newPostgres(through = (url: URL) => url): Promise<Database & { readonly url: string }> {
  const url = new URL(process.env.TEST_DATABASE_URL as string)
  const name = `jiamenkou_test_${randomUUID().replaceAll('-', '')}`
  await asOwner(url.href, `create database ${name}`)
  const own = new URL(url)
  own.pathname = `/${name}`
  const database = await openPostgres(testSettings({ DATABASE_URL: through(new URL(own)).href }))
  return {
    ...database,
    url: own.href,
    async close() {
      await database.close()
      await asOwner(url.href, `drop database ${name} with (force)`)
    },
  }
}

async function asOwner(connectionString: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
