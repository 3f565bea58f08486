import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { observer } from 'mobx-react-lite'
import { Tap } from '@/components/tap'
import type { Board } from '../../../../contract/board'
import { mine } from '../mine-store'
import { periodText } from '../periods'
import { boardUrl } from '../urls'

/** A board: its last period and who leads. */
export const BoardLine = observer(function BoardLine({ board }: { board: Board }) {
  const { name, latest, live, code, townCode } = board
  const go = () => Taro.navigateTo({ url: boardUrl({ town: townCode, code, unit: mine.unitOn(board) }) })
  return (
    <Tap className='line-item' role='link' onClick={go}>
      <View className='grow'>
        <View>{name}</View>
        <View className='second'>
          {latest ? `${periodText(latest.period)} · 第一：${latest.leader}` : live ? '还在统计，可以先看' : '还没有发布'}
        </View>
      </View>
      <View className='second' aria-hidden>
        ›
      </View>
    </Tap>
  )
})
