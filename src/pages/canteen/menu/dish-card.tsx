import { Image, View } from '@tarojs/components'
import { Tap } from '@/components/tap'
import { price } from '@/lib/money'
import { absolute } from '@/lib/request'
import type { Dish } from '../../../../contract/canteen'
import { allergenWords, dietWords } from '../labels'
import { leftWords } from '../meal-words'
import type { Offered } from '../menus-store'
import { Stepper } from '../stepper'
import { DishFacts } from './dish-facts'

type Props = {
  offered: Offered
  quantity: number
  orders: boolean
  open: boolean
  onToggle: () => void
  onChange: (quantity: number) => void
}

/** A dish of the meal: what it costs, what is in it, what is left, how many portions; its nutrition in place after a tap. */
export function DishCard({ offered, quantity, orders, open, onToggle, onChange }: Props) {
  const { dish, priceFen, left } = offered
  const gone = left === 0
  return (
    <View className={gone ? 'dish dish-gone' : 'dish'}>
      <Tap className='row dish-head' label={`${dish.name}，${open ? '收起' : '看营养'}`} onClick={onToggle}>
        {dish.pictureUrl && <Image className='dish-picture' src={absolute(dish.pictureUrl)} mode='aspectFill' lazyLoad aria-hidden />}
        <View className='grow'>
          <View className='dish-name'>{dish.name}</View>
          {dish.parts.length > 0 && <View>{dish.parts.map(({ name }) => name).join('、')}</View>}
          <View className='second'>{factsLine(dish)}</View>
        </View>
        <View className='hint dish-more' aria-hidden>
          {open ? '收起' : '营养 ›'}
        </View>
      </Tap>
      {open && <DishFacts dish={dish} />}
      <View className='row row-between row-wrap dish-foot'>
        <View className='row dish-price'>
          <View className='figure-service'>{price(priceFen)}</View>
          <View className={gone ? 'chip chip-quiet' : 'second'}>{leftWords(left)}</View>
        </View>
        {orders && (!gone || quantity > 0) && <Stepper name={dish.name} quantity={quantity} left={left} onChange={onChange} />}
      </View>
      {quantity > left && (
        <View className='field-error'>
          您选了 {quantity} 份，{left > 0 ? `现在只剩 ${left} 份` : '现在已订完'}
        </View>
      )}
    </View>
  )
}

/** 338 千卡 · 少盐 · 含蛋、大豆 */
function factsLine({ kcal, diets, allergens }: Dish): string {
  const has = allergens.map((one) => allergenWords[one]).join('、')
  return [`${Math.round(kcal)} 千卡`, ...diets.map((one) => dietWords[one]), has && `含${has}`].filter(Boolean).join(' · ')
}
