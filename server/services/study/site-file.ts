import { type CheckInWay, checkInWays, type SiteKind, siteKinds } from '../../../contract/study'
import { plain } from '../../shared/table-file'
import { readRows, type TableRow } from '../../shared/table-rows'
import { readHours } from './file-hours'
import { kindWords, wayWords } from './kind-words'
import type { Hours } from './rules-hours'
import { usableFix } from './rules-marks'

const columns = {
  id: { names: ['code', 'id', '编号'] },
  name: { names: ['name', '名称'] },
  kind: { names: ['kind', '类别'] },
  lng: { names: ['lng', 'lng_gcj02', '经度'] },
  lat: { names: ['lat', 'lat_gcj02', '纬度'] },
  hours: { names: ['hours', '开放时间'] },
  address: { names: ['address', '地址'], optional: true },
  ways: { names: ['ways', '打卡方式'], optional: true },
  fence: { names: ['fence', '范围(米)'], optional: true },
  story: { names: ['story', '介绍'], optional: true },
  directions: { names: ['directions', '怎么去'], optional: true },
} as const
export type SiteFileRow = TableRow<typeof columns>

/** The rows of a file of sites. Throws a Refusal when it is too large (413), or no table or without a column (422). */
export const readSiteFile = (bytes: Buffer): Promise<SiteFileRow[]> => readRows(bytes, columns, 'study')

/** A site as a file has it; what a cell leaves open stays as it is. */
export interface FileSite {
  readonly id: string
  readonly name: string
  readonly kind: SiteKind
  readonly lng: number
  readonly lat: number
  readonly weekly: Hours['weekly']
  readonly address?: string
  readonly ways?: readonly CheckInWay[]
  readonly fenceMetres?: number
  readonly story?: string
  readonly directions?: string
}

const degrees = (text: string): number => (/^-?\d{1,3}(\.\d{1,15})?$/.test(plain(text)) ? Number(plain(text)) : Number.NaN)

/** What a row means, or everything that is wrong with it, in Chinese. */
export function siteOfRow(row: SiteFileRow): FileSite | string[] {
  const kind = siteKinds.find((one) => plain(row.kind) === one || row.kind === kindWords[one])
  const place = usableFix({ lng: degrees(row.lng), lat: degrees(row.lat), accuracy: 0 })
  const weekly = readHours(plain(row.hours))
  const ways = waysOf(row.ways)
  const fence = Number(plain(row.fence) || Number.NaN)
  const faults = [
    !/^[A-Za-z0-9_-]{1,32}$/.test(plain(row.id)) && (row.id ? `编号“${shown(row.id)}”只能用字母、数字、- 和 _` : '没有写编号'),
    !row.name && '没有写名称',
    row.name.length > 40 && '名称最多 40 个字',
    !kind && (row.kind ? `“${shown(row.kind)}”不是学习点的类别` : '没有写类别'),
    !place && '经度、纬度不对，请写国内的位置，例如 121.3656 和 31.1699',
    !row.hours && '没有写开放时间',
    typeof weekly === 'string' && weekly,
    !ways && `打卡方式“${shown(row.ways)}”请写屏幕码、固定码、讲解员，用顿号隔开`,
    row.fence !== '' && !(Number.isInteger(fence) && fence >= 20 && fence <= 2000) && '范围要写 20 到 2000 的整数，单位是米',
    row.address.length > 100 && '地址最多 100 个字',
    row.story.length > 5000 && '介绍最多 5000 个字',
    row.directions.length > 300 && '怎么去最多 300 个字',
  ].filter((fault) => typeof fault === 'string')
  if (faults.length > 0 || !kind || !place || typeof weekly === 'string') return faults
  return {
    ...{ id: plain(row.id), name: row.name, kind, lng: place.lng, lat: place.lat, weekly },
    ...(ways?.length ? { ways } : {}),
    ...(row.fence ? { fenceMetres: fence } : {}),
    ...Object.fromEntries((['address', 'story', 'directions'] as const).flatMap((one) => (row[one] ? [[one, row[one]]] : []))),
  }
}

/** Undefined: there is something in it that is no way. */
function waysOf(text: string): CheckInWay[] | undefined {
  const words = plain(text)
    .split(/[;,、/\s]+/)
    .filter(Boolean)
  const ways = words.map((word) => checkInWays.find((way) => word === way || word === wayWords[way]))
  return ways.some((way) => way === undefined) ? undefined : [...new Set(ways as CheckInWay[])]
}

const shown = (text: string) => text.replace(/\p{Cc}+/gu, ' ').slice(0, 20)
