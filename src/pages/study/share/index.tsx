import { Canvas, Image, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { observer } from 'mobx-react-lite'
import { useEffect, useState } from 'react'
import { Button } from '@/components/button'
import { Icon } from '@/components/icon'
import { Page } from '@/components/page'
import { roleOf } from '@/components/role'
import { Empty, StateView } from '@/components/state-view'
import { openSettings } from '@/lib/platform'
import { Gate } from '@/session/gate'
import { usePrivacy } from '@/session/privacy'
import { session } from '@/session/session'
import { homeUrl } from '../urls'
import { inAlbum } from './device'
import { paperOf } from './paper'
import { ShareStore } from './share-store'
import '../study.scss'
import './index.scss'

/** A picture of my path to show others, drawn on the phone. */
export default observer(function StudyShare() {
  return (
    <Page service='study'>
      <Gate hint='登录后可以把自己的学习足迹做成一张图。'>{session.person && <Share key={session.person.id} />}</Gate>
    </Page>
  )
})

const Share = observer(function Share() {
  const [store] = useState(() => new ShareStore(session.person?.nickname ?? ''))
  const { known } = store
  useEffect(() => {
    known.refresh()
  }, [known])
  return (
    <StateView state={known.state} error={known.error} skeleton={2} onRetry={() => known.refresh()}>
      {known.value?.site ? <Drawn store={store} /> : <Nowhere />}
    </StateView>
  )
})

const Nowhere = () => (
  <Empty
    title='还没有可以分享的足迹'
    hint='打过一次卡，就能做一张图。'
    action='去看看附近的学习点'
    onAction={() => Taro.redirectTo({ url: homeUrl })}
  />
)

const Drawn = observer(function Drawn({ store }: { store: ShareStore }) {
  const [draw] = useState(() => () => store.draw(() => paperOf('#share-paper')))
  useEffect(() => {
    draw()
  }, [draw])
  const { file, error } = store
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
            aria-label={store.spoken}
            imgProps={{ alt: store.spoken }}
          />
        </View>
        <View className='second'>{inAlbum ? '长按图片，可以直接发给朋友。' : '保存后发给朋友；也可以长按图片。'}</View>
      </StateView>
      {file && <Foot store={store} />}
    </View>
  )
})

const Foot = observer(function Foot({ store }: { store: ShareStore }) {
  const privacy = usePrivacy('album')
  const save = () => store.save()
  const { saving, outcome } = store
  return (
    <View className='foot stack'>
      {outcome === 'saved' && (
        <View className='row good-word' {...roleOf('status')}>
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
