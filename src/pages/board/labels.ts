import type { BoardFacts, BoardRow, RankedKind, Standing } from '../../../contract/board'

export const unitKindWords: Readonly<Record<RankedKind, string>> = {
  area: '居民区',
  compound: '居住小区',
  village_company: '村、公司',
  enterprise: '企业单位',
  department: '职能部门',
  station: '服务阵地',
  branch: '党支部',
  person: '个人',
}

/** Why a unit stands beside the ranks, in a word. */
export const apartWords: Readonly<Record<Exclude<Standing, 'ranked'>, string>> = {
  newcomer: '新上榜',
  no_figures: '没有成绩',
  few: '次数不够',
}

/** Why a unit has no rank, in a sentence. */
export function apartReason(standing: Standing, { minimumSample }: Pick<BoardFacts, 'minimumSample'>): string {
  if (standing === 'newcomer') return '上一期没有成绩，没法比进步，从下一期起排名。'
  if (standing === 'few') return `不到 ${minimumSample} 次，太少了不好比，先不排名。`
  return '这一期没有成绩，不排名。'
}

const medals = ['冠军', '亚军', '季军']
/** 冠军, 亚军, 季军; undefined from the fourth on. */
export const medalOf = (rank: number | null): string | undefined => (rank === null ? undefined : medals[rank - 1])

export const markWords = { red: '红榜', black: '黑榜' } as const

/** 94.6 分, 98.5% */
export const withUnit = (figure: string, unit: string): string => (/^[%％]/.test(unit) ? `${figure}${unit}` : `${figure} ${unit}`)

const isNothing = (figure: string) => /^-?0(\.0*)?$/.test(figure)

/** +0.3 分, −0.3 分, 没变 */
export function signed(change: string, unit: string): string {
  if (isNothing(change)) return '没变'
  return change.startsWith('-') ? `−${withUnit(change.slice(1), unit)}` : `+${withUnit(change, unit)}`
}

export interface Move {
  readonly arrow: '↑' | '↓' | '→'
  /** 升 2 位, 降 1 位, 没变 */
  readonly text: string
  readonly places: number
  readonly tone: 'good' | 'bad' | 'quiet'
}

/** How a unit has moved since the period before; null where there was none. */
export function moveOf({ rankChange }: Pick<BoardRow, 'rankChange'>): Move | null {
  if (rankChange === null) return null
  if (rankChange === 0) return { arrow: '→', text: '没变', places: 0, tone: 'quiet' }
  const places = Math.abs(rankChange)
  return rankChange > 0
    ? { arrow: '↑', text: `升 ${places} 位`, places, tone: 'good' }
    : { arrow: '↓', text: `降 ${places} 位`, places, tone: 'bad' }
}

type Ranking = Pick<BoardFacts, 'mode' | 'scoreUnit'>

/** What a unit is ranked by: its score, or on a progress board what it has gained. Null where it has neither. */
export function figureOf({ score, change }: Pick<BoardRow, 'score' | 'change'>, { mode, scoreUnit }: Ranking): string | null {
  const figure = mode === 'progress' ? change : score
  if (figure === null) return null
  return mode === 'progress' ? signed(figure, scoreUnit) : withUnit(figure, scoreUnit)
}
