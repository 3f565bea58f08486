import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Tap } from '@/components/tap'
import { needSession } from '@/session/need-session'
import type { Canteen } from '../../../../contract/canteen'
import { menuUrl } from '../urls'

/** The other pages of the canteen. */
export const Entries = ({ canteen }: { canteen: Canteen }) => (
  <View className='entries'>
    <Entry title='一周菜单' hint='七天的菜' url={menuUrl({ canteenId: canteen.id })} open />
    <Entry title='我的订单' hint='看进度、再来一份' url='/pages/canteen/orders/index' />
    <Entry title='家人代订' hint='替爸妈订' url='/pages/canteen/family/index' />
    <Entry title='本周营养' hint='吃得咸不咸' url='/pages/canteen/nutrition/index' />
  </View>
)

type EntryProps = { title: string; hint: string; url: string /** A guest may go there too. */; open?: boolean }

const Entry = ({ title, hint, url, open }: EntryProps) => (
  <Tap className='card entry' role='link' onClick={() => (open || needSession()) && Taro.navigateTo({ url })}>
    <View>
      <View className='title'>{title}</View>
      <View className='second'>{hint}</View>
    </View>
    <View className='second' aria-hidden>
      ›
    </View>
  </Tap>
)
