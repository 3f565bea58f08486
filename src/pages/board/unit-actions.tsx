import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Tap } from '@/components/tap'
import { compareUrl, shareUrl, type UnitAddress, unitUrl } from './urls'

/** What one may do with a unit's place: see all of it (`detail`), hold it against another, show it to others. */
export function UnitActions({ address, detail }: { address: UnitAddress; detail?: boolean }) {
  const go = (url: string) => Taro.navigateTo({ url })
  return (
    <View className='unit-actions'>
      {detail && (
        <Tap className='unit-action' role='link' onClick={() => go(unitUrl(address))}>
          看详情
        </Tap>
      )}
      <Tap className='unit-action' role='link' onClick={() => go(compareUrl(address))}>
        和别的比
      </Tap>
      <Tap className='unit-action' role='link' onClick={() => go(shareUrl(address))}>
        做分享图
      </Tap>
    </View>
  )
}
