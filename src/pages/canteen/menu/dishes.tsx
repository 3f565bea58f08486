import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useState } from 'react'
import { Empty } from '@/components/state-view'
import { dayName } from '@/lib/meal'
import { kindWords } from '../labels'
import { tastes } from '../tastes-store'
import { DishCard } from './dish-card'
import type { MenuStore } from './menu-store'

type Props = { store: MenuStore; orders: boolean; now: number }

/** The dishes of the meal by kind; one of them may be opened to read what is in it. */
export const Dishes = observer(function Dishes({ store, orders, now }: Props) {
  const [opened, setOpened] = useState<string | null>(null)
  if (!store.menu) {
    const { instead } = store
    return (
      <Empty
        title={`${dayName(store.date, now)}还没有菜单`}
        hint='食堂公布后，这里能看到。'
        {...(instead ? { action: `看${dayName(instead.date, now)}的`, onAction: () => store.showMeal(instead) } : {})}
      />
    )
  }
  if (store.groups.length === 0) {
    return store.hidden > 0 ? (
      <Empty title='没有合适的菜' hint={`这一餐没有“${tastes.words}”的菜。`} action='全部都看' onAction={() => tastes.clear()} />
    ) : (
      <Empty title='这一餐还没有菜' hint='换一餐看看。' />
    )
  }
  return (
    <View>
      {store.groups.map(({ kind, dishes }) => (
        <View key={kind} className='card dish-group'>
          <View className='second dish-kind'>{kindWords[kind]}</View>
          {dishes.map((offered) => (
            <DishCard
              key={offered.dish.id}
              offered={offered}
              quantity={store.basket[offered.dish.id] ?? 0}
              orders={orders}
              open={opened === offered.dish.id}
              onToggle={() => setOpened(opened === offered.dish.id ? null : offered.dish.id)}
              onChange={(quantity) => store.choose(offered.dish.id, quantity)}
            />
          ))}
        </View>
      ))}
    </View>
  )
})
