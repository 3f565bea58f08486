import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import type { ReactNode } from 'react'
import { More } from '@/components/more'
import { Stale, StateView } from '@/components/state-view'
import type { Paged } from '@/lib/paged'
import type { BoardFacts, DraftRow } from '../../../contract/board'
import { RowLine } from './row-line'

type Props = {
  rows: Paged<DraftRow>
  board: BoardFacts | null
  empty: ReactNode
  full?: boolean
  onOpen?: (row: DraftRow) => void
}

/** Rows as they would stand on the board. */
export const RowsList = observer(function RowsList({ rows, board, empty, full, onOpen }: Props) {
  return (
    <StateView state={rows.state} error={rows.error} empty={empty} onRetry={() => rows.refresh()}>
      <Stale words={rows.staleError} onRetry={() => rows.refresh()} />
      {board && (
        <View className='card desk-rows'>
          {rows.blocks.map((block) => (
            <View key={block[0]?.unitCode} className='desk-block'>
              {block.map((row) => (
                <RowLine key={row.unitCode} row={row} board={board} full={full ?? false} {...(onOpen ? { onOpen } : {})} />
              ))}
            </View>
          ))}
        </View>
      )}
      <More list={rows} />
    </StateView>
  )
})
