import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { observer } from 'mobx-react-lite'
import { Empty, Stale, StateView } from '@/components/state-view'
import { Tap } from '@/components/tap'
import { mealName } from '@/lib/meal'
import { useNow } from '@/lib/use-now'
import type { Menu } from '../../../../contract/canteen'
import { leftWords, orderingWords } from '../meal-words'
import type { MenusStore } from '../menus-store'
import { menuUrl } from '../urls'
import type { HomeStore } from './home-store'

/** The dishes of the meal that is served or comes next, with what is left of each. */
export const TodayCard = observer(function TodayCard({ store }: { store: HomeStore }) {
  const now = useNow()
  const { menus } = store
  if (!menus) return null
  const { week } = menus
  const menu = store.menuNow(now)
  return (
    <StateView state={week.state} error={week.error} skeleton={1} onRetry={() => week.refresh()}>
      <Stale words={week.error} onRetry={() => week.refresh()} />
      {menu ? <MenuOf menus={menus} menu={menu} now={now} /> : <Empty title='还没有公布菜单' hint='食堂公布后，这里能看到一周的菜。' />}
    </StateView>
  )
})

const MenuOf = observer(function MenuOf({ menus, menu, now }: { menus: MenusStore; menu: Menu; now: number }) {
  const open = () => Taro.navigateTo({ url: menuUrl({ ...menu, canteenId: menus.canteenId }) })
  return (
    <View className='card'>
      <View className='card-head'>
        <View className='title'>{mealName(menu, now)}</View>
        <Tap className='card-link' role='link' label={`${mealName(menu, now)}，看菜单`} onClick={open}>
          看菜单 ›
        </Tap>
      </View>
      <View className='second'>{orderingWords(menu, now)}</View>
      <View className='today-dishes'>
        {menus.dishesOf(menu).map(({ dish, left }) => (
          <View key={dish.id} className='today-dish'>
            <View className='today-name'>{dish.name}</View>
            <View className={left > 0 ? 'today-left' : 'today-left today-gone'}>{leftWords(left)}</View>
          </View>
        ))}
      </View>
    </View>
  )
})
