import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useState } from 'react'
import { Button } from '@/components/button'
import { FieldError } from '@/components/field'
import { Icon } from '@/components/icon'
import { More } from '@/components/more'
import { Empty, Stale, StateView } from '@/components/state-view'
import { Tap } from '@/components/tap'
import { Gate } from '@/session/gate'
import type { MyCard } from '../../../../contract/mailbox'
import { CardPaper } from '../card-paper'
import { cardStateWords } from '../labels'
import type { MailboxStore } from './mailbox-store'

/** My cards, with what has become of each. */
export const MineList = observer(function MineList({ store }: { store: MailboxStore }) {
  const { mine } = store
  return (
    <Gate hint='登录后能看到自己写的寄语。'>
      <StateView
        state={mine.state}
        error={mine.error}
        onRetry={() => mine.refresh()}
        empty={<Empty title='您还没有写过寄语' hint='打卡以后，点下面的“写一张寄语”。' />}
      >
        <Stale words={mine.staleError} onRetry={() => mine.refresh()} />
        {mine.blocks.map((block) => (
          <View key={block[0]?.id}>
            {block.map((card) => (
              <Mine key={card.id} store={store} card={card} />
            ))}
          </View>
        ))}
        <More list={mine} />
      </StateView>
    </Gate>
  )
})

const chips = {
  waiting: { icon: 'clock', tone: 'warn' },
  shown: { icon: 'check', tone: 'good' },
  returned: { icon: 'alert', tone: 'bad' },
  taken_down: { icon: 'alert', tone: 'bad' },
} as const

const Mine = observer(function Mine({ store, card }: { store: MailboxStore; card: MyCard }) {
  const [asking, setAsking] = useState(false)
  const { icon, tone } = chips[card.state]
  return (
    <CardPaper card={card} by={card.named ? '署名' : '匿名'}>
      <View className='row row-between row-wrap'>
        <View className={`chip chip-${tone}`}>
          <Icon name={icon} />
          {cardStateWords[card.state]}
        </View>
        {!asking && (
          <Tap className='text-link' label={`收回：${card.text.slice(0, 10)}`} onClick={() => setAsking(true)}>
            收回
          </Tap>
        )}
      </View>
      {card.word && <View className='second'>留言：{card.word}</View>}
      {asking && (
        <View className='stack'>
          <View>收回后这张寄语就没有了，确定吗？</View>
          <View className='row'>
            <Button className='grow' plain disabled={store.busy !== null} onClick={() => setAsking(false)}>
              留着
            </Button>
            <Button className='grow' busy={store.busy === 'take-back' && '正在收回…'} onClick={() => store.takeBack(card.id)}>
              收回
            </Button>
          </View>
          <FieldError text={store.failure} />
        </View>
      )}
    </CardPaper>
  )
})
