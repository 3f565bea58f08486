import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { Icon } from '@/components/icon'
import { Tap } from '@/components/tap'
import { mealName } from '@/lib/meal'
import type { Menu } from '../../../../contract/canteen'
import { isOpen, orderingWords } from '../meal-words'
import type { MenuStore } from './menu-store'

/** Until when this meal can be ordered; where it cannot, why, and which one can. */
export const OrderingLine = observer(function OrderingLine({ store, menu, now }: { store: MenuStore; menu: Menu; now: number }) {
  const words = orderingWords(menu, now)
  if (isOpen(menu, now)) {
    return (
      <View className='ordering-line second'>
        <Icon name='clock' />
        <View className='grow'>{words}</View>
      </View>
    )
  }
  const { instead } = store
  return (
    <View className='notice row-wrap'>
      <Icon name='pause' />
      <View className='grow ordering-words'>{words}。</View>
      {instead && (
        <Tap className='text-link' onClick={() => store.showMeal(instead)}>
          看{mealName(instead, now)}，{orderingWords(instead, now)} ›
        </Tap>
      )}
    </View>
  )
})
