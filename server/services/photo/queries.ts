import type { Db } from '../../database/connect'

export interface NewPhoto {
  readonly id: string
  readonly ownerId: string
  readonly digest: string
  readonly width: number
  readonly height: number
  readonly bytes: number
}

export async function insertPhoto(tx: Db, now: Date, { id, ownerId, digest, width, height, bytes }: NewPhoto): Promise<void> {
  await tx.insertInto('photos').values({ id, owner_id: ownerId, digest, width, height, bytes, created_at: now.toISOString() }).execute()
}

/** Deletes the person's own upload that nothing took; says whether there was one. */
export async function deleteOwn(tx: Db, personId: string, id: string): Promise<boolean> {
  const gone = await tx
    .deleteFrom('photos')
    .where('id', '=', id)
    .where('owner_id', '=', personId)
    .where('taken_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return gone !== undefined
}

/** Deletes up to `limit` uploads from before `moment` that nothing took, and gives their ids. */
export async function deleteForgotten(tx: Db, moment: string, limit: number): Promise<string[]> {
  const old = tx
    .selectFrom('photos')
    .select('id')
    .where('taken_at', 'is', null)
    .where('created_at', '<', moment)
    .limit(limit)
    .forUpdate()
    .skipLocked()
  const gone = await tx.deleteFrom('photos').where('id', 'in', old).returning('id').execute()
  return gone.map(({ id }) => id)
}
