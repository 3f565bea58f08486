import Taro from '@tarojs/taro'
import { observer } from 'mobx-react-lite'
import { useEffect, useState } from 'react'
import { PictureToShare } from '@/components/drawn-picture'
import { Page } from '@/components/page'
import { Empty, StateView } from '@/components/state-view'
import { Gate } from '@/session/gate'
import { session } from '@/session/session'
import { homeUrl } from '../urls'
import { ShareStore } from './share-store'
import '../study.scss'

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
  const { known, picture, spoken } = store
  useEffect(() => {
    known.refresh()
  }, [known])
  return (
    <StateView state={known.state} error={known.error} skeleton={2} onRetry={() => known.refresh()}>
      {known.value?.site ? <PictureToShare picture={picture} spoken={spoken} /> : <Nowhere />}
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
