import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { Tap } from '@/components/tap'
import type { NewStore } from './new-store'

/** Whether those who handle it see a name; neighbours never do. */
export const AnonymousLine = observer(function AnonymousLine({ store }: { store: NewStore }) {
  const { anonymous } = store.draft
  return (
    <Tap
      className='row row-between anonymous'
      role='switch'
      checked={anonymous}
      label='不公开我的姓名'
      onClick={() => store.edit({ anonymous: !anonymous })}
    >
      <View className='grow'>
        <View>不公开我的姓名</View>
        <View className='hint'>邻居本来就看不到是谁上报的</View>
      </View>
      <View className={anonymous ? 'toggle toggle-on' : 'toggle'} aria-hidden>
        <View className='toggle-knob' />
      </View>
    </Tap>
  )
})
