import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useState } from 'react'
import { Button } from '@/components/button'
import { saidTime } from '@/lib/time'
import { useNow } from '@/lib/use-now'
import type { Order } from '../../../../contract/canteen'
import type { MealStore } from './meal-store'

/** Cancelling, asked once more right here, as long as it is possible. */
export const CancelCard = observer(function CancelCard({ store, order }: { store: MealStore; order: Order }) {
  const now = useNow()
  const [sure, setSure] = useState(false)
  const until = saidTime(order.cancelUntil, now)
  if (!order.mayCancel) return <View className='card second'>已过了取消时间（{until}）。实在来不了，请打电话告诉食堂。</View>
  if (!sure) {
    return (
      <View className='card row row-between row-wrap'>
        <View className='second grow meal-cancel-words'>{until} 前可以取消</View>
        <Button plain className='meal-cancel' onClick={() => setSure(true)}>
          取消订餐
        </Button>
      </View>
    )
  }
  return (
    <View className='card stack'>
      <View>取消后份数会放回给别人{order.payment === 'paid' ? '，已付的钱会退给您' : ''}。确定取消这一餐吗？</View>
      <View className='row row-wrap'>
        <Button className='grow' plain disabled={store.doing !== null} onClick={() => setSure(false)}>
          不取消了
        </Button>
        <Button className='grow' busy={store.doing === 'cancel' && '正在取消…'} onClick={() => store.cancel()}>
          确定取消
        </Button>
      </View>
    </View>
  )
})
