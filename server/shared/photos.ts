import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Photo, photoSizes } from '../../contract/photo'
import type { Db } from '../database/connect'
import { unfit } from '../errors'

export type PhotoSize = (typeof photoSizes)[number]

/** Where the bytes of pictures lie; keys are made by us. Each throws a 503 Refusal when the store cannot do it now. */
export interface PhotoStore {
  put(key: string, bytes: Buffer): Promise<void>
  /** Undefined when there is no such picture. */
  get(key: string): Promise<Buffer | undefined>
  /** Does nothing when there is no such picture. */
  delete(key: string): Promise<void>
}

export const photoKey = (id: string, size: PhotoSize): string => `${id.slice(-2)}/${id}-${size}.jpg`

export interface PhotoRow {
  readonly id: string
  readonly width: number
  readonly height: number
}

/** Makes and checks the short-lived URLs that pictures are served by. */
export interface PhotoSigner {
  /** URL below the origin; the same within a quarter of an hour, so a phone's cache helps; valid 15 to 30 minutes. */
  url(id: string, size: PhotoSize, now: Date): string
  photo(row: PhotoRow, now: Date): Photo
  isValid(id: string, size: PhotoSize, expires: number, signature: string, now: Date): boolean
}

const quarter = 15 * 60

export function createPhotoSigner(key: Buffer): PhotoSigner {
  const sign = (id: string, size: PhotoSize, expires: number) => createHmac('sha256', key).update(`${id} ${size} ${expires}`).digest()
  const url = (id: string, size: PhotoSize, now: Date) => {
    const expires = (Math.floor(now.getTime() / 1000 / quarter) + 2) * quarter
    return `/api/v1/photos/${id}/${size}?expires=${expires}&signature=${sign(id, size, expires).toString('base64url')}`
  }
  return {
    url,
    photo: ({ id, width, height }, now) => ({ id, url: url(id, 'full', now), thumbUrl: url(id, 'thumb', now), width, height }),
    isValid(id, size, expires, signature, now) {
      const given = Buffer.from(signature, 'base64url')
      const right = sign(id, size, expires)
      return expires * 1000 > now.getTime() && given.length === right.length && timingSafeEqual(given, right)
    },
  }
}

/** A picture as something takes it in. */
export interface TakenPhoto extends PhotoRow {
  readonly digest: string
}

/**
 * Takes uploads of the person for something, each picture once, and gives them with their digests in the order asked for.
 * Throws 422 when one is not theirs, unknown, or taken already.
 */
export async function takePhotos(tx: Db, personId: string, ids: readonly string[], takenBy: string, now: Date): Promise<TakenPhoto[]> {
  if (ids.length === 0) return []
  const taken = await tx
    .updateTable('photos')
    .set({ taken_by: takenBy, taken_at: now.toISOString() })
    .where((eb) => eb('id', '=', eb.fn.any(eb.val([...ids]))))
    .where('owner_id', '=', personId)
    .where('taken_at', 'is', null)
    .returning(['id', 'digest', 'width', 'height'])
    .execute()
  const byId = new Map(taken.map((photo) => [photo.id, photo]))
  return ids.map((id) => {
    const photo = byId.get(id)
    if (!photo) throw unfit('photo-not-usable', '有照片不能用：可能已经用过或过期了，请重新上传。', 'body/photoIds')
    return photo
  })
}

/** Gives a picture up that is no longer shown anywhere; the sweep deletes it. */
export async function releasePhoto(tx: Db, id: string): Promise<void> {
  await tx.updateTable('photos').set({ taken_by: null, taken_at: null }).where('id', '=', id).execute()
}
