import type { boardStaffCalls, RankedKind, RankedUnit } from '../../../contract/board'
import type { BodyOf, QueryOf, ReplyOf } from '../../../contract/call'
import type { Db } from '../../database/connect'
import { decodeCursor, encodeCursor, pageOf } from '../../shared/cursor'
import { spell } from '../../shared/pinyin'
import { readSearch, type Search } from '../../shared/search'
import { plain } from '../../shared/table-file'
import { isBlank, wellFormed } from '../../shared/text'
import { findUnits, putUnit } from './queries-units'
import { badUnit, keptElsewhere } from './refusals'
import type { UnitCodes } from './unit-code'

type Units = (typeof boardStaffCalls)['GET /boards/units']

/** Units of a kind that a board of the town may rank, by code; `q` finds them by code, name, pinyin or initials. */
export async function listUnits(db: Db, townCode: string, codes: UnitCodes, query: QueryOf<Units>): Promise<ReplyOf<Units>> {
  const { kind, limit = 20 } = query
  const [after] = decodeCursor(query.cursor, 'text') ?? ['']
  const found = await findUnits(db, townCode, kind, 'town')
  const units = found.map(({ unitCode, name }) => ({ kind, unitCode: codes.outward(kind, unitCode), name }))
  const search = readSearch(plain(query.q ?? ''))
  const listed = units.filter((unit) => unit.unitCode > after && isMeant(unit, search))
  listed.sort((a, b) => (a.unitCode < b.unitCode ? -1 : 1))
  return pageOf(listed, limit, ({ unitCode }) => encodeCursor(unitCode))
}

function isMeant({ unitCode, name }: RankedUnit, { words, letters }: Search): boolean {
  if (unitCode.toLowerCase().includes(words) || name.toLowerCase().includes(words)) return true
  const { pinyin, initials } = spell(name)
  return letters !== null && (pinyin.includes(letters) || initials.includes(letters))
}

/** Writes down a village company or an enterprise, or its new name. Throws 422 when it is another kind, or its code or name is none. */
export async function writeUnit(
  tx: Db,
  townCode: string,
  kind: RankedKind,
  unitCode: string,
  written: BodyOf<(typeof boardStaffCalls)['PUT /boards/units/:kind/:unitCode']>['name'],
): Promise<RankedUnit> {
  if (kind !== 'village_company' && kind !== 'enterprise') throw keptElsewhere()
  const name = wellFormed(written).trim()
  if (!/^[A-Za-z0-9_-]{1,40}$/.test(unitCode)) throw badUnit('编号只能用字母、数字、横线和下划线。', 'params/unitCode')
  if (isBlank(name)) throw badUnit('请写单位的名字。', 'body/name')
  await putUnit(tx, townCode, { kind, unitCode, name })
  return { kind, unitCode, name }
}
