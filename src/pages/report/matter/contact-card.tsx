import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { Button } from '@/components/button'
import { FieldError } from '@/components/field'
import { Icon } from '@/components/icon'
import { dial } from '@/lib/dial'
import type { MatterStore } from '../matter-store'

/** Who reported it, for those whose work needs it; read only when asked for, because each read is written down. */
export const ContactCard = observer(function ContactCard({ store }: { store: MatterStore }) {
  const { contact } = store
  const person = contact.value
  const phone = person?.phone
  return (
    <View className='card stack'>
      {!person && (
        <Button plain busy={contact.loading && '正在读取…'} onClick={() => contact.refresh()}>
          <Icon name='phone' />
          联系上报人
        </Button>
      )}
      {person && (
        <View>
          <View className='title'>{person.nickname}</View>
          <View className='second'>{[person.building, person.room].filter(Boolean).join(' ') || '没有留楼号房号'}</View>
          {!phone && <View className='second'>没有留电话，可以写补充说明，对方会收到消息。</View>}
        </View>
      )}
      {phone && (
        <Button onClick={() => dial(phone)}>
          <Icon name='phone' />打 {phone}
        </Button>
      )}
      <View className='hint'>每次查看都会留下记录。</View>
      <FieldError text={contact.error} />
    </View>
  )
})
