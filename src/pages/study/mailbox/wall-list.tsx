import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { More } from '@/components/more'
import { Empty, Stale, StateView } from '@/components/state-view'
import { CardPaper } from '../card-paper'
import type { MailboxStore } from './mailbox-store'

/** What everybody may read. */
export const WallList = observer(function WallList({ store: { wall } }: { store: MailboxStore }) {
  return (
    <StateView
      state={wall.state}
      error={wall.error}
      onRetry={() => wall.refresh()}
      empty={<Empty title='还没有寄语' hint='打卡以后写一句，第一张就是您的。' />}
    >
      <Stale words={wall.staleError} onRetry={() => wall.refresh()} />
      {wall.blocks.map((block) => (
        <View key={block[0]?.id}>
          {block.map((card) => (
            <CardPaper key={card.id} card={card} by={card.by ?? '匿名'} />
          ))}
        </View>
      ))}
      <More list={wall} />
    </StateView>
  )
})
