import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import type { CSSProperties, PropsWithChildren } from 'react'
import { online } from '@/lib/online'
import { fontScale } from '@/lib/platform'
import { unopened } from '@/lib/unopened'
import { session } from '@/session/session'
import { roleOf } from './role'
import { Stale } from './state-view'

type Props = PropsWithChildren<{
  /** Service whose colour the page wears; the brand's without. */
  service?: 'report' | 'canteen' | 'study' | 'board'
  /** Uses all of a wide window; otherwise lines stay short enough to read. */
  wide?: boolean
}>

const scale = fontScale()

/** The root of every page: colour, letter size, 长辈版, and a word when the network is away. */
export const Page = observer(function Page({ service, wide, children }: Props) {
  const classes = ['page', service && `service-${service}`, session.elder && 'page-elder', wide && 'page-wide'].filter(Boolean).join(' ')
  return (
    <View className={classes} style={{ '--scale': String(scale) } as CSSProperties}>
      {!online.is && (
        <View className='notice' {...roleOf('alert')}>
          没有网络，看到的可能不是最新的。写好的内容会留在手机里。
        </View>
      )}
      {unopened.url && (
        <View className='notice-stays'>
          <Stale words='这一页没有打开，请检查网络。' onRetry={() => unopened.retry()} />
        </View>
      )}
      {children}
    </View>
  )
})
