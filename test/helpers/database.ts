import { randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import pg from 'pg'
import type { Database } from '../../server/database/connect'
import { openPglite } from '../../server/database/pglite'
import { openPostgres } from '../../server/database/postgres'
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

/** A new, empty database on the engine of the jest project; `close` also removes it. */
export async function newDatabase(): Promise<Database> {
  return globalThis.testEngine === 'postgres' ? newPostgres() : openPglite(undefined, await emptyPglite())
}

const cache = path.join(projectRoot, 'node_modules/.cache/jiamenkou')

/** A fresh PGlite as a dump, kept between runs: making one takes seconds, copying it a fraction of one. */
async function emptyPglite(): Promise<Blob> {
  const described = await readFile(path.join(projectRoot, 'node_modules/@electric-sql/pglite/package.json'), 'utf8')
  const { version } = JSON.parse(described) as { version: string }
  const file = path.join(cache, `pglite-${version}.tar`)
  const kept = await readFile(file).catch(() => undefined)
  if (kept) return new Blob([kept])
  const pglite = await PGlite.create()
  const dump = await pglite.dumpDataDir('none')
  await pglite.close()
  await mkdir(cache, { recursive: true })
  await writeFile(`${file}.${process.pid}`, Buffer.from(await dump.arrayBuffer()))
  await rename(`${file}.${process.pid}`, file)
  return dump
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
