import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { Field } from '@/components/field'
import { StateView } from '@/components/state-view'
import { Tap } from '@/components/tap'
import { placeText, stateWords } from '@/lib/matter'
import { saidTime } from '@/lib/time'
import type { HandleStore } from './handle-store'

/** Which open matter takes this one in. */
export const MergeField = observer(function MergeField({ store }: { store: HandleStore }) {
  const { similar } = store
  return (
    <Field id='field-into' name='并到哪一件' error={store.errors.into}>
      <StateView state={similar.state} error={similar.error} skeleton={1} onRetry={() => similar.refresh()}>
        {similar.value?.length === 0 && <View className='second'>7 天里附近没有同类的事，不用并案。</View>}
        {similar.value?.map((card) => {
          const chosen = store.into === card.id
          return (
            <Tap key={card.id} className='line-item' role='radio' checked={chosen} onClick={() => store.merge(card.id)}>
              <View className={`unit-dot ${chosen ? 'unit-dot-on' : ''}`} aria-hidden />
              <View className='grow'>
                <View>
                  {card.number} · {placeText(card)}
                </View>
                <View className='second clip-2'>
                  {stateWords[card.state]} · {saidTime(card.createdAt)}
                  {card.text && ` · ${card.text}`}
                </View>
              </View>
            </Tap>
          )
        })}
      </StateView>
    </Field>
  )
})
