import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Tap } from '@/components/tap'
import { saidTime } from '@/lib/time'
import type { Message } from '../../../../contract/account'

type Props = { message: Message; unread: boolean; now: number; onOpen: () => void }

/** One message; a tap marks it as read and opens what it is about. */
export function MessageCard({ message: { title, body, link, createdAt }, unread, now, onOpen }: Props) {
  const open = () => {
    onOpen()
    if (link) Taro.navigateTo({ url: link })
  }
  return (
    <Tap className='card message' role={link ? 'link' : 'button'} onClick={open}>
      <View className='row row-between'>
        <View className='row grow message-title'>
          {unread && <View className='message-dot' />}
          <View className='title'>{title}</View>
        </View>
        {unread && <View className='chip message-new'>未读</View>}
      </View>
      <View>{body}</View>
      <View className='row row-between'>
        <View className='second'>{saidTime(createdAt, now)}</View>
        {link && <View className='second'>去看看 ›</View>}
      </View>
    </Tap>
  )
}
