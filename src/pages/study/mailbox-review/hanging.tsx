import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useState } from 'react'
import { Button } from '@/components/button'
import { FieldError } from '@/components/field'
import { Tap } from '@/components/tap'
import type { WallCard } from '../../../../contract/mailbox'
import { CardPaper } from '../card-paper'
import type { ReviewStore } from './review-store'
import { WordField } from './word-field'

/** A card that everybody reads, and that had perhaps better not hang there. */
export const Hanging = observer(function Hanging({ store, card }: { store: ReviewStore; card: WallCard }) {
  const [taking, setTaking] = useState(false)
  const [word, setWord] = useState('')
  const busy = store.busy && store.at === card.id
  return (
    <CardPaper card={card} by={card.by ?? '匿名'}>
      {!taking && (
        <View className='review-take'>
          <Tap className='text-link' label={`取下来：${card.text.slice(0, 10)}`} onClick={() => setTaking(true)}>
            取下来
          </Tap>
        </View>
      )}
      {taking && (
        <>
          <WordField word={word} onChange={setWord} />
          <FieldError text={store.at === card.id ? store.failure : null} />
          <View className='row review-buttons'>
            <Button className='grow' plain disabled={busy} onClick={() => setTaking(false)}>
              留着
            </Button>
            <Button className='grow' busy={busy && '正在取…'} onClick={() => store.takeDown(card.id, word)}>
              取下来
            </Button>
          </View>
        </>
      )}
    </CardPaper>
  )
})
