import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { type ReactNode, useState } from 'react'
import { Button } from '@/components/button'
import { roleOf } from '@/components/role'
import { Tap } from '@/components/tap'
import { privacyByWeChat, privacyNeeded, rememberPrivacy } from '@/lib/platform'
import './privacy.scss'

export type PrivateThing = 'photo' | 'position' | 'avatar'

const words: Record<PrivateThing, { title: string; why: string; without: string }> = {
  photo: {
    title: '用您的相机和相册',
    why: '照片只用在您现在办的这件事上。照片里的位置、拍摄时间等信息会先去掉，再存到服务器。',
    without: '不同意也没关系：可以不放照片。',
  },
  position: {
    title: '用您现在的位置',
    why: '位置只用来找到附近的地方、标出事情发生的地点、核对打卡在不在现场。不会在后台记录您去过哪里。',
    without: '不同意也没关系：可以自己选小区。',
  },
  avatar: {
    title: '用您的相册',
    why: '您选的照片只用来做头像，邻居不会看到。照片里的位置、拍摄时间等信息会先去掉，再存到服务器。',
    without: '不同意也没关系：不放头像，一样用。',
  },
}

/**
 * The consent before the first picture or position. `before` runs the action at once where it has been given, and otherwise
 * after 同意并继续; `card` asks in place and belongs where the action's button is. `without` says what refusing means there,
 * where it is not the usual.
 */
export function usePrivacy(
  thing: PrivateThing,
  without = words[thing].without,
): { before: (action: () => void) => Promise<void>; card: ReactNode } {
  const [waiting, setWaiting] = useState<{ action: () => void } | null>(null)
  const before = async (action: () => void) => {
    if (await privacyNeeded()) setWaiting({ action })
    else action()
  }
  const agree = () => {
    rememberPrivacy()
    setWaiting(null)
    waiting?.action()
  }
  return { before, card: waiting && <PrivacyConsent thing={thing} without={without} onAgree={agree} onRefuse={() => setWaiting(null)} /> }
}

type Props = { thing: PrivateThing; without: string; onAgree: () => void; onRefuse: () => void }

/** What is used and why, in words; 同意并继续 or 不同意. */
export function PrivacyConsent({ thing, without, onAgree, onRefuse }: Props) {
  const { title, why } = words[thing]
  const agree = privacyByWeChat
    ? ({ id: 'agree-privacy', openType: 'agreePrivacyAuthorization', onAgreePrivacyAuthorization: onAgree } as const)
    : { onClick: onAgree }
  return (
    <View className='privacy-card' {...roleOf('alert')}>
      <View className='title'>{title}</View>
      <View>{why}</View>
      <View className='second'>{without}</View>
      <Tap className='privacy-link' role='link' onClick={() => Taro.navigateTo({ url: '/pages/account/privacy/index' })}>
        《隐私保护指引》 ›
      </Tap>
      <Button {...agree}>同意并继续</Button>
      <Button plain onClick={onRefuse}>
        不同意
      </Button>
    </View>
  )
}
