import Big from 'big.js'
import type { BoardDefinition, Measure, RankedKind } from '../../../contract/board'
import { isBlank } from '../../shared/text'

/** Of which units the records can say what. */
const measured: Readonly<Record<Measure, readonly RankedKind[]>> = {
  report_good_rate: ['area', 'compound', 'village_company', 'department'],
  report_on_time_rate: ['area', 'compound', 'village_company', 'department'],
  xuexi_total: ['branch', 'person'],
  xuexi_participation: ['branch'],
  study_points: ['branch', 'person'],
  station_stars: ['station'],
}
/** Kinds whose codes are one in the whole city. */
const cityWide: readonly RankedKind[] = ['area', 'compound', 'station', 'branch']

export interface DefinitionFault {
  readonly path: string
  readonly message: string
}
type Said = [path: string, message: string] | false

/** Everything that is wrong with a board as it was written, in Chinese; what only other boards can tell is not looked at. */
export function definitionFaults(board: BoardDefinition): DefinitionFault[] {
  const said = board.unitKind === null ? groupFaults(board) : [...boardFaults(board), ...sourceFaults(board), ...lineFaults(board)]
  const all: Said[] = [isBlank(board.name) && ['name', '请写榜单的名字'], ...said]
  return all.flatMap((fault) => (fault ? [{ path: `body/${fault[0]}`, message: fault[1] }] : []))
}

/** A group has a name and a place on the list, nothing else. */
function groupFaults({ parts, vetoes, periodKinds, parentCode, redLine, blackLine, source }: BoardDefinition): Said[] {
  return [
    parentCode !== null && ['parentCode', '一组榜不能再放进别的组'],
    (parts.length > 0 || vetoes.length > 0) && ['parts', '一组榜没有自己的评分项'],
    periodKinds.length > 0 && ['periodKinds', '一组榜没有自己的期'],
    (redLine !== null || blackLine !== null) && ['redLine', '一组榜没有红黑线'],
    source === 'records' && ['source', '一组榜没有自己的数据'],
  ]
}

function boardFaults(board: BoardDefinition): Said[] {
  const { parts, vetoes, periodKinds, longPeriod, reach, decimals } = board
  const kind = board.unitKind as RankedKind
  const sum = parts.reduce((total, { weight }) => total.plus(weight), new Big(0))
  const isLong = periodKinds.some((one) => one !== 'month')
  return [
    periodKinds.length === 0 && ['periodKinds', '请选按月、按季还是按半年评'],
    hasTwice(periodKinds) && ['periodKinds', '同一种期写了两遍'],
    isLong && longPeriod === 'mean' && !periodKinds.includes('month') && ['longPeriod', '取各月平均的榜也要按月评'],
    reach !== 'town' && !cityWide.includes(kind) && ['reach', '这类单位只能在本街镇里排'],
    parts.length > 0 && !sum.eq(100) && ['parts', `各项的分值加起来要等于 100，现在是 ${sum.toFixed()}`],
    hasTwice(parts.map(({ key }) => key)) && ['parts', '有两项的代号一样'],
    hasTwice(vetoes.map(({ key }) => key)) && ['vetoes', '有两条一票否决的代号一样'],
    ...parts.flatMap(({ name, weight, full }, at): Said[] => [
      isBlank(name) && [`parts/${at}/name`, '请写评分项的名字'],
      !new Big(weight).gt(0) && [`parts/${at}/weight`, '分值要大于 0'],
      !new Big(full).gt(0) && [`parts/${at}/full`, '满分要大于 0'],
    ]),
    ...vetoes.map(({ cap }, at): Said => !fits(cap, decimals) && [`vetoes/${at}/cap`, digitsWords(decimals)]),
  ]
}

/** A board of records says for each part which; a written one for none. */
function sourceFaults({ source, reach, parts, unitKind }: BoardDefinition): Said[] {
  if (source === 'written')
    return parts.map(({ measure }, at): Said => measure !== null && [`parts/${at}/measure`, '手工填数的榜不从记录里取数'])
  return [
    reach !== 'town' && ['reach', '按记录计算的榜只排本街镇的单位'],
    parts.length === 0 && ['parts', '按记录计算的榜要写明各项取什么数'],
    ...parts.map(({ measure }, at): Said => {
      if (measure === null) return [`parts/${at}/measure`, '请选这一项取什么数']
      return !measured[measure].includes(unitKind as RankedKind) && [`parts/${at}/measure`, '这类单位的记录里没有这个数']
    }),
  ]
}

function lineFaults({ redLine, blackLine, better, unitKind, decimals }: BoardDefinition): Said[] {
  const isCrossed =
    redLine !== null && blackLine !== null && (better === 'higher' ? new Big(redLine).lte(blackLine) : new Big(redLine).gte(blackLine))
  return [
    unitKind === 'person' && blackLine !== null && ['blackLine', '个人不进黑榜'],
    isCrossed && ['blackLine', '黑线要比红线差'],
    redLine !== null && !fits(redLine, decimals) && ['redLine', digitsWords(decimals)],
    blackLine !== null && !fits(blackLine, decimals) && ['blackLine', digitsWords(decimals)],
  ]
}

const hasTwice = (words: readonly string[]) => new Set(words).size < words.length
/** Finer than the scores are shown, nobody could see on which side of it one is. */
const fits = (number: string, decimals: number) => new Big(number).round(decimals, Big.roundDown).eq(number)
const digitsWords = (decimals: number) => (decimals === 0 ? '请写整数，和得分一样' : `小数最多 ${decimals} 位，和得分一样`)
