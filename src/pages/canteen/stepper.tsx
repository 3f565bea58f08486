import { View } from '@tarojs/components'
import { Tap } from '@/components/tap'
import { mostPortions } from './baskets-store'
import './stepper.scss'

type Props = { name: string; quantity: number; left: number; onChange: (quantity: number) => void }

/** How many portions of a dish: one less, one more, up to what is left. */
export function Stepper({ name, quantity, left, onChange }: Props) {
  const full = quantity >= Math.min(left, mostPortions)
  return (
    <View className='stepper'>
      {quantity > 0 && (
        <Tap className='step' label={`少一份${name}`} onClick={() => onChange(quantity - 1)}>
          <View className='step-sign'>－</View>
        </Tap>
      )}
      {quantity > 0 && (
        <View className='step-count' aria-label={`${name} ${quantity} 份`}>
          {quantity}
        </View>
      )}
      {full ? (
        <View className='step step-off' aria-hidden>
          <View className='step-sign'>＋</View>
        </View>
      ) : (
        <Tap className='step step-more' label={`加一份${name}`} onClick={() => onChange(quantity + 1)}>
          <View className='step-sign'>＋</View>
        </Tap>
      )}
    </View>
  )
}
