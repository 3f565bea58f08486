import type { Db } from '../../database/connect'
import { releasePhoto } from '../../shared/photos'
import { deleteEntries, type EditionKey, findUnshown, type ShownEntry } from './queries-entries'

/** Takes units out of an edition. */
export async function dropEntries(tx: Db, edition: EditionKey, entries: readonly ShownEntry[]): Promise<void> {
  await deleteEntries(
    tx,
    edition,
    entries.map(({ unitCode }) => unitCode),
  )
  await giveUpPhotos(
    tx,
    entries.flatMap(({ photos }) => photos.map(({ id }) => id)),
  )
}

/** Gives pictures up, unless another edition shows them. */
export async function giveUpPhotos(tx: Db, photoIds: readonly string[]): Promise<void> {
  for (const id of await findUnshown(tx, photoIds)) await releasePhoto(tx, id)
}
