import { Refusal, unfit } from '../../errors'
import { days, later, minutes } from '../../shared/shanghai'

export type Kind = 'jpeg' | 'png' | 'webp' | 'heif'

/** What the first bytes say a file is, whatever its name says; undefined when it is no picture that we take. */
export function kindOf(bytes: Buffer): Kind | undefined {
  const head = bytes.toString('latin1', 0, 12)
  if (head.startsWith('\xff\xd8\xff')) return 'jpeg'
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'png'
  if (/^RIFF.{4}WEBP$/s.test(head)) return 'webp'
  return /^.{4}ftyp(avi[fs]|mif1|msf1|hei[cxms]|hev[cxms])$/s.test(head) ? 'heif' : undefined
}

const million = 1_000_000

/** Pixels a picture may have. Less where the library must hold all of them at once: a picture in work takes up to 500 MB. */
export function pixelLimit(kind: Kind, isProgressive: boolean): number {
  if (kind === 'heif') return 17 * million
  return kind === 'webp' || isProgressive ? 50 * million : 120 * million
}

/** Uploads of one person that nothing has taken yet; a day of reports takes fewer. */
export const untakenLimit = 200

/** Untaken uploads from before this are forgotten. */
export const forgottenBefore = (now: Date): string => later(now, -days(1))
/** An upload that is still on its way has been given up no earlier than this. */
export const underwaySince = (now: Date): string => later(now, -minutes(60))

export const refusals = {
  kind: () => new Refusal(415, 'photo-kind', '这不是能识别的照片，请选 JPG、PNG 或 WebP 格式的。'),
  heic: () => new Refusal(415, 'photo-kind', '这种 HEIC 照片还看不了，请在手机的相机设置里选“兼容性最佳”，或直接拍一张。'),
  pixels: () => unfit('photo-too-many-pixels', '这张照片的尺寸太大了，请换一张或截小一些。'),
  unreadable: () => unfit('photo-unreadable', '这张照片打不开，可能没传完整，请重新选一张。'),
  untaken: () => new Refusal(429, 'photo-too-many', '您传了很多照片还没有用上，请明天再传。', { retryAfter: 3600 }),
}
