import { createHash } from 'node:crypto'
import type { Evidence } from '../../../contract/report'
import { type PhotoStore, photoKey } from '../../shared/photos'
import { firstBroken, genesis } from './chain'
import type { ChainRow } from './queries-events'

/** Checks the chain, and every picture as it lies in the store. */
export async function verify(chain: readonly ChainRow[], store: PhotoStore): Promise<Evidence> {
  const newest = chain.at(-1)
  const brokenLink = newest ? firstBroken(chain, newest) : 1
  const brokenPicture = await firstBrokenPicture(chain, store)
  const brokenAt = [brokenLink, brokenPicture].filter((seq) => seq !== null).sort((a, b) => a - b)[0] ?? null
  return {
    valid: brokenAt === null,
    events: chain.length,
    photos: chain.reduce((count, { photos }) => count + photos.length, 0),
    head: newest?.digest ?? genesis,
    brokenAt,
    chain: chain.map(({ seq, at, kind, previous, digest, photos }) => ({ seq, at, kind, previous, digest, photos: [...photos] })),
  }
}

async function firstBrokenPicture(chain: readonly ChainRow[], store: PhotoStore): Promise<number | null> {
  for (const { seq, photos, photoIds } of chain) {
    for (const [at, id] of photoIds.entries()) {
      if ((await digestInStore(store, id)) !== photos[at]) return seq
    }
  }
  return null
}

/** Undefined when the picture is not there; a store that does not answer is no proof of a change, and throws. */
async function digestInStore(store: PhotoStore, id: string): Promise<string | undefined> {
  const bytes = await store.get(photoKey(id, 'full'))
  return bytes && createHash('sha256').update(bytes).digest('hex')
}
