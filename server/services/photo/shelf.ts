import type { Db } from '../../database/connect'
import { newId } from '../../shared/id'
import { type PhotoRow, type PhotoStore, photoKey } from '../../shared/photos'
import type { Picture } from './picture'
import { deleteGivenUp, findGivenUp, giveUpForgotten, insertGivenUp } from './queries'
import { forgottenBefore, refusals, underwaySince, untakenLimit } from './rules'

/**
 * Lays a picture into the store. Its row is given up from the start and comes first, so whatever stops us in between (a kill, a
 * full disk), the sweep finds the row and deletes what there is of the files; `keepPhoto` makes it real.
 */
export async function shelve(db: Db, store: PhotoStore, ownerId: string, picture: Picture, now: Date): Promise<string> {
  const { full, thumb, width, height, digest } = picture
  const id = newId()
  if (!(await insertGivenUp(db, { id, ownerId, width, height, digest, bytes: full.length }, now, untakenLimit))) throw refusals.untaken()
  try {
    await store.put(photoKey(id, 'full'), full)
    await store.put(photoKey(id, 'thumb'), thumb)
  } catch (error) {
    await discard(db, store, [id])
    throw error
  }
  return id
}

/** Deletes the files, then the rows of pictures that are given up. What fails here is left to the sweep. */
export async function discard(db: Db, store: PhotoStore, ids: readonly string[]): Promise<void> {
  await remove(db, store, ids).catch(() => {})
}

async function remove(db: Db, store: PhotoStore, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    await store.delete(photoKey(id, 'full'))
    await store.delete(photoKey(id, 'thumb'))
  }
  await deleteGivenUp(db, ids)
}

/** Runs the work that makes a shelved picture real; when it does not, or an earlier one is the answer, ours is thrown away. */
export async function keepOrDiscard(db: Db, store: PhotoStore, id: string, work: () => Promise<PhotoRow>): Promise<PhotoRow> {
  let kept: PhotoRow | undefined
  try {
    kept = await work()
    return kept
  } finally {
    if (kept?.id !== id) await discard(db, store, [id])
  }
}

const batch = 100

/** Deletes uploads that nothing took within a day, and what was left of broken ones. */
export async function sweep(db: Db, store: PhotoStore, now: Date): Promise<void> {
  for (;;) {
    const forgotten = await giveUpForgotten(db, forgottenBefore(now), now, batch)
    const left = await findGivenUp(db, underwaySince(now), batch)
    const ids = [...forgotten, ...left]
    await remove(db, store, ids)
    if (forgotten.length < batch && left.length < batch) return
  }
}
