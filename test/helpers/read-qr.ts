import sharp from 'sharp'

/** Whether a module is dark. */
type Grid = (row: number, column: number) => boolean
interface Spot {
  readonly x: number
  readonly y: number
  readonly module: number
}

/** Bytes of data in each block at level M, from version 1 on. */
const blocksAtM: readonly (readonly number[])[] = [
  [16],
  [28],
  [44],
  [32, 32],
  [43, 43],
  [27, 27, 27, 27],
  [31, 31, 31, 31],
  [38, 38, 39, 39],
  [36, 36, 36, 37, 37],
]
const masks: readonly ((row: number, column: number) => number)[] = [
  (r, c) => (r + c) % 2,
  (r) => r % 2,
  (_, c) => c % 3,
  (r, c) => (r + c) % 3,
  (r, c) => (Math.floor(r / 2) + Math.floor(c / 3)) % 2,
  (r, c) => ((r * c) % 2) + ((r * c) % 3),
  (r, c) => (((r * c) % 2) + ((r * c) % 3)) % 2,
  (r, c) => (((r + c) % 2) + ((r * c) % 3)) % 2,
]

/**
 * What the one QR code says that stands upright in a picture of a screen: as the app draws them (level M, bytes, up to version 9), seen
 * sharply, so that nothing needs correcting. Throws when there is none.
 */
export async function readQr(picture: Buffer): Promise<string> {
  const { data, info } = await sharp(picture).greyscale().raw().toBuffer({ resolveWithObject: true })
  const isDark = (x: number, y: number) => (data[(y * info.width + x) * info.channels] ?? 255) < 128
  const [square] = squaresOf(spotsIn(isDark, info.width, info.height))
  if (!square) throw new Error('the picture has no QR code')
  const { first, across } = square
  const version = Math.round((across / first.module - 10) / 4)
  const size = 17 + 4 * version
  const step = across / (size - 7)
  const grid: Grid = (row, column) => isDark(Math.floor(first.x + (column - 3) * step), Math.floor(first.y + (row - 3) * step))
  return textOf(grid, version, size)
}

/** Three of them that are corners of a square, the biggest first: the data may look like one more. */
function squaresOf(spots: readonly Spot[]): { first: Spot; across: number }[] {
  const squares = spots.flatMap((first) =>
    spots
      .filter(({ x, y }) => x > first.x && Math.abs(y - first.y) < first.module)
      .map(({ x }) => ({ first, across: x - first.x }))
      .filter(({ across }) => spots.some(({ x, y }) => Math.hypot(x - first.x, y - first.y - across) < first.module)),
  )
  return squares.sort((a, b) => b.across - a.across)
}

/** Middles of what may be the marks in the corners: seen across and down as 1, 1, 3, 1, 1 modules. */
function spotsIn(isDark: (x: number, y: number) => boolean, width: number, height: number): Spot[] {
  const spots: Spot[] = []
  for (let y = 0; y < height; y += 1) {
    for (const { at: x, module } of marksOn(width, (at) => isDark(at, y))) {
      const isMiddle = marksOn(height, (at) => isDark(Math.floor(x), at)).some(({ at }) => Math.abs(at - y - 0.5) <= 0.5)
      const isNew = spots.every((spot) => Math.hypot(spot.x - x, spot.y - y) > module)
      if (isMiddle && isNew) spots.push({ x, y: y + 0.5, module })
    }
  }
  return spots
}

function marksOn(length: number, isDark: (at: number) => boolean): { at: number; module: number }[] {
  const edges = [0]
  for (let at = 1; at < length; at += 1) if (isDark(at) !== isDark(at - 1)) edges.push(at)
  return edges.flatMap((from, index) => {
    const ends = edges.slice(index, index + 6)
    const module = ((ends[5] ?? from) - from) / 7
    const fits = (times: number, run: number) => Math.abs((ends[run + 1] ?? 0) - (ends[run] ?? 0) - times * module) <= module / 2
    return module > 1 && isDark(from) && [1, 1, 3, 1, 1].every(fits) ? [{ at: from + 3.5 * module, module }] : []
  })
}

function textOf(grid: Grid, version: number, size: number): string {
  const format = [0, 1, 2, 3, 4].reduce((bits, column) => bits * 2 + Number(grid(8, column)), 0) ^ 0b10101
  const blocks = blocksAtM[version - 1]
  const mask = masks[format % 8]
  if (!blocks || !mask || format > 7) throw new Error(`a QR code of version ${version} and format ${format} is not read`)
  const bits = dataSpots(version, size).map(([row, column]) => grid(row, column) !== (mask(row, column) === 0))
  const bytes = Array.from({ length: bits.length >> 3 }, (_, at) =>
    bits.slice(at * 8, at * 8 + 8).reduce((byte, bit) => byte * 2 + Number(bit), 0),
  )
  const data = inOrder(bytes, blocks)
  // four bits say that bytes follow, eight how many: everything lies half a byte late
  const late = Buffer.from(data.map((byte, at) => ((byte & 15) << 4) | ((data[at + 1] ?? 0) >> 4)))
  if ((data[0] ?? 0) >> 4 !== 4) throw new Error('the QR code holds something other than bytes')
  return late.subarray(1, 1 + (late[0] ?? 0)).toString()
}

/** Where the data lies, bit by bit: in pairs of columns from the right, up and down by turns, around what has its own meaning. */
function dataSpots(version: number, size: number): [row: number, column: number][] {
  const spots: [number, number][] = []
  for (let pair = 0; pair < (size - 1) / 2; pair += 1) {
    const right = size - 1 - 2 * pair - (size - 1 - 2 * pair <= 6 ? 1 : 0)
    for (let step = 0; step < size; step += 1) {
      const row = pair % 2 === 0 ? size - 1 - step : step
      for (const column of [right, right - 1]) if (!isFixed(row, column, version, size)) spots.push([row, column])
    }
  }
  return spots
}

function isFixed(row: number, column: number, version: number, size: number): boolean {
  const far = size - 8
  const isCorner = (row < 9 && (column < 9 || column >= far)) || (row >= far && column < 9)
  const isVersion = version >= 7 && ((row < 6 && column >= size - 11) || (column < 6 && row >= size - 11))
  return isCorner || row === 6 || column === 6 || isVersion || isAligning(row, column, version, size)
}

function isAligning(row: number, column: number, version: number, size: number): boolean {
  const last = size - 7
  const lines = version === 1 ? [] : version < 7 ? [6, last] : [6, (6 + last) / 2, last]
  const isCorner = (a: number, b: number) => (a === 6 && (b === 6 || b === last)) || (a === last && b === 6)
  return lines.some((a) => lines.some((b) => !isCorner(a, b) && Math.abs(row - a) <= 2 && Math.abs(column - b) <= 2))
}

/** The bytes of the blocks one after the other; in the code they take turns. */
function inOrder(bytes: readonly number[], blocks: readonly number[]): number[] {
  const parts = blocks.map((): number[] => [])
  let next = 0
  for (let at = 0; at < Math.max(...blocks); at += 1) {
    blocks.forEach((length, block) => {
      if (at < length) parts[block]?.push(bytes[next++] ?? 0)
    })
  }
  return parts.flat()
}
