import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { FieldError } from '@/components/field'
import { Icon } from '@/components/icon'
import { Tap } from '@/components/tap'
import { price } from '@/lib/money'
import { allergenWords } from '../labels'
import { leftWords } from '../meal-words'
import { Stepper } from '../stepper'
import { tastes } from '../tastes-store'
import type { Line, OrderStore } from './order-store'
import { toMenu } from './to-menu'

/** What is ordered; portions can be changed right here. */
export const DishesCard = observer(function DishesCard({ store }: { store: OrderStore }) {
  const { lines, setting, meal } = store
  return (
    <View className='card'>
      <View className='card-head'>
        <View className='title'>订什么</View>
        <Tap className='card-link' role='link' onClick={() => toMenu(meal)}>
          加菜、换菜 ›
        </Tap>
      </View>
      {setting.replaced.map(({ was, now }) => (
        <View key={was} className='notice'>
          <Icon name='alert' />
          <View className='grow'>{now ? `${was}这天没有，换成了${now}` : `${was}这天没有`}</View>
        </View>
      ))}
      {lines.length === 0 && <View className='second'>一样都没有了，请加菜。</View>}
      {lines.map((line) => (
        <LineOf key={line.dish.id} store={store} line={line} />
      ))}
    </View>
  )
})

const LineOf = observer(function LineOf({ store, line: { dish, priceFen, left, quantity } }: { store: OrderStore; line: Line }) {
  const avoided = tastes.avoidedIn(dish).map((one) => allergenWords[one])
  return (
    <View className='order-line'>
      <View className='row row-between row-wrap'>
        <View className='order-line-words'>
          <View>{dish.name}</View>
          <View className='second'>
            {price(priceFen)} · {leftWords(left)}
          </View>
        </View>
        <Stepper name={dish.name} quantity={quantity} left={left} onChange={(next) => store.setPortions(dish.id, next)} />
      </View>
      <FieldError text={quantity > left ? (left > 0 ? `只剩 ${left} 份了，请减一点` : '已订完，请换一样') : null} />
      <FieldError text={avoided.length > 0 ? `含${avoided.join('、')}，是您忌口的` : null} />
    </View>
  )
})
