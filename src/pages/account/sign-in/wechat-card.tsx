import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Button } from '@/components/button'
import { Tap } from '@/components/tap'

/** Signing in with WeChat, and what is agreed to by it. */
export const WechatCard = ({ busy, onSignIn }: { busy: boolean; onSignIn: () => void }) => (
  <View className='sign-in-wechat'>
    <Button busy={busy && '正在登录…'} onClick={onSignIn}>
      微信一键登录
    </Button>
    <View className='second'>登录只用到微信给本小程序的身份编号，不读取您的手机号和好友。登录即表示您已读过：</View>
    <Tap className='text-link' role='link' onClick={() => Taro.navigateTo({ url: '/pages/account/privacy/index' })}>
      《隐私保护指引》 ›
    </Tap>
  </View>
)
