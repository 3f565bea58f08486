import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { Icon } from '@/components/icon'
import { Tap } from '@/components/tap'
import { useNow } from '@/lib/use-now'
import type { Guest } from '../../../../contract/canteen'
import { statusWords } from '../labels'
import { ageAt, birthdayText } from './birthday'
import type { GuestStore } from './guest-store'

/** Who it is, as far as it is written down. */
export const GuestCard = observer(function GuestCard({ store, guest }: { store: GuestStore; guest: Guest }) {
  const now = useNow()
  const age = ageAt(birthdayText(guest.birthday), now)
  const facts = [age === null ? '年龄还没核对' : `${age} 岁`, ...guest.statuses.map((status) => statusWords[status])]
  return (
    <View className='card'>
      <View className='row row-between'>
        <View className='grow'>
          <View className='guest-name'>{guest.nickname}</View>
          <View className='second'>{guest.phone ?? '没有留手机号'}</View>
        </View>
        <Tap className='text-link' onClick={() => store.leave()}>
          {store.isChanged ? '不保存，下一位' : '下一位'}
        </Tap>
      </View>
      <View className='second'>{facts.join(' · ')}</View>
      <View className='second'>{guest.deliveryAddress ? `送餐到：${guest.deliveryAddress}` : '没有登记送餐'}</View>
      {guest.blocked && (
        <View className='chip chip-warn guest-chip'>
          <Icon name='alert' />
          {guest.noShows} 次没来取，暂时不能订
        </View>
      )}
    </View>
  )
})
