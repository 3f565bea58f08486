import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Button } from '@/components/button'
import { canScan } from '@/lib/platform'
import { checkInUrl } from './urls'

/** The one action of the service, at the thumb. The page it opens scans, or takes a code that is typed. */
export const ScanFoot = () => (
  <View className='foot'>
    <Button onClick={() => Taro.navigateTo({ url: checkInUrl() })}>{canScan ? '扫码打卡' : '打卡'}</Button>
  </View>
)
