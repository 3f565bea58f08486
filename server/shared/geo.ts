import { Refusal } from '../errors'

/** Degrees, GCJ-02. */
export interface Point {
  readonly lng: number
  readonly lat: number
}

const earth = 6_371_000
const radians = (degrees: number) => (degrees * Math.PI) / 180

/** Metres between two places on the sphere. */
export function distance(a: Point, b: Point): number {
  const half =
    Math.sin(radians(b.lat - a.lat) / 2) ** 2 +
    Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(radians(b.lng - a.lng) / 2) ** 2
  return 2 * earth * Math.asin(Math.sqrt(half))
}

const perDegree = 400

const cell = (x: number, y: number) => x * 1_000_000 + y

/** Number of the square of 0.0025 degrees (about 240 by 280 m in Shanghai) that a place falls into. */
export const cellOf = (point: Point): number => cell(Math.floor((point.lng + 180) * perDegree), Math.floor((point.lat + 90) * perDegree))

/** Numbers of all squares that touch the circle's bounding box. */
export function cellsAround(point: Point, metres: number): number[] {
  const dLat = metres / 111_000
  const dLng = dLat / Math.cos(radians(point.lat))
  const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i)
  const at = (degrees: number) => Math.floor(degrees * perDegree)
  return range(at(point.lng + 180 - dLng), at(point.lng + 180 + dLng)).flatMap((x) =>
    range(at(point.lat + 90 - dLat), at(point.lat + 90 + dLat)).map((y) => cell(x, y)),
  )
}

/** Reads `lng,lat`. Throws a Refusal when it is no place on earth. */
export function parseNear(text: string): Point {
  const [lng, lat] = text.split(',').map(Number) as [number, number]
  if (Math.abs(lng) > 180 || Math.abs(lat) > 90) throw new Refusal(400, 'place-invalid', '位置不对，请重新定位。')
  return { lng, lat }
}
