import { Switch } from '@nutui/nutui-react-taro'
import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import type { NewStore } from './new-store'
import '../nutui.scss'

/** Neighbours never read who reported it; with this, whoever handles it sees no nickname in the course of it either. */
export const AnonymousLine = observer(function AnonymousLine({ store }: { store: NewStore }) {
  const { anonymous } = store.draft
  return (
    <View className='row row-between anonymous' onClick={() => store.edit({ anonymous: !anonymous })}>
      <View className='grow'>
        <View>不公开我的姓名</View>
        <View className='hint'>邻居看不到您是谁</View>
      </View>
      <Switch checked={anonymous} ariaLabel='不公开我的姓名' />
    </View>
  )
})
