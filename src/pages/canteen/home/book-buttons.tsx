import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { observer } from 'mobx-react-lite'
import { Button } from '@/components/button'
import { Tap } from '@/components/tap'
import { dishesText, forWhom, shortDay, sittingWords } from '@/lib/meal'
import { useNow } from '@/lib/use-now'
import { session } from '@/session/session'
import type { Canteen, Menu } from '../../../../contract/canteen'
import { menuUrl, orderUrl } from '../urls'
import type { HomeStore } from './home-store'

type Props = { store: HomeStore; canteen: Canteen }

/** The one step to the next booking: the last meal again, or the menu. */
export const BookButtons = observer(function BookButtons({ store, canteen }: Props) {
  const now = useNow()
  const { again } = store
  const target = store.first
  const toMenu = () => Taro.navigateTo({ url: target ? menuUrl({ ...target, canteenId: canteen.id }) : menuUrl({ canteenId: canteen.id }) })
  const toAgain = () => {
    if (again) Taro.navigateTo({ url: orderUrl({ ...again.menu, canteenId: canteen.id }, { eaterId: again.last.eater.id, again: true }) })
  }
  const shortName = ({ date, sitting }: Menu) => `${shortDay(date, now)}${sittingWords[sitting]}`
  const againWords = again && `照上次${forWhom(again.last)}订${shortName(again.menu)}`
  if (session.elder) {
    if (store.finding) return <View className='big-button big-button-wait'>正在看您上次订了什么…</View>
    return again ? (
      <Tap className='big-button' onClick={toAgain}>
        <View className='big-button-words'>{againWords}</View>
        <View>{dishesText(again.last.items)} ›</View>
      </Tap>
    ) : (
      <Tap className='big-button' onClick={toMenu}>
        <View className='big-button-words'>{target ? `订${shortName(target)}` : '看一周菜单'}</View>
        <View>看菜单，选几样 ›</View>
      </Tap>
    )
  }
  return (
    <View className='stack book-buttons'>
      <Button onClick={toMenu}>{target ? '看菜单，去订餐' : '看一周菜单'}</Button>
      {again && (
        <Button plain onClick={toAgain}>
          {againWords}
        </Button>
      )}
    </View>
  )
})
