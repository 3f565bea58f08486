import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Tap } from '@/components/tap'
import { absolute } from '@/lib/request'
import type { Report } from '../../../../contract/report'
import { PlainImage } from '../plain-image'

/** Pictures of a matter; a tap shows them large. */
export function Photos({ photos }: { photos: Report['photos'] }) {
  if (photos.length === 0) return null
  const urls = photos.map(({ url }) => absolute(url))
  return (
    <View className='matter-photos'>
      {photos.map((photo, index) => (
        <Tap
          key={photo.id}
          className='matter-photo'
          label={`第 ${index + 1} 张照片，共 ${photos.length} 张`}
          onClick={() => Taro.previewImage({ current: absolute(photo.url), urls })}
        >
          <PlainImage className='matter-photo-image' src={absolute(photo.thumbUrl)} lazy />
        </Tap>
      ))}
    </View>
  )
}
