import { createHash } from 'node:crypto'
import { Semaphore } from 'async-mutex'
import sharp from 'sharp'
import { kindOf, pixelLimit, refusals } from './rules'

/** A picture as it is kept: JPEG in sRGB, upright, without metadata. */
export interface Picture {
  readonly full: Buffer
  readonly thumb: Buffer
  readonly width: number
  readonly height: number
  /** SHA-256 of `full`, hex. */
  readonly digest: string
}

const fullSide = 2048
const thumbSide = 400
const seconds = 20

sharp.cache(false)
/** More at once would not be faster, but take more memory. */
const places = new Semaphore(2)

/** Makes the picture to keep out of an upload. Throws a Refusal when the bytes are no picture, broken, or have too many pixels. */
export const develop = (bytes: Buffer): Promise<Picture> => places.runExclusive(() => developOne(bytes))

async function developOne(bytes: Buffer): Promise<Picture> {
  const limitInputPixels = await check(bytes)
  const { data: full, info } = await sharp(bytes, { limitInputPixels, failOn: 'error', autoOrient: true })
    .flatten({ background: 'white' })
    .resize(fullSide, fullSide, { fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .jpeg({ quality: 80 })
    .timeout({ seconds })
    .toBuffer({ resolveWithObject: true })
    .catch(unreadable)
  const thumb = await sharp(full).resize(thumbSide, thumbSide, { fit: 'inside', withoutEnlargement: true }).jpeg({ quality: 75 }).toBuffer()
  return { full, thumb, width: info.width, height: info.height, digest: createHash('sha256').update(full).digest('hex') }
}

/** Looks at the first bytes and the header only. Gives how many pixels a picture of this kind may have. */
async function check(bytes: Buffer): Promise<number> {
  const kind = kindOf(bytes)
  if (!kind) throw refusals.kind()
  const header = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch((error) => (kind === 'heif' ? Promise.reject(refusals.heic()) : unreadable(error)))
  if (header.format !== kind) throw refusals.kind()
  if (kind === 'heif' && header.compression !== 'av1') throw refusals.heic()
  const limit = pixelLimit(kind, header.isProgressive ?? false)
  if (header.width * header.height > limit) throw refusals.pixels()
  return limit
}

function unreadable(error: Error): never {
  throw Object.assign(refusals.unreadable(), { cause: error.message })
}
