import { Text, View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { More } from '@/components/more'
import { Empty, Stale, StateView } from '@/components/state-view'
import { grouped } from '@/lib/money'
import { useNow } from '@/lib/use-now'
import type { PointLine } from '../../../../contract/study'
import { dayWords } from '../day-words'
import { pointKindWords } from '../labels'
import type { PathStore } from './path-store'

/** All points, each with where it came from. */
export const Points = observer(function Points({ store }: { store: PathStore }) {
  const { points: list, path } = store
  const now = useNow()
  const empty = <Empty title='还没有积分' hint='打卡、写感想、学习满时间、走完红色路线，都会得分。' />
  return (
    <StateView state={list.state} error={list.error} skeleton={4} empty={empty} onRetry={() => list.refresh()}>
      <Stale words={list.staleError} onRetry={() => list.refresh()} />
      {path.value && (
        <View className='card'>
          <View className='second'>一共</View>
          <View className='number'>
            {grouped(path.value.points)}
            <Text className='path-unit'>分</Text>
          </View>
        </View>
      )}
      {list.blocks.map((block) => (
        <View key={keyOf(block[0] as PointLine)} className='card path-lines'>
          {block.map((line) => (
            <Line key={keyOf(line)} line={line} now={now} />
          ))}
        </View>
      ))}
      <More list={list} />
    </StateView>
  )
})

const keyOf = ({ at, kind, why }: PointLine): string => `${at} ${kind} ${why}`

const Line = ({ line: { kind, points, why, day }, now }: { line: PointLine; now: number }) => (
  <View className='line-item'>
    <View className='grow'>
      <View>{why}</View>
      <View className='second'>
        {dayWords(day, now)} · {pointKindWords[kind]}
      </View>
    </View>
    <View className='figure path-points'>{points > 0 ? `+${points}` : `−${-points}`}</View>
  </View>
)
