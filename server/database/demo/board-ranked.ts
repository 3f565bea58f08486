import type { RankedKind } from '../../../contract/board'
import { nameless } from '../../services/board/queries-units'
import { spell } from '../../shared/pinyin'
import { boardUnits } from './board-units'
import { people } from './people'
import { onBoards, personId } from './person-rows'
import { areaRows, compoundRows, unitRows } from './place-rows'
import { branches, studySites } from './study-facts'

/** A unit as the boards of a demo town rank it, with how its name is typed. */
export interface RankedFact {
  readonly town: string
  readonly unitCode: string
  readonly name: string
  readonly pinyin: string
  readonly initials: string
}

const spelt = ({ town, code, name }: { readonly town: string; readonly code: string; readonly name: string }): RankedFact => ({
  ...{ town, unitCode: code, name },
  ...spell(name),
})
type Known = Pick<(typeof compoundRows)[number], 'town_code' | 'code' | 'pinyin' | 'initials'>
const known = ({ town_code, code, pinyin, initials }: Known, name: string): RankedFact => ({
  ...{ town: town_code, unitCode: code, name, pinyin, initials },
})
const served = ['party_station', 'practice_center', 'practice_station', 'practice_space']

const ranked: Readonly<Record<RankedKind, readonly RankedFact[]>> = {
  area: areaRows.map((area) => known(area, area.short_name)),
  compound: compoundRows.map((compound) => known(compound, compound.name)),
  village_company: boardUnits.filter(({ kind }) => kind === 'village_company').map(spelt),
  enterprise: boardUnits.filter(({ kind }) => kind === 'enterprise').map(spelt),
  department: unitRows
    .filter(({ kind, serves }) => kind === 'department' && serves !== 'neighborhood')
    .map(({ town_code, code, name }) => spelt({ town: town_code, code, name })),
  station: studySites.filter(({ kind }) => served.includes(kind)).map(spelt),
  branch: branches.map(spelt),
  person: people
    .filter(([persona]) => onBoards.includes(persona))
    .map(([persona, { town }]) => spelt({ town, code: personId(persona), name: nameless })),
}

export const allRanked: readonly RankedFact[] = Object.values(ranked).flat()

/** Whom a board of the town ranks; all of the district's where its reach goes beyond the town. */
export const rankedFacts = (town: string, kind: RankedKind, reach: 'town' | 'district'): readonly RankedFact[] =>
  ranked[kind].filter((unit) => reach === 'district' || unit.town === town)
