import { View } from '@tarojs/components'
import { Icon } from '@/components/icon'
import { roleOf } from '@/components/role'

/** Success, where it happened. */
export const Saved = ({ text }: { text: string }) => (
  <View className='saved row' {...roleOf('status')}>
    <Icon name='check' />
    <View className='grow'>{text}</View>
  </View>
)
