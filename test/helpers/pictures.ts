import { crc32, createDeflate } from 'node:zlib'
import sharp from 'sharp'

/** A picture whose left half is red and right half is blue, so that one sees which way it stands. */
export const picture = (width = 60, height = 40) =>
  sharp({ create: { width, height, channels: 3, background: 'blue' } }).composite([
    { input: { create: { width: width / 2, height, channels: 3, background: 'red' } }, left: 0, top: 0 },
  ])

/** A JPEG as a phone makes it: lying on its side (orientation 6), with the place and the phone's name in it. */
export const phonePicture = (width = 60, height = 40): Promise<Buffer> =>
  picture(width, height)
    .withExif({
      IFD0: { Make: 'PHONE-OF-WANG', Orientation: '6' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '31/1 11/1 4567/100', GPSLongitudeRef: 'E', GPSLongitude: '121/1 18/1 1234/100' },
    })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><note>XMP-OF-WANG</note></x:xmpmeta>')
    .withIccProfile('p3', { attach: true })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()

/** A PNG of one bit a pixel whose bytes are few however large it says it is. */
export async function blankPng(width: number, height: number): Promise<Buffer> {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header[8] = 1
  const signature = Buffer.from('89504e470d0a1a0a', 'hex')
  const data = await deflatedZeros((Math.ceil(width / 8) + 1) * height)
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))])
}

async function deflatedZeros(count: number): Promise<Buffer> {
  const deflate = createDeflate({ level: 1 })
  const zeros = Buffer.alloc(1_000_000)
  const feed = async () => {
    for (let left = count; left > 0; left -= zeros.length) {
      if (!deflate.write(zeros.subarray(0, Math.min(left, zeros.length)))) await new Promise((resolve) => deflate.once('drain', resolve))
    }
    deflate.end()
  }
  feed()
  const parts: Buffer[] = []
  for await (const part of deflate) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const frame = Buffer.alloc(body.length + 8)
  frame.writeUInt32BE(data.length, 0)
  body.copy(frame, 4)
  frame.writeUInt32BE(crc32(body), body.length + 4)
  return frame
}
