import { colours } from '@/lib/colours'
import type { Point, Range } from './line'

const size = { width: 300, height: 108 }
const margin = 8

export interface Spot {
  readonly x: number
  readonly y: number
}

/** Where the points of a line are on a surface; null in a gap. */
export function spotsOf(
  points: readonly Point[],
  { top, bottom }: Range,
  box: { width: number; height: number; margin: number },
): (Spot | null)[] {
  const [wide, high] = [box.width - 2 * box.margin, box.height - 2 * box.margin]
  return points.map(({ rank }, at) =>
    rank === null ? null : { x: box.margin + (at / (points.length - 1)) * wide, y: box.margin + ((rank - top) / (bottom - top)) * high },
  )
}

/** The unbroken parts of a line. */
export function stretchesOf(spots: readonly (Spot | null)[]): Spot[][] {
  const parts: Spot[][] = [[]]
  for (const spot of spots) {
    if (spot) parts.at(-1)?.push(spot)
    else parts.push([])
  }
  return parts.filter((part) => part.length > 0)
}

const at = ({ x, y }: Spot) => `${x.toFixed(1)} ${y.toFixed(1)}`
const path = (spots: readonly (Spot | null)[]) =>
  stretchesOf(spots)
    .map((part) => `M${part.map(at).join('L')}`)
    .join('')

/** Strong, with a dot a period, the present one large. */
function ownLine(spots: readonly (Spot | null)[]): string {
  const dots = spots.map((spot, index) => {
    if (!spot) return ''
    const isLast = index === spots.length - 1
    const ring = isLast ? ` stroke='${colours.card}' stroke-width='2'` : ''
    return `<circle cx='${spot.x.toFixed(1)}' cy='${spot.y.toFixed(1)}' r='${isLast ? 5.5 : 2.5}' fill='${colours.board}'${ring}/>`
  })
  return `<path d='${path(spots)}' stroke='${colours.board}' stroke-width='2.5'/>${dots.join('')}`
}

/** Dashed, with a hollow square a period. */
function otherLine(spots: readonly (Spot | null)[]): string {
  const squares = spots.map((spot) =>
    spot
      ? `<rect x='${(spot.x - 3).toFixed(1)}' y='${(spot.y - 3).toFixed(1)}' width='6' height='6' fill='${colours.card}' stroke='${colours.other}' stroke-width='1.5'/>`
      : '',
  )
  return `<path d='${path(spots)}' stroke='${colours.other}' stroke-width='2' stroke-dasharray='5 4'/>${squares.join('')}`
}

/** Lines of ranks as a picture, sharp on every screen: the first is the own one. */
export function chartPicture([own = [], ...others]: readonly (readonly Point[])[], range: Range): string {
  const spots = (points: readonly Point[]) => spotsOf(points, range, { ...size, margin })
  const grid = [0, 0.5, 1].map((part) => {
    const y = margin + part * (size.height - 2 * margin)
    return `<path d='M0 ${y}H${size.width}' stroke='${colours.line}'/>`
  })
  const lines = [...others.map((points) => otherLine(spots(points))), ownLine(spots(own))]
  const svg = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 ${size.width} ${size.height}' fill='none' stroke-linecap='round' stroke-linejoin='round'>${grid.join('')}${lines.join('')}</svg>`
  return `url("data:image/svg+xml,${encodeURIComponent(svg)}")`
}
