import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { Line } from '@/components/field'
import { More } from '@/components/more'
import { Empty, StateView } from '@/components/state-view'
import type { UnitPage } from '../../../../contract/board'
import { RowLine } from '../row-line'
import { RowsOf } from '../rows-of'
import type { CompareStore } from './compare-store'

/** Whom to compare with: those of the same board, to be searched. */
export const OtherChoice = observer(function OtherChoice({ store, one: { unit, board } }: { store: CompareStore; one: UnitPage }) {
  const { found, choices } = store
  return (
    <View className='card rows-card'>
      <View className='rows-title'>
        <View className='title'>{unit.name}和谁比？</View>
        <View className='rows-search'>
          <Line value={store.words} label='按名字找' placeholder='名字或拼音，如 absc' most={40} onChange={(words) => store.type(words)} />
        </View>
      </View>
      <StateView
        state={found.state === 'content' && choices.length === 0 && !found.hasMore ? 'empty' : found.state}
        error={found.error}
        skeleton={1}
        onRetry={() => found.refresh()}
        empty={<Empty title='没有找到别的' hint='换个说法，或只写前两个字。' />}
      >
        <RowsOf>
          {choices.slice(0, mostShown).map((row) => (
            <RowLine key={row.unitCode} row={row} board={board} own={false} onOpen={(code) => store.choose(code)} />
          ))}
        </RowsOf>
        <View className='rows-more'>
          {choices.length < mostShown ? <More list={found} /> : <View className='second'>还没看到？写名字找更快。</View>}
        </View>
      </StateView>
    </View>
  )
})

/** WeChat wants no node to have more than sixty children. */
const mostShown = 50
