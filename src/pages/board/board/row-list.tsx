import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useEffect } from 'react'
import { More } from '@/components/more'
import type { Paged } from '@/lib/paged'
import type { BoardFacts, BoardRow } from '../../../../contract/board'
import { RowLine } from '../row-line'
import { RowsOf, rowHeight } from '../rows-of'
import { useWindow } from '../use-window'

type Props = {
  list: Paged<BoardRow>
  board: BoardFacts
  own: string | undefined
  /** A line says where those without a rank begin. */
  divided: boolean
  onOpen: (unitCode: string) => void
  /** How far from the top of the screen the rows begin, whenever that changes. */
  onTop: (top: number) => void
}

/** So many rows before the end of what is there, the next page is asked for. */
const ahead = 30

/** The rows near the screen out of all that are there; more come as one scrolls. */
export const RowList = observer(function RowList({ list, board, own, divided, onOpen, onTop }: Props) {
  const { items } = list
  const firstApart = divided ? items.findIndex(({ standing }) => standing !== 'ranked') : -1
  const { from, to } = useWindow('board-rows', items.length, rowHeight(), onTop)
  const left = items.length - to
  useEffect(() => {
    if (left < ahead && !list.moreError) list.more()
  }, [left, list, list.moreError])
  return (
    <View>
      <RowsOf id='board-rows' before={from} behind={left}>
        {items.slice(from, to).map((row, at) => (
          <View key={row.unitCode} className={from + at === firstApart ? 'board-apart' : undefined}>
            <RowLine row={row} board={board} own={row.unitCode === own} onOpen={onOpen} />
          </View>
        ))}
      </RowsOf>
      {(list.hasMore || list.moreError) && (
        <View className='rows-more'>
          <More list={list} />
        </View>
      )}
    </View>
  )
})
