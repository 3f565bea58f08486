import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { observer } from 'mobx-react-lite'
import { Button } from '@/components/button'
import { FieldError } from '@/components/field'
import { Tap } from '@/components/tap'
import type { SignInStore } from './sign-in-store'

/** Signing in with WeChat, and what is agreed to by it. */
export const WechatCard = observer(function WechatCard({ store, onSignIn }: { store: SignInStore; onSignIn: () => void }) {
  return (
    <View className='sign-in-wechat'>
      <Button busy={store.busy === 'wechat' && '正在登录…'} onClick={onSignIn}>
        微信一键登录
      </Button>
      <FieldError text={store.errorOf('wechat')} />
      <View className='second'>登录只用到微信给本小程序的身份编号，不读取您的手机号和好友。登录即表示您已读过：</View>
      <Tap className='text-link' role='link' onClick={() => Taro.navigateTo({ url: '/pages/account/privacy/index' })}>
        《隐私保护指引》 ›
      </Tap>
    </View>
  )
})
