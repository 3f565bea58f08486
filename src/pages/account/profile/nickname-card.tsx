import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { Button } from '@/components/button'
import { FieldError, Line } from '@/components/field'
import { Saved } from '../saved'
import type { ProfileStore } from './profile-store'

/** The name that neighbours and handlers read. */
export const NicknameCard = observer(function NicknameCard({ store }: { store: ProfileStore }) {
  return (
    <View className='card stack'>
      <View className='title'>昵称</View>
      <Line nickname value={store.nickname} label='昵称' placeholder='邻居怎么称呼您' most={20} onChange={(text) => store.type(text)} />
      <FieldError text={store.errors.get('nickname')} />
      {store.saved === 'nickname' && <Saved text='昵称已保存' />}
      <Button disabled={!store.isChanged} busy={store.busy === 'nickname' && '正在保存…'} onClick={() => store.saveNickname()}>
        保存昵称
      </Button>
    </View>
  )
})
