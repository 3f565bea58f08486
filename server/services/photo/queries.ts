import { sql } from 'kysely'
import type { Db } from '../../database/connect'
import type { PhotoRow } from '../../shared/photos'

/** What has a picture that is given up: nothing can take it, and the sweep deletes its files, then its row. */
const givenUp = 'sweep'

export interface NewPhoto extends PhotoRow {
  readonly ownerId: string
  readonly digest: string
  readonly bytes: number
}

/** The row of a picture whose files are yet to be written, given up until `keepPhoto`. False when the owner has `most` untaken ones. */
export async function insertGivenUp(db: Db, photo: NewPhoto, now: Date, most: number): Promise<boolean> {
  const { id, ownerId, digest, width, height, bytes } = photo
  const at = now.toISOString()
  const { rows } = await sql`
    insert into photos (id, owner_id, digest, width, height, bytes, created_at, taken_by, taken_at)
    select ${id}, ${ownerId}, ${digest}, ${width}::int, ${height}::int, ${bytes}::int, ${at}::timestamptz, ${givenUp}, ${at}::timestamptz
    where (select count(*) from photos where owner_id = ${ownerId} and taken_at is null) < ${most}::int
    returning id`.execute(db)
  return rows.length > 0
}

/** Makes a picture whose files are there a real one. */
export async function keepPhoto(tx: Db, id: string): Promise<PhotoRow> {
  return tx
    .updateTable('photos')
    .set({ taken_by: null, taken_at: null })
    .where('id', '=', id)
    .where('taken_by', '=', givenUp)
    .returning(['id', 'width', 'height'])
    .executeTakeFirstOrThrow()
}

/** Gives up an untaken picture of the owner; says why not when it does not. */
export async function giveUpOwn(tx: Db, ownerId: string, id: string, now: Date): Promise<'done' | 'taken' | 'unknown'> {
  const given = await tx
    .updateTable('photos')
    .set({ taken_by: givenUp, taken_at: now.toISOString() })
    .where('id', '=', id)
    .where('owner_id', '=', ownerId)
    .where('taken_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (given) return 'done'
  const own = await tx.selectFrom('photos').select('taken_by').where('id', '=', id).where('owner_id', '=', ownerId).executeTakeFirst()
  return own && own.taken_by !== givenUp ? 'taken' : 'unknown'
}

/** Gives up the oldest untaken pictures from before a moment; whoever takes one at the same time has it or has it not. */
export async function giveUpForgotten(db: Db, before: string, now: Date, most: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    update photos set taken_by = ${givenUp}, taken_at = ${now.toISOString()}::timestamptz
    where taken_at is null and id = any(array(
      select id from photos where taken_at is null and created_at < ${before}::timestamptz
      order by created_at limit ${most}::int for update skip locked))
    returning id`.execute(db)
  return rows.map((row) => row.id)
}

/** Pictures given up before a moment whose files may still be there. */
export async function findGivenUp(db: Db, before: string, most: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from photos where taken_by = ${sql.lit(givenUp)} and taken_at < ${before}::timestamptz order by taken_at limit ${most}::int`.execute(
    db,
  )
  return rows.map((row) => row.id)
}

export async function deleteGivenUp(db: Db, ids: readonly string[]): Promise<void> {
  await sql`delete from photos where id = any(${[...ids]}::uuid[]) and taken_by = ${givenUp}`.execute(db)
}
