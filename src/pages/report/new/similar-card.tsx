import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { observer } from 'mobx-react-lite'
import { useState } from 'react'
import { Button } from '@/components/button'
import { FieldError } from '@/components/field'
import { placeText, stateWords } from '@/lib/matter'
import { wordsOf } from '@/lib/problem'
import { saidTime } from '@/lib/time'
import type { ReportCard } from '../../../../contract/report'
import type { NewStore } from './new-store'

const mostShown = 2

/** Somebody has reported the same here: 我也遇到 helps more than a second report. */
export const SimilarCard = observer(function SimilarCard({ store }: { store: NewStore }) {
  if (store.similar.length === 0) return null
  return (
    <View className='card similar'>
      <View className='second'>这里已经有人报过同样的事</View>
      {store.similar.slice(0, mostShown).map((card) => (
        <SimilarLine key={card.id} store={store} card={card} />
      ))}
    </View>
  )
})

const SimilarLine = observer(function SimilarLine({ store, card }: { store: NewStore; card: ReportCard }) {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const support = async () => {
    setBusy(true)
    setError(null)
    await store.support(card).catch((reason) => setError(wordsOf(reason)))
    setBusy(false)
  }
  return (
    <View className='similar-line'>
      <View className='row row-wrap'>
        <View className='similar-words'>
          <View className='clip-2'>{card.text || card.categoryName}</View>
          <View className='second'>
            {placeText(card)} · {saidTime(card.createdAt)} · {stateWords[card.state]}
            {card.supporters > 0 && ` · ${card.supporters} 位邻居也遇到`}
          </View>
        </View>
        {!card.supported && (
          <Button plain className='similar-button' busy={busy && '正在记下…'} onClick={support}>
            我也遇到
          </Button>
        )}
      </View>
      {card.supported && <Supported store={store} card={card} />}
      <FieldError text={error} />
    </View>
  )
})

const Supported = ({ store, card }: { store: NewStore; card: ReportCard }) => {
  const leave = () => {
    store.discard()
    Taro.redirectTo({ url: `/pages/report/detail/index?id=${card.id}` })
  }
  return (
    <View className='stack'>
      <View className='good-word'>✓ 已记下，每一步进展都会告诉您。</View>
      <Button plain onClick={leave}>
        不再另报，看进度
      </Button>
    </View>
  )
}
