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

/** Numbers of all squares that have a place of the circle in them. */
export function cellsAround(point: Point, metres: number): number[] {
  const dLat = metres / 111_000
  // Towards the poles a degree of longitude becomes nothing: there the circle is cut off, so that nobody can ask for the whole earth.
  const dLng = dLat / Math.max(Math.cos(radians(point.lat)), 0.1)
  const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i)
  const at = (degrees: number) => Math.floor(degrees * perDegree)
  const columns = range(at(point.lng + 180 - dLng), at(point.lng + 180 + dLng))
  const rows = range(at(point.lat + 90 - dLat), at(point.lat + 90 + dLat))
  // The place of a column or row that is nearest to the middle; a metre more, as degrees are not quite square.
  const nearest = (index: number, degrees: number) => Math.min(Math.max(degrees, index / perDegree), (index + 1) / perDegree)
  const touches = (x: number, y: number) =>
    distance(point, { lng: nearest(x, point.lng + 180) - 180, lat: nearest(y, point.lat + 90) - 90 }) <= metres + 1
  return columns.flatMap((x) => rows.filter((y) => touches(x, y)).map((y) => cell(x, y)))
}

/** Reads `lng,lat`. Throws a Refusal when it is no place on earth. */
export function parseNear(text: string): Point {
  const [lng, lat] = text.split(',').map(Number) as [number, number]
  if (Math.abs(lng) > 180 || Math.abs(lat) > 90) throw new Refusal(400, 'place-invalid', '位置不对，请重新定位。')
  return { lng, lat }
}
