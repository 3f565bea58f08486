import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { sql } from 'kysely'
import { projectRoot } from '../shared/project-root'
import type { Db } from './connect'

const folder = path.join(projectRoot, 'server/database/migrations')
/** Any number will do, as long as every process of this app uses the same. */
const migrationLock = 7_310_112

/** Applies the numbered SQL files that have not been applied, all or nothing, under an advisory lock. Gives the names of those applied now. */
export async function migrate(db: Db): Promise<string[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort()
  return db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(${sql.lit(migrationLock)})`.execute(tx)
    await sql`set local statement_timeout = 0`.execute(tx)
    await sql`create table if not exists schema_migrations (name text primary key, applied_at timestamptz not null default now())`.execute(
      tx,
    )
    const done = new Set((await sql<{ name: string }>`select name from schema_migrations`.execute(tx)).rows.map((row) => row.name))
    const pending = files.filter((file) => !done.has(file))
    for (const file of pending) {
      for (const statement of statementsOf(await readFile(path.join(folder, file), 'utf8'))) await sql.raw(statement).execute(tx)
      await sql`insert into schema_migrations (name) values (${file})`.execute(tx)
    }
    return pending
  })
}

/** The statements of a migration: each ends with a semicolon at the end of a line, outside $$ bodies. */
function statementsOf(text: string): string[] {
  const statements: string[] = []
  let current = ''
  let inBody = false
  for (const line of text.split('\n')) {
    if (!inBody && line.trimStart().startsWith('--')) continue
    current += `${line}\n`
    if ((line.match(/\$\$/g)?.length ?? 0) % 2 === 1) inBody = !inBody
    if (!inBody && line.trimEnd().endsWith(';')) {
      statements.push(current)
      current = ''
    }
  }
  if (current.trim()) statements.push(current)
  return statements
}
