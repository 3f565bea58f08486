import { createHash } from 'node:crypto'
import { Semaphore } from 'async-mutex'
import sharp, { type Metadata } from 'sharp'
import { Refusal, unfit } from '../../errors'

/** A picture as kept: JPEG, upright, without any metadata. */
export interface Picture {
  readonly full: Buffer
  readonly thumb: Buffer
  readonly width: number
  readonly height: number
  /** SHA-256 of `full`, hex. */
  readonly digest: string
}

/** Phones take up to 108 million pixels. */
const mostPixels = 120_000_000
const fullSide = 2048
const thumbSide = 400
const formats = new Set(['jpeg', 'png', 'webp', 'heif'])

sharp.cache(false)
/** So many pictures are worked on at once in a process: memory stays bounded, the rest wait. */
const places = new Semaphore(2)

/** Makes the kept picture and its thumbnail of an upload. Throws a Refusal when it is not a picture we can take. */
export function takeIn(bytes: Buffer): Promise<Picture> {
  return places.runExclusive(async () => {
    await inspect(bytes)
    const full = await shrink(bytes, fullSide, 80)
    const thumb = await shrink(full.data, thumbSide, 75)
    return {
      full: full.data,
      thumb: thumb.data,
      width: full.info.width,
      height: full.info.height,
      digest: createHash('sha256').update(full.data).digest('hex'),
    }
  })
}

/** The content decides what it is, not the name. Reads the head only. */
async function inspect(bytes: Buffer): Promise<Metadata> {
  const metadata = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => undefined)
  if (!metadata || !formats.has(metadata.format ?? ''))
    throw new Refusal(415, 'photo-kind', '这不是能用的照片，请选 JPEG、PNG 或 WebP 格式的照片。')
  if (metadata.width * metadata.height > mostPixels) throw unfit('photo-too-many-pixels', '这张照片的像素太多了，请换一张。')
  return metadata
}

async function shrink(bytes: Buffer, side: number, quality: number) {
  try {
    return await sharp(bytes, { limitInputPixels: mostPixels, autoOrient: true })
      .flatten({ background: '#ffffff' })
      .resize(side, side, { fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb')
      .jpeg({ quality })
      .toBuffer({ resolveWithObject: true })
  } catch {
    throw unfit('photo-unreadable', '这张照片读不出来，可能没有存完整，请重新拍一张。')
  }
}
