import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Button } from '@/components/button'
import { Icon } from '@/components/icon'
import { inWeChat } from '@/lib/platform'
import type { SiteDetail } from '../../../../contract/study'
import { wayText } from '../site-card'

/** Where it is and how to get there; WeChat shows it on its map, and leads on to the map apps. */
export function PlaceCard({ site }: { site: SiteDetail }) {
  const { name, address, directions, location } = site
  const way = wayText(site)
  const open = () => {
    const place = { latitude: location.lat, longitude: location.lng, name, scale: 17 }
    Taro.openLocation(address ? { ...place, address } : place)
  }
  if (!address && !directions && !way && !inWeChat) return null
  return (
    <View className='card stack'>
      <View className='row site-place'>
        <Icon name='place' />
        <View className='grow'>{address ?? '地址还没写上'}</View>
      </View>
      {way && <View className='site-way'>离您 {way}</View>}
      {directions && <View className='second'>{directions}</View>}
      {inWeChat && (
        <Button plain onClick={open}>
          在地图上看，找路
        </Button>
      )}
    </View>
  )
}
