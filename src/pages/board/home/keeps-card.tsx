import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { observer } from 'mobx-react-lite'
import { Tap } from '@/components/tap'
import type { Board } from '../../../../contract/board'
import { mine } from '../mine-store'
import { unitUrl } from '../urls'

/** The units I speak for, on each board that ranks them: figures that are wrong can be objected to there. */
export const KeepsCard = observer(function KeepsCard({ boards }: { boards: readonly Board[] }) {
  const lines = (mine.list.value?.keeps ?? []).flatMap((unit) =>
    boards.filter(({ unitKind, latest }) => unitKind === unit.kind && latest).map((board) => ({ unit, board })),
  )
  if (lines.length === 0) return null
  return (
    <View className='card'>
      <View className='title'>我负责的单位</View>
      <View className='second keeps-hint'>成绩有出入，可以在详情里申诉。</View>
      {lines.map(({ unit: { unitCode, name }, board: { code, name: boardName, townCode } }) => (
        <Tap
          key={`${code} ${unitCode}`}
          className='line-item'
          role='link'
          onClick={() => Taro.navigateTo({ url: unitUrl({ town: townCode, code, unit: unitCode }) })}
        >
          <View className='grow'>
            <View>{name}</View>
            <View className='second'>{boardName}</View>
          </View>
          <View className='second' aria-hidden>
            ›
          </View>
        </Tap>
      ))}
    </View>
  )
})
