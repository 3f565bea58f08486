import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { Button } from '@/components/button'
import { FieldError } from '@/components/field'
import { inWeChat } from '@/lib/platform'
import { session } from '@/session/session'
import { Saved } from '../saved'
import type { ProfileStore } from './profile-store'

/** The telephone number, which only WeChat can vouch for. */
export const PhoneCard = observer(function PhoneCard({ store }: { store: ProfileStore }) {
  const phone = session.person?.phone
  return (
    <View className='card stack'>
      <View className='row row-between'>
        <View className='title profile-name'>手机号</View>
        <View className='fact'>{phone ?? '还没有绑定'}</View>
      </View>
      <View className='second'>
        {inWeChat
          ? '办理的人有事要问时，用它联系您。不绑定也能上报。'
          : '手机号要由微信核实。请在微信里打开小程序“家门口这点事”，在这一页绑定。'}
      </View>
      {inWeChat && (
        <Button
          plain
          openType='getPhoneNumber'
          busy={store.busy === 'phone' && '正在绑定…'}
          onGetPhoneNumber={({ detail }) => store.savePhone(detail.code)}
        >
          {phone ? '换手机号' : '绑定微信的手机号'}
        </Button>
      )}
      <FieldError text={store.errors.get('phone')} />
      {store.saved === 'phone' && <Saved text='手机号已绑定' />}
    </View>
  )
})
