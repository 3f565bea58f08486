import { View } from '@tarojs/components'
import { Icon } from '@/components/icon'

/** Success, where it happened. */
export const Saved = ({ text }: { text: string }) => (
  <View className='saved row' aria-role='status'>
    <Icon name='check' />
    <View className='grow'>{text}</View>
  </View>
)
