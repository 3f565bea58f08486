import { randomUUID } from 'node:crypto'
import pg from 'pg'
import type { Database } from '../../server/database/connect'
import { openPglite } from '../../server/database/pglite'
import { openPostgres } from '../../server/database/postgres'
import { readSettings, type Settings } from '../../server/settings'

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
  return globalThis.testEngine === 'postgres' ? newPostgres() : openPglite()
}

async function newPostgres(): Promise<Database> {
  const url = new URL(process.env.TEST_DATABASE_URL as string)
  const name = `jiamenkou_test_${randomUUID().replaceAll('-', '')}`
  await asOwner(url.href, `create database ${name}`)
  const own = new URL(url)
  own.pathname = `/${name}`
  const database = await openPostgres(testSettings({ DATABASE_URL: own.href }))
  return {
    ...database,
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
