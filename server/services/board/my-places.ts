import type { RankedUnit, UnitPlaces } from '../../../contract/board'
import type { Db } from '../../database/connect'
import type { Identity } from '../../plugins/auth'
import { rowOf } from './page-view'
import { findKept } from './queries-keepers'
import { findFollowed, findOwn, findPlacesOf, type KnownUnit, type PlaceRow } from './queries-places'
import type { UnitCodes } from './unit-code'

export interface MyPlaces {
  readonly mine: UnitPlaces[]
  readonly following: UnitPlaces[]
  readonly keeps: RankedUnit[]
}

/** Where somebody's own units stand and those they follow, and whom they speak for. */
export async function myPlaces(db: Db, person: Identity, codes: UnitCodes): Promise<MyPlaces> {
  const [own, followed, kept] = await Promise.all([findOwn(db, person), findFollowed(db, person.personId), findKept(db, person)])
  const places = await findPlacesOf(db, [...own, ...followed])
  const of = (at: number) => places.filter((place) => place.of === at)
  return {
    mine: own.map((unit, at) => unitPlaces(unit, of(at), codes)),
    following: followed.map((unit, at) => unitPlaces(unit, of(own.length + at), codes)),
    keeps: kept,
  }
}

function unitPlaces({ kind, unitCode, name, townCode }: KnownUnit, places: readonly PlaceRow[], codes: UnitCodes): UnitPlaces {
  return {
    ...{ kind, townCode, unitCode: codes.outward(kind, unitCode), name: name ?? places[0]?.row.name ?? unitCode },
    places: places.map(({ of: _, row, ...place }) => ({ ...place, unit: rowOf(row, { unitKind: kind }, codes) })),
  }
}
