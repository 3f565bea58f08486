import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Field, Words } from '@/components/field'
import { Stars, StarsGiven } from '@/components/stars'
import { Tap } from '@/components/tap'
import type { SiteRatings } from '../../../../contract/study'
import type { SiteStore } from './site-store'

type Props = { store: SiteStore; rating: SiteRatings }

/** What visitors think of the site; who has been here this month says it, too. */
export const RatingCard = observer(function RatingCard({ store, rating }: Props) {
  const [again, setAgain] = useState(false)
  const { stars, ratings, mine, mayRate } = rating
  if (stars === null && !mayRate) return null
  return (
    <View className='card stack'>
      <View className='title'>来过的人怎么说</View>
      <View>{stars === null ? '还没有人评价，您来说说。' : `★ ${stars.toFixed(1)}（近一年 ${ratings} 人次评价）`}</View>
      {mine && !again && (
        <View>
          <View className='second'>您本月的评价</View>
          <StarsGiven stars={mine.stars} />
          {mine.text && <View className='second'>{mine.text}</View>}
          {mayRate && (
            <Tap className='text-link' onClick={() => setAgain(true)}>
              改一改
            </Tap>
          )}
        </View>
      )}
      {mayRate && (!mine || again) && <Form store={store} mine={mine} onDone={() => setAgain(false)} />}
    </View>
  )
})

type FormProps = { store: SiteStore; mine: SiteRatings['mine']; onDone: () => void }

const Form = observer(function Form({ store, mine, onDone }: FormProps) {
  const [stars, setStars] = useState(mine?.stars ?? 0)
  const [text, setText] = useState(mine?.text ?? '')
  const send = async () => {
    if (await store.rate(stars, text)) onDone()
  }
  return (
    <View className='stack'>
      <Stars stars={stars} onChoose={setStars} />
      {stars > 0 && (
        <Field error={store.failure}>
          <Words value={text} label='评价' placeholder='想说的话（可不填）' most={200} onChange={setText} />
        </Field>
      )}
      {stars > 0 && (
        <Button busy={store.rating && '正在提交…'} onClick={send}>
          提交评价
        </Button>
      )}
    </View>
  )
})
