import type { SortingKind } from '../../../contract/sorting'
import { spell } from '../../shared/pinyin'
import { dry } from './dry'
import { hazardous } from './hazardous'
import { recyclable } from './recyclable'
import { wet } from './wet'

/** Things, with spaces between them, and what to do with all of them first. */
export interface SortingFact {
  readonly names: string
  readonly hint: string | null
}

const facts: Readonly<Record<SortingKind, readonly SortingFact[]>> = { recyclable, hazardous, wet, dry }

/** What goes where by the rules of the city (上海市生活垃圾管理条例 and its guide), as rows. Large furniture and rubble are none of the four kinds. */
export const sortingItems = () =>
  Object.entries(facts).flatMap(([kind, groups]) =>
    groups.flatMap(({ names, hint }) => names.split(' ').map((name) => ({ name, kind, hint, ...spell(name) }))),
  )
