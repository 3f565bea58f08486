import { View } from '@tarojs/components'
import type { KitchenList } from '../../../../contract/canteen'
import { allergenWords } from '../labels'

type Dish = KitchenList['dishes'][number]

/** A browser's keyboard moves the table too. */
const byKeys = process.env.TARO_ENV === 'h5' ? { tabIndex: 0 } : {}

/** Portions of each dish, in all and for each window. Wider than a phone, it moves in its own box while the dish stays in sight. */
export const DishTable = ({ list }: { list: KitchenList }) => (
  <View className='card kitchen-box' {...byKeys}>
    <View className='kitchen-table'>
      <View className='kitchen-row kitchen-head'>
        <View className='kitchen-dish'>菜</View>
        <View className='kitchen-cell'>合计</View>
        {list.windows.map(({ starts, orders }) => (
          <View key={starts} className='kitchen-cell'>
            <View>{starts}</View>
            <View className='hint'>{orders} 人</View>
          </View>
        ))}
      </View>
      {list.dishes.map((dish) => (
        <DishRow key={dish.dishId} dish={dish} windows={list.windows} />
      ))}
    </View>
  </View>
)

const DishRow = ({ dish, windows }: { dish: Dish; windows: KitchenList['windows'] }) => (
  <View className='kitchen-row'>
    <View className='kitchen-dish'>
      <View>{dish.name}</View>
      {dish.allergens.length > 0 && <View className='hint'>含{dish.allergens.map((allergen) => allergenWords[allergen]).join('、')}</View>}
    </View>
    <View className='kitchen-cell kitchen-total'>{dish.total}</View>
    {windows.map(({ starts }, at) => (
      <View key={starts} className='kitchen-cell'>
        {dish.byWindow[at] || '·'}
      </View>
    ))}
  </View>
)
