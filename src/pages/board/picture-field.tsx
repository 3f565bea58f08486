import { Image, View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { Field } from '@/components/field'
import { Icon } from '@/components/icon'
import { Tap } from '@/components/tap'
import { usePrivacy } from '@/session/privacy'
import type { Pictures } from './pictures'

/** Pictures to take or choose, each to be taken out again. */
export const PictureField = observer(function PictureField({ pictures, name }: { pictures: Pictures; name: string }) {
  const { before, card } = usePrivacy('photo')
  const choose = (source: 'camera' | 'album') => before(() => pictures.choose(source))
  return (
    <Field name={name} error={pictures.failure}>
      <View className='photos'>
        {pictures.items.map(({ path }, at) => (
          <View key={path} className='photo'>
            <Image className='photo-image' src={path} mode='aspectFill' aria-hidden imgProps={{ alt: '' }} />
            <Tap className='text-link' label={`移除第 ${at + 1} 张照片`} onClick={() => pictures.drop(path)}>
              移除
            </Tap>
          </View>
        ))}
      </View>
      {pictures.room > 0 && (
        <View className='row row-wrap'>
          <Tap className='choice photo-add' onClick={() => choose('camera')}>
            <Icon name='camera' />
            拍照
          </Tap>
          <Tap className='choice photo-add' onClick={() => choose('album')}>
            <Icon name='picture' />
            从相册选
          </Tap>
        </View>
      )}
      {card}
    </Field>
  )
})
