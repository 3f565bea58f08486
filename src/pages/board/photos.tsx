import { Image, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Tap } from '@/components/tap'
import { absolute } from '@/lib/request'
import type { Photo } from '../../../contract/photo'

/** Pictures to look at, each large at a tap. */
export function Photos({ photos }: { photos: readonly Photo[] }) {
  if (photos.length === 0) return null
  const urls = photos.map(({ url }) => absolute(url))
  return (
    <View className='photos'>
      {photos.map(({ id, url, thumbUrl }, at) => (
        <Tap
          key={id}
          className='photo'
          label={`第 ${at + 1} 张照片，共 ${photos.length} 张，放大看`}
          onClick={() => Taro.previewImage({ current: absolute(url), urls })}
        >
          <Image className='photo-image' src={absolute(thumbUrl)} mode='aspectFill' lazyLoad aria-hidden imgProps={{ alt: '' }} />
        </Tap>
      ))}
    </View>
  )
}
