import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { Chips } from '@/components/chips'
import { Field, Words } from '@/components/field'
import type { Mode, PayWay } from '../../../../contract/canteen'
import { modeWords, payWayWords } from '../labels'
import type { OrderStore } from './order-store'

const choicesOf = <T extends string>(values: readonly T[], words: Record<T, string>) =>
  values.map((value) => ({ value, text: words[value] }))

/** Eaten where, paid when, and a word to the kitchen. */
export const WayCard = observer(function WayCard({ store }: { store: OrderStore }) {
  const { delivers, mode, way, note, setting } = store
  const modes: Mode[] = ['eat_in', 'take_away', ...(delivers ? (['delivery'] as const) : [])]
  const ways: PayWay[] = ['counter', 'prepaid']
  return (
    <View className='card'>
      <View className='title'>怎么吃</View>
      <Chips<Mode> choices={choicesOf(modes, modeWords)} chosen={mode} onChoose={(one) => store.choose({ mode: one })} />
      <View className='second way-hint'>{modeHint(store)}</View>
      {setting.canteen.prepaid && (
        <Field name='怎么付'>
          <Chips<PayWay> choices={choicesOf(ways, payWayWords)} chosen={way} onChoose={(one) => store.choose({ way: one })} />
          <View className='second way-hint'>{way === 'prepaid' ? '订好后请按时到柜台付清，过时份数会放回。' : '取餐时在柜台付。'}</View>
        </Field>
      )}
      <Field>
        <Words
          value={note}
          label='给后厨的话'
          placeholder='给后厨的话（可不填），如：软一点、少放油'
          most={100}
          onChange={(text) => store.choose({ note: text })}
        />
      </Field>
    </View>
  )
})

function modeHint({ mode, delivers, setting }: OrderStore): string {
  if (mode === 'delivery') return '送到在食堂登记的地址。'
  return setting.canteen.delivers && !delivers ? '想送餐到家，先带身份证到食堂柜台登记。' : ''
}
