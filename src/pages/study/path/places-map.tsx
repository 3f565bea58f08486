import { type MapProps, Map as WechatMap } from '@tarojs/components'
import type { Places } from './places-card'

/** WeChat's map with a pin at each place, numbered as the list beneath. */
export function PlacesMap({ places }: { places: Places }) {
  const points = places.map(({ location }) => ({ longitude: location.lng, latitude: location.lat }))
  const [first] = points
  if (!first) return null
  // without a picture WeChat draws its own pin; Taro's typing wants one
  const markers = points.map((point, at) => ({ id: at, ...point, label: { content: String(at + 1) } })) as unknown as MapProps.marker[]
  return (
    <WechatMap
      className='places-map'
      longitude={first.longitude}
      latitude={first.latitude}
      scale={14}
      markers={markers}
      includePoints={points}
      aria-label={`地图：去过的 ${places.length} 处`}
      onError={() => {}}
    />
  )
}
