import { Input, View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { Button } from '@/components/button'
import { FieldError } from '@/components/field'
import { Tap } from '@/components/tap'
import { online } from '@/lib/online'
import { canScan } from '@/lib/platform'
import { clockTime } from '@/lib/time'
import { orderStateWords } from '../labels'
import { isScanned } from './code'
import type { CounterStore } from './counter-store'
import { modeAndMoney } from './money-words'

/** Where the four digits go, with keys as big as at a till, and the scan. */
export const EntryCard = observer(function EntryCard({ store }: { store: CounterStore }) {
  return (
    <View className='card counter-entry'>
      <Field store={store} />
      <FieldError text={store.words} />
      <Preview store={store} />
      <Keypad store={store} />
      <View className='staff-buttons counter-hand'>
        {canScan && (
          <Button plain onClick={() => store.scan()}>
            扫码
          </Button>
        )}
        <Button busy={store.busy && '正在交餐…'} onClick={() => store.enter()}>
          交餐
        </Button>
      </View>
    </View>
  )
})

const Field = observer(function Field({ store }: { store: CounterStore }) {
  return (
    <View className='counter-field'>
      <Input
        className={`input counter-digits ${isScanned(store.typed) ? 'counter-reading' : ''}`}
        type='text'
        value={store.typed}
        placeholder='四位取餐号'
        placeholderClass='counter-placeholder'
        maxlength={200}
        aria-label='四位取餐号'
        nativeProps={{ 'aria-label': '四位取餐号' }}
        onInput={({ detail }) => store.write(detail.value)}
        onConfirm={() => store.enter()}
      />
    </View>
  )
})

/** Whose meal the digits are, so that a misheard one is noticed before it is handed over. */
const Preview = observer(function Preview({ store }: { store: CounterStore }) {
  const { preview, typed, roll } = store
  const known = roll.roll.value
  if (preview) {
    return (
      <View className='counter-preview counter-whose'>
        {preview.eater} · {preview.state === 'booked' ? modeAndMoney(preview) : orderStateWords[preview.state]}
      </View>
    )
  }
  if (/^\d{4}$/.test(typed) && known) return <View className='counter-preview second'>名单里还没有这个号</View>
  if (!online.is && known) return <View className='counter-preview second'>没有网络也能交餐：按 {clockTime(known.at)} 的名单核对。</View>
  return <View className='counter-preview second'>客人报四位数，或扫客人的码</View>
})

const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9']

const Keypad = ({ store }: { store: CounterStore }) => (
  <View className='counter-keys'>
    {keys.map((key) => (
      <Tap key={key} className='counter-key' onClick={() => store.type(key)}>
        {key}
      </Tap>
    ))}
    <Tap className='counter-key counter-key-word' onClick={() => store.next()}>
      清空
    </Tap>
    <Tap className='counter-key' onClick={() => store.type('0')}>
      0
    </Tap>
    <Tap className='counter-key counter-key-word' onClick={() => store.erase()}>
      退格
    </Tap>
  </View>
)
