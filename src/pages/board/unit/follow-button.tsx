import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { Button } from '@/components/button'
import { FieldError } from '@/components/field'
import { Icon } from '@/components/icon'
import { roleOf } from '@/components/role'
import { needSession } from '@/session/need-session'
import { session } from '@/session/session'
import type { UnitPage } from '../../../../contract/board'
import { mine } from '../mine-store'
import type { UnitStore } from './unit-store'

/** To be told in the inbox whenever a board with this unit is out, or no longer. */
export const FollowButton = observer(function FollowButton({ store, page: { board, unit } }: { store: UnitStore; page: UnitPage }) {
  const { unitKind } = board
  // who is one's own is told anyway; persons are not followed about
  if (!unitKind || unitKind === 'person') return null
  const isOn = session.person !== null && mine.isFollowing(unitKind, unit.unitCode)
  return (
    <View className='follow stack'>
      {isOn && (
        <View className='row follow-on' {...roleOf('status')}>
          <Icon name='check' />
          <View className='grow'>关注了，榜单一发布就发消息告诉您。</View>
        </View>
      )}
      <Button plain busy={store.following && '正在保存…'} onClick={() => needSession() && store.follow(!isOn)}>
        {isOn ? '不再关注' : '关注它'}
      </Button>
      <FieldError text={store.followFailure} />
    </View>
  )
})
