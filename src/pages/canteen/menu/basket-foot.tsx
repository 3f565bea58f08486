import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { observer } from 'mobx-react-lite'
import { Button } from '@/components/button'
import { price } from '@/lib/money'
import { needSession } from '@/session/need-session'
import { orderUrl } from '../urls'
import type { MenuStore } from './menu-store'

/** What the chosen dishes come to, and the way on. */
export const BasketFoot = observer(function BasketFoot({ store }: { store: MenuStore }) {
  const { portions, fen } = store.sum
  const order = () => {
    if (store.meal && needSession()) Taro.navigateTo({ url: orderUrl(store.meal) })
  }
  return (
    <View className='foot row row-between basket-foot'>
      <View className='grow'>
        <View className='figure'>{price(fen)}</View>
        <View className='hint'>{portions > 0 ? `${portions} 份，优惠下一步算` : '还没选菜'}</View>
      </View>
      <Button className='basket-button' disabled={portions === 0} onClick={order}>
        {portions > 0 ? '去订餐' : '先选菜'}
      </Button>
    </View>
  )
})
