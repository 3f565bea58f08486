import { Image, View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { Button } from '@/components/button'
import { Tap } from '@/components/tap'
import { absolute } from '@/lib/request'
import { usePrivacy } from '@/session/privacy'
import { mostPhotos } from './editor-store'
import type { CardProps } from './facts-card'

/** Its pictures; the first is the one in lists. */
export const PhotosCard = observer(function PhotosCard({ store, draft }: CardProps) {
  const { before, card } = usePrivacy('photo')
  const { photos } = draft
  return (
    <View className='card stack'>
      <View className='title'>照片</View>
      <View className='second'>第一张放在列表里，最多 {mostPhotos} 张。</View>
      <View className='editor-photos'>
        {photos.map(({ id, thumbUrl }, at) => (
          <View key={id} className='editor-photo'>
            <Image className='editor-picture' src={absolute(thumbUrl)} mode='aspectFill' aria-hidden imgProps={{ alt: '' }} />
            <Tap
              className='text-link'
              label={`去掉第 ${at + 1} 张照片`}
              onClick={() => store.change({ photos: photos.filter((one) => one.id !== id) })}
            >
              去掉
            </Tap>
          </View>
        ))}
      </View>
      {photos.length < mostPhotos && (
        <Button plain busy={store.busy === 'photo' && '正在上传…'} onClick={() => before(() => store.addPhotos())}>
          加照片
        </Button>
      )}
      {card && <View>{card}</View>}
    </View>
  )
})
