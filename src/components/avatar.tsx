import { Image, View } from '@tarojs/components'
import { absolute } from '@/lib/request'
import type { Person } from '../../contract/account'
import './avatar.scss'

/** The person's picture, or the first letter of the nickname. Beside the nickname, so screen readers pass over it. */
export const Avatar = ({ person }: { person: Pick<Person, 'nickname' | 'avatarUrl'> }) =>
  person.avatarUrl ? (
    <Image className='avatar' src={absolute(person.avatarUrl)} mode='aspectFill' aria-hidden />
  ) : (
    <View className='avatar avatar-letter' aria-hidden>
      {[...person.nickname][0]}
    </View>
  )
