import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import type { ReactNode } from 'react'
import { More } from '@/components/more'
import { Empty, Stale, StateView } from '@/components/state-view'
import type { Paged } from '@/lib/paged'
import type { WallCard } from '../../../../contract/mailbox'

type Props = { list: Paged<WallCard>; empty: { title: string; hint: string }; children: (card: WallCard) => ReactNode }

/** Cards that a reviewer may do something with. */
export const CardList = observer(function CardList({ list, empty, children }: Props) {
  return (
    <StateView state={list.state} error={list.error} onRetry={() => list.refresh()} empty={<Empty {...empty} />}>
      <Stale words={list.staleError} onRetry={() => list.refresh()} />
      {list.blocks.map((block) => (
        <View key={block[0]?.id} className='review-cards'>
          {block.map((card) => (
            <View key={card.id}>{children(card)}</View>
          ))}
        </View>
      ))}
      <More list={list} />
    </StateView>
  )
})
