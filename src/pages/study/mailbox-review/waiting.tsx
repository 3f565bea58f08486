import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useState } from 'react'
import { Button } from '@/components/button'
import { FieldError } from '@/components/field'
import type { WallCard } from '../../../../contract/mailbox'
import { CardPaper } from '../card-paper'
import type { ReviewStore } from './review-store'
import { WordField } from './word-field'

/** A card that nobody has read yet. */
export const Waiting = observer(function Waiting({ store, card }: { store: ReviewStore; card: WallCard }) {
  const [returning, setReturning] = useState(false)
  const [word, setWord] = useState('')
  const busy = store.busy && store.at === card.id
  const start = card.text.slice(0, 10)
  return (
    <CardPaper card={card} by={card.by ?? '匿名'}>
      {returning && <WordField word={word} onChange={setWord} />}
      <FieldError text={store.at === card.id ? store.failure : null} />
      <View className='row review-buttons'>
        {returning ? (
          <>
            <Button className='grow' plain disabled={busy} onClick={() => setReturning(false)}>
              先不退
            </Button>
            <Button className='grow' busy={busy && '正在退回…'} onClick={() => store.decide(card.id, false, word)}>
              退回
            </Button>
          </>
        ) : (
          <>
            <Button className='grow' plain disabled={busy} label={`退回：${start}`} onClick={() => setReturning(true)}>
              退回
            </Button>
            <Button className='grow' busy={busy && '正在挂…'} label={`挂出来：${start}`} onClick={() => store.decide(card.id, true)}>
              挂出来
            </Button>
          </>
        )}
      </View>
    </CardPaper>
  )
})
