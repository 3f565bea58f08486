import { View } from '@tarojs/components'
import type { Dish } from '../../../../contract/canteen'
import { allergenWords } from '../labels'
import { sodiumGuideMg } from '../nutrients'

/** One portion, nutrient by nutrient; what others thought of it. */
export function DishFacts({ dish }: { dish: Dish }) {
  const { kcal, proteinG, fatG, carbohydrateG, sodiumMg, allergens, stars, ratings } = dish
  const ofDay = Math.round((sodiumMg / sodiumGuideMg) * 100)
  const lines = [
    ['热量', `${Math.round(kcal)} 千卡`],
    ['蛋白质', `${proteinG} 克`],
    ['脂肪', `${fatG} 克`],
    ['碳水化合物', `${carbohydrateG} 克`],
    ['钠', `${Math.round(sodiumMg)} 毫克，一天上限的 ${ofDay}%`],
    ['过敏原', allergens.length > 0 ? allergens.map((one) => allergenWords[one]).join('、') : '没有申报的'],
    ['大家评价', stars === null ? '还没有人评' : `★ ${stars.toFixed(1)}（${ratings} 人评）`],
  ]
  return (
    <View className='dish-facts'>
      <View className='second'>每份</View>
      {lines.map(([name, value]) => (
        <View key={name} className='dish-fact'>
          <View className='second dish-fact-name'>{name}</View>
          <View className='grow'>{value}</View>
        </View>
      ))}
    </View>
  )
}
