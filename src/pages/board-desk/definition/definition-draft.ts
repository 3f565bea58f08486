import type { BoardDefinition, BoardPart, BoardVeto } from '../../../../contract/board'
import { sumOf } from './weights'
import { fieldWords } from './words'

/** A board as it is being written: numbers as typed. */
export interface DefinitionDraft
  extends Omit<BoardDefinition, 'version' | 'position' | 'decimals' | 'minimumSample' | 'redLine' | 'blackLine'> {
  readonly position: string
  readonly decimals: string
  readonly minimumSample: string
  readonly redLine: string
  readonly blackLine: string
}
export type DefinitionField = keyof DefinitionDraft | 'code'

export const draftOf = ({ version: _, ...board }: BoardDefinition): DefinitionDraft => ({
  ...board,
  position: String(board.position),
  decimals: String(board.decimals),
  minimumSample: String(board.minimumSample),
  redLine: board.redLine ?? '',
  blackLine: board.blackLine ?? '',
})

export const newBoard = (): DefinitionDraft => ({
  ...{ parentCode: null, name: '', position: '50', unitKind: 'area', reach: 'town', source: 'written', mode: 'top', better: 'higher' },
  ...{ scoreUnit: '分', decimals: '1', parts: [], vetoes: [], periodKinds: ['month'], longPeriod: 'mean', tieOrder: 'code' },
  ...{ minimumSample: '0', redLine: '', blackLine: '', formula: '' },
})

/** A key that none of the others has; people never see it. */
export function freeKey(taken: readonly { readonly key: string }[], stem: string): string {
  for (let number = taken.length + 1; ; number += 1) {
    const key = `${stem}${number}`
    if (!taken.some((one) => one.key === key)) return key
  }
}

export const newPart = (parts: readonly BoardPart[]): BoardPart => ({
  key: freeKey(parts, 'part'),
  name: '',
  weight: '',
  full: '100',
  measure: null,
})
export const newVeto = (vetoes: readonly BoardVeto[]): BoardVeto => ({ key: freeKey(vetoes, 'veto'), name: '', cap: '' })

const isDecimal = (text: string): boolean => /^-?\d{1,9}(\.\d{1,6})?$/.test(text.trim())
const isWhole = (text: string, most: number): boolean => /^\d{1,6}$/.test(text.trim()) && Number(text) <= most

/** What is missing or wrong, field by field. A group has a name and a place only. */
export function definitionFaults(draft: DefinitionDraft): Partial<Record<DefinitionField, string>> {
  const { parts, vetoes, redLine, blackLine } = draft
  const always: [DefinitionField, string | false][] = [
    ['name', !draft.name.trim() && '请写名称。'],
    ['position', !isWhole(draft.position, 999) && '写 0 到 999 的整数，小的排前面。'],
  ]
  const ranked: [DefinitionField, string | false][] = [
    ['scoreUnit', !draft.scoreUnit.trim() && '请写单位，比如：分、%、台。'],
    ['decimals', !isWhole(draft.decimals, 4) && '写 0 到 4。'],
    ['parts', partsFault(draft)],
    ['vetoes', vetoes.some(({ name, cap }) => !name.trim() || !isDecimal(cap)) && '每条都写清楚是什么，最高记多少分。'],
    ['periodKinds', draft.periodKinds.length === 0 && '至少选一种。'],
    ['minimumSample', !isWhole(draft.minimumSample, 100_000) && '写整数；不限就写 0。'],
    ['redLine', redLine.trim() !== '' && !isDecimal(redLine) && '写一个数；没有红榜就空着。'],
    ['blackLine', draft.unitKind !== 'person' && blackLine.trim() !== '' && !isDecimal(blackLine) && '写一个数；没有黑榜就空着。'],
  ]
  const faults = draft.unitKind === null ? always : [...always, ...ranked]
  return Object.fromEntries(faults.filter(([, words]) => words)) as Partial<Record<DefinitionField, string>>

  function partsFault({ source }: DefinitionDraft): string | false {
    if (source === 'records' && parts.length === 0) return '从记录算的榜至少有一个分项，并选好看哪个记录。'
    if (parts.some(({ name, full }) => !name.trim() || !isDecimal(full) || Number(full) <= 0)) return '每个分项都写名称、权重和满分。'
    if (source === 'records' && parts.some(({ measure }) => measure === null)) return '每个分项都要选看哪个记录。'
    const { fault } = sumOf(parts.map(({ weight }) => weight))
    return parts.length > 0 && fault !== null && `权重加起来要正好 100%：${fault}`
  }
}

const orNull = (text: string) => text.trim() || null

const asGroup = { parentCode: null, source: 'written', redLine: '', blackLine: '' } as const

/** As the wire wants it; only for a draft without faults. A group ranks nothing. */
export const bodyOf = (draft: DefinitionDraft, version: number): BoardDefinition =>
  draft.unitKind === null ? wired({ ...draft, ...asGroup, parts: [], vetoes: [], periodKinds: [] }, version) : wired(draft, version)

const wired = (draft: DefinitionDraft, version: number): BoardDefinition => ({
  ...draft,
  version,
  name: draft.name.trim(),
  scoreUnit: draft.scoreUnit.trim(),
  formula: draft.formula.trim(),
  position: Number(draft.position),
  decimals: Number(draft.decimals),
  minimumSample: Number(draft.minimumSample),
  redLine: orNull(draft.redLine),
  // a person is never on the black list
  blackLine: draft.unitKind === 'person' ? null : orNull(draft.blackLine),
  parts: draft.parts.map((part) => ({
    ...part,
    ...{ name: part.name.trim(), weight: part.weight.trim(), full: part.full.trim() },
    measure: draft.source === 'records' ? part.measure : null,
  })),
  vetoes: draft.vetoes.map((veto) => ({ ...veto, name: veto.name.trim(), cap: veto.cap.trim() })),
})

/** In which fields two definitions differ, as people call them. */
export const differences = (one: BoardDefinition, other: BoardDefinition): string[] =>
  (Object.keys(fieldWords) as (keyof typeof fieldWords)[])
    .filter((field) => JSON.stringify(one[field]) !== JSON.stringify(other[field]))
    .map((field) => fieldWords[field])
