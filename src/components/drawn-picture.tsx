import { Canvas, Image, View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useEffect, useState } from 'react'
import { inAlbum } from '@/lib/drawing'
import type { DrawnPicture } from '@/lib/drawn-picture'
import { paperOf } from '@/lib/paper'
import { openSettings } from '@/lib/platform'
import { usePrivacy } from '@/session/privacy'
import { Button } from './button'
import { Icon } from './icon'
import { roleOf } from './role'
import { StateView } from './state-view'
import './drawn-picture.scss'

type Props = { picture: DrawnPicture /** The picture in words. */; spoken: string }

/** A picture to show others, drawn when this is shown, with the way into the album. */
export const PictureToShare = observer(function PictureToShare({ picture, spoken }: Props) {
  const [draw] = useState(() => () => picture.draw(() => paperOf('#share-paper')))
  useEffect(() => {
    draw()
  }, [draw])
  const { file, error } = picture
  return (
    <View className='with-foot'>
      <Canvas type='2d' id='share-paper' canvasId='share-paper' className='share-paper' aria-hidden />
      <StateView state={file ? 'content' : error ? 'error' : 'loading'} error={error} skeleton={2} onRetry={draw}>
        <View className='share-frame'>
          <Image
            className='share-picture'
            src={file ?? ''}
            mode='aspectFit'
            showMenuByLongpress
            aria-label={spoken}
            imgProps={{ alt: spoken }}
          />
        </View>
        <View className='second'>{inAlbum ? '长按图片，可以直接发给朋友。' : '保存后发给朋友；也可以长按图片。'}</View>
      </StateView>
      {file && <Foot picture={picture} />}
    </View>
  )
})

const Foot = observer(function Foot({ picture }: { picture: DrawnPicture }) {
  const privacy = usePrivacy('album')
  const save = () => picture.save()
  const { saving, outcome } = picture
  return (
    <View className='foot stack'>
      {outcome === 'saved' && (
        <View className='row share-saved' {...roleOf('status')}>
          <Icon name='check' />
          <View className='grow'>{inAlbum ? '存到相册了' : '图片已保存'}</View>
        </View>
      )}
      {outcome === 'failed' && (
        <View className='field-error' {...roleOf('alert')}>
          没有存成，请再试一次；也可以长按图片。
        </View>
      )}
      {outcome === 'refused' && (
        <View className='stack' {...roleOf('alert')}>
          <View>还没有允许存到相册。在设置里打开“添加到相册”，回来再点保存；也可以长按图片直接发给朋友。</View>
          <Button plain onClick={openSettings}>
            去设置
          </Button>
        </View>
      )}
      {privacy.card}
      <Button busy={saving && '正在保存…'} onClick={() => (inAlbum ? privacy.before(save) : save())}>
        {inAlbum ? '存到相册' : '保存图片'}
      </Button>
    </View>
  )
})
