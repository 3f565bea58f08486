import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { FieldError } from '@/components/field'
import { Icon } from '@/components/icon'
import { Tap } from '@/components/tap'
import { usePrivacy } from '@/session/privacy'
import { here } from './here-store'

/** Offers to put the nearest first, until it is known where the phone is. */
export const NearLine = observer(function NearLine({ onFound }: { onFound: () => void }) {
  const privacy = usePrivacy('position', '不同意也没关系：可以自己在名单里找。')
  if (here.at) return null
  const find = async () => {
    await here.find()
    if (here.at) onFound()
  }
  return (
    <View className='card near-line'>
      <Tap className='text-link' onClick={() => privacy.before(find)}>
        <Icon name='place' />
        {here.locating ? '正在找位置…' : '按我的位置找最近的'}
      </Tap>
      {privacy.card}
      <FieldError text={here.notice} />
    </View>
  )
})
