import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import type { UnitPage } from '../../../../contract/board'
import { pointsOf } from '../chart/line'
import { RankChart } from '../chart/rank-chart'
import { apartWords, figureOf, medalOf } from '../labels'
import { MarkChip } from '../mark-chip'
import { MoveChip } from '../move-chip'
import { PartsCard } from './parts-card'

type Props = { one: UnitPage; other: UnitPage; onAnother: () => void }

/** The two, and how they compare. */
export const Pair = ({ one, other, onAnother }: Props) => (
  <View>
    <View className='card'>
      <View className='pair'>
        <Side page={one} />
        <Side page={other} />
      </View>
      <View className='pair-words'>{gapWords(one, other)}</View>
      <RankChart lines={[one, other].map((page) => ({ name: page.unit.name, points: pointsOf(page) }))} />
    </View>
    <PartsCard one={one} other={other} />
    <Button plain onClick={onAnother}>
      换一个比
    </Button>
  </View>
)

const Side = ({ page: { unit, board, edition } }: { page: UnitPage }) => {
  const medal = medalOf(unit.rank)
  return (
    <View className='pair-side'>
      <View className='pair-name'>{unit.name}</View>
      {unit.standing === 'ranked' ? (
        <View className='number' aria-label={`${unit.name}，第 ${unit.rank} 名`}>
          {unit.rank}
        </View>
      ) : (
        <View className='title'>{apartWords[unit.standing]}</View>
      )}
      <View className='second'>{unit.standing === 'ranked' && [`共 ${edition.ranked} 个`, medal].filter(Boolean).join(' · ')}</View>
      <View>{figureOf(unit, board)}</View>
      <View className='pair-chips'>
        <MarkChip mark={unit.mark} />
        <MoveChip row={unit} />
      </View>
    </View>
  )
}

/** Who stands above whom, and by how many places. */
function gapWords({ unit: one }: UnitPage, { unit: other }: UnitPage): string {
  if (one.rank === null || other.rank === null) return '有一个这一期没有名次，先看看走势。'
  if (one.rank === other.rank) return '这一期名次一样。'
  const [above, below] = one.rank < other.rank ? [one, other] : [other, one]
  return `${above.name}比${below.name}靠前 ${Math.abs(one.rank - other.rank)} 位。`
}
