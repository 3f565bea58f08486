import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { observer } from 'mobx-react-lite'
import { useCallback } from 'react'
import { Line } from '@/components/field'
import { Empty, StateView } from '@/components/state-view'
import { grouped } from '@/lib/money'
import type { BoardEdition, BoardFacts } from '../../../../contract/board'
import { unitUrl } from '../urls'
import type { BoardStore } from './board-store'
import { ExportLink } from './export-link'
import { RowList } from './row-list'

type Props = { store: BoardStore; board: BoardFacts; edition: BoardEdition }

/** All units as they stand, to be searched; only those near the screen are drawn. */
export const WholeBoard = observer(function WholeBoard({ store, board, edition }: Props) {
  const { shown, isSearching } = store
  const { townCode: town, code } = board
  const { period } = edition
  const open = useCallback((unit: string) => Taro.navigateTo({ url: unitUrl({ town, code, period, unit }) }), [town, code, period])
  return (
    <View className='card rows-card' id='whole-board'>
      <View className='rows-title'>
        <View className='row row-between'>
          <View className='title grow'>完整榜单</View>
          <ExportLink board={board} edition={edition} />
        </View>
        <View className='second'>
          {grouped(edition.ranked)} 个有名次{edition.apart > 0 && `，${grouped(edition.apart)} 个另外列在后面`}
        </View>
        <View className='rows-search'>
          <Line value={store.words} label='按名字找' placeholder='名字或拼音，如 absc' most={40} onChange={(words) => store.type(words)} />
        </View>
      </View>
      <StateView
        state={shown.state}
        error={shown.error}
        skeleton={1}
        onRetry={() => shown.refresh()}
        empty={isSearching ? <NotFound store={store} /> : <Empty title='这一期还没有谁上榜' />}
      >
        <RowList
          key={isSearching ? 'found' : period}
          list={shown}
          board={board}
          own={store.unitCode}
          divided={!isSearching}
          onOpen={open}
          onTop={(top) => store.standAt(top)}
        />
      </StateView>
    </View>
  )
})

const NotFound = observer(function NotFound({ store }: { store: BoardStore }) {
  return (
    <Empty title={`没有找到“${store.words.trim()}”`} hint='换个说法，或只写前两个字。' action='看全部' onAction={() => store.type('')} />
  )
})
