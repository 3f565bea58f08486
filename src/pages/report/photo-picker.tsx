import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { observer } from 'mobx-react-lite'
import { Icon } from '@/components/icon'
import { roleOf } from '@/components/role'
import { Tap } from '@/components/tap'
import { usePrivacy } from '@/session/privacy'
import type { Picture } from './picture'
import type { PictureTray } from './picture-tray'
import { PlainImage } from './plain-image'
import './photo-picker.scss'

type PickerProps = {
  tray: PictureTray
  /** What refusing the consent means here. */
  without: string
}

/** Takes and chooses pictures, and shows how each of them is getting on. */
export const PhotoPicker = observer(function PhotoPicker({ tray, without }: PickerProps) {
  const privacy = usePrivacy('photo', without)
  const choose = (source: 'camera' | 'album') => privacy.before(() => tray.choose(source))
  return (
    <View>
      <View className='photos'>
        {tray.pictures.map((picture, index) => (
          <PhotoCell key={picture.key} tray={tray} picture={picture} name={`第 ${index + 1} 张照片`} />
        ))}
        {tray.room > 0 && (
          <>
            <AddButton title={tray.pictures.length > 0 ? '再拍一张' : '拍照'} icon='camera' onClick={() => choose('camera')} />
            <AddButton title='从相册选' icon='picture' onClick={() => choose('album')} />
          </>
        )}
      </View>
      {privacy.card}
      {tray.notice && <View className='field-error'>{tray.notice}</View>}
      <View className='hint photo-hint'>
        照片里的位置信息不会上传{tray.pictures.length > 0 ? ` · ${tray.pictures.length}/${tray.most}` : ''}
      </View>
    </View>
  )
})

type AddProps = { title: string; icon: 'camera' | 'picture'; onClick: () => void }

const AddButton = ({ title, icon, onClick }: AddProps) => (
  <Tap className='photo-cell photo-add' onClick={onClick}>
    <Icon name={icon} />
    <View>{title}</View>
  </Tap>
)

type CellProps = { tray: PictureTray; picture: Picture; name: string }

const PhotoCell = observer(function PhotoCell({ tray, picture, name }: CellProps) {
  const { state } = picture
  const moving = state === 'sending' || state === 'waiting'
  const preview = () => Taro.previewImage({ current: picture.shown, urls: tray.pictures.map(({ shown }) => shown).filter(Boolean) })
  return (
    <View className='photo-cell'>
      {picture.shown && (
        <Tap className='photo-fill' label={`看${name}`} onClick={preview}>
          <PlainImage className='photo-fill' src={picture.shown} />
        </Tap>
      )}
      {moving && <Progress percent={picture.percent} name={name} />}
      {(state === 'failed' || state === 'stopped') && (
        <Tap className='photo-again' label={`重传${name}`} onClick={() => tray.retry(picture)}>
          <View>{state === 'failed' ? '没传上' : '已取消'}</View>
          <View className='photo-again-word'>重传</View>
        </Tap>
      )}
      {state === 'gone' && <View className='photo-again'>找不到了</View>}
      <Tap
        className='photo-remove'
        label={moving ? `取消上传${name}` : `移除${name}`}
        onClick={() => (moving ? tray.stop(picture) : tray.remove(picture))}
      >
        <View className='photo-remove-sign'>✕</View>
      </Tap>
    </View>
  )
})

const Progress = ({ percent, name }: { percent: number; name: string }) => (
  <View className='photo-progress' {...roleOf('progressbar')} aria-label={`${name}已传 ${percent}%`}>
    <View className='photo-progress-done' style={{ width: `${Math.max(4, percent)}%` }} />
  </View>
)
