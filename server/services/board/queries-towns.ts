import { sql } from 'kysely'
import type { Db } from '../../database/connect'

export interface Town {
  readonly code: string
  readonly name: string
}

/** A town that is open in the app: the one with the code, or the first. */
export async function findOpenTown(db: Db, code: string | undefined): Promise<Town | undefined> {
  const wanted = code === undefined ? sql`true` : sql`code = ${code}`
  const { rows } = await sql<Town>`
    select code, name from towns where prefix is not null and ${wanted} order by code limit 1`.execute(db)
  return rows[0]
}
