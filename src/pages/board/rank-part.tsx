import { Text, View } from '@tarojs/components'
import type { UnitPage } from '../../../contract/board'
import { pointsOf } from './chart/line'
import { RankChart } from './chart/rank-chart'
import { apartReason, apartWords, figureOf, medalOf, signed, withUnit } from './labels'
import { MarkChip } from './mark-chip'
import { MoveChip } from './move-chip'
import { kindOf } from './periods'

const beforeWords = { month: '比上月', quarter: '比上季', half: '比上个半年' } as const

/** A unit's place: the rank as the one number, how it has moved, how far the next is, and the line of the last periods. */
export function RankPart({ page }: { page: UnitPage }) {
  const { unit, next, board } = page
  return (
    <View>
      <View className='row row-between row-wrap rank-name'>
        <View className='rank-whose'>{unit.name}</View>
        <View className='row rank-chips'>
          <MarkChip mark={unit.mark} />
          <MoveChip row={unit} />
        </View>
      </View>
      {unit.standing === 'ranked' ? <Rank page={page} /> : <Apart page={page} />}
      {next && (
        <View>
          离第 {next.rank} 名（{next.name}）差 {withUnit(next.distance, board.scoreUnit)}
        </View>
      )}
      <RankChart lines={[{ name: unit.name, points: pointsOf(page) }]} />
    </View>
  )
}

const Rank = ({ page: { unit, board, edition } }: { page: UnitPage }) => {
  const medal = medalOf(unit.rank)
  return (
    <View className='row row-wrap rank-line'>
      <View className='number' aria-label={`第 ${unit.rank} 名`}>
        {unit.rank}
      </View>
      <View className='second'>
        <Text>/ {edition.ranked}</Text>
        {medal && <Text> · {medal}</Text>}
        {figureOf(unit, board) && <Text> · {figureOf(unit, board)}</Text>}
      </View>
      <View className='second'>{besideWords(unit, board, edition.period)}</View>
    </View>
  )
}

/** What stands beside the figure: the gain, or on a progress board the score. */
function besideWords({ score, change }: UnitPage['unit'], { mode, scoreUnit }: UnitPage['board'], period: string): string | null {
  if (mode === 'progress') return score && `这一期 ${withUnit(score, scoreUnit)}`
  return change && `${beforeWords[kindOf(period)]} ${signed(change, scoreUnit)}`
}

const Apart = ({ page: { unit, board } }: { page: UnitPage }) =>
  unit.standing === 'ranked' ? null : (
    <View className='rank-apart'>
      <View className='title'>{apartWords[unit.standing]}</View>
      <View className='second'>{apartReason(unit.standing, board)}</View>
    </View>
  )
