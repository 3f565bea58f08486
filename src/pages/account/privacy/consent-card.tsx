import { View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Tap } from '@/components/tap'
import { inWeChat, openPrivacyContract, openSettings, privacyNeeded, withdrawPrivacy } from '@/lib/platform'
import { Saved } from '../saved'

/** Whether camera, album and position were agreed to, and how to take that back. */
export function ConsentCard() {
  const [agreed, setAgreed] = useState<boolean | null>(null)
  const [withdrawn, setWithdrawn] = useState(false)
  useDidShow(() => {
    privacyNeeded().then((needed) => setAgreed(!needed))
  })
  const withdraw = () => {
    withdrawPrivacy()
    setAgreed(false)
    setWithdrawn(true)
  }
  return (
    <View className='card stack'>
      <View className='title'>相册、相机和位置</View>
      <View>{agreed ? '您已经同意使用。只在您点按钮的时候用。' : '还没有同意使用。第一次用到时会先问您。'}</View>
      {inWeChat && <WechatWays />}
      {!inWeChat && agreed && (
        <Button plain onClick={withdraw}>
          撤回同意
        </Button>
      )}
      {withdrawn && <Saved text='已经撤回' />}
    </View>
  )
}

const WechatWays = () => (
  <View>
    <Tap className='line-item' role='link' onClick={() => openPrivacyContract()}>
      <View>微信里的《用户隐私保护指引》</View>
      <View className='second'>›</View>
    </Tap>
    <Tap className='line-item' role='link' onClick={() => openSettings()}>
      <View>管理授权，撤回同意</View>
      <View className='second'>›</View>
    </Tap>
  </View>
)
