import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { observer } from 'mobx-react-lite'
import { Icon } from '@/components/icon'
import { Tap } from '@/components/tap'
import { usePrivacy } from '@/session/privacy'
import { session } from '@/session/session'
import type { ListStore } from './list-store'

/** What 附近 means: the home area, or around the phone. */
export const NearHead = observer(function NearHead({ store }: { store: ListStore }) {
  const privacy = usePrivacy('position')
  const area = session.person?.home?.areaName
  return (
    <View className='card near-head'>
      <View className='row row-between row-wrap'>
        <View className='row grow near-name'>
          <Icon name='place' />
          <View className='grow'>{store.here ? '我的位置附近' : (area ?? '还没选居民区')}</View>
        </View>
        {store.here ? (
          <Tap className='text-link' onClick={() => store.useHome()}>
            {area ? `看${area}` : '不用位置'}
          </Tap>
        ) : (
          <Tap className='text-link' onClick={() => privacy.before(() => store.useHere())}>
            {store.locating ? '正在找位置…' : '按我的位置'}
          </Tap>
        )}
      </View>
      {store.needsPlace && (
        <Tap className='text-link' role='link' onClick={() => Taro.navigateTo({ url: '/pages/account/area/index' })}>
          选我的居民区 ›
        </Tap>
      )}
      {privacy.card}
      {store.notice && <View className='field-error'>{store.notice}</View>}
    </View>
  )
})
