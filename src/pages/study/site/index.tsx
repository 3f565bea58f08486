import { View } from '@tarojs/components'
import Taro, { useDidShow, usePullDownRefresh, useRouter } from '@tarojs/taro'
import { reaction } from 'mobx'
import { observer } from 'mobx-react-lite'
import { useEffect, useState } from 'react'
import { Page } from '@/components/page'
import { Empty, Stale, StateView } from '@/components/state-view'
import { session } from '@/session/session'
import type { SiteDetail } from '../../../../contract/study'
import { NearLine } from '../near-line'
import { ScanFoot } from '../scan-foot'
import { homeUrl } from '../urls'
import { HeadCard } from './head-card'
import { MoreCard } from './more-card'
import { PlaceCard } from './place-card'
import { RatingCard } from './rating-card'
import { SiteStore } from './site-store'
import { TimesCard } from './times-card'
import '../study.scss'
import './index.scss'

/** One site: what it is, when and how to come, and the check-in. */
export default observer(function StudySite() {
  const { params } = useRouter()
  const [store] = useState(() => new SiteStore(params.id ?? ''))
  const { site } = store
  useDidShow(() => {
    store.refresh()
  })
  usePullDownRefresh(() => {
    store.refresh().finally(() => Taro.stopPullDownRefresh())
  })
  useEffect(
    () =>
      reaction(
        () => session.person?.id,
        () => store.refresh(),
      ),
    [store],
  )
  const toHome = () => Taro.redirectTo({ url: homeUrl })
  return (
    <Page service='study'>
      {site.isMissing && !site.value ? (
        <Empty title='没有这个学习点' hint='它可能已经撤了。' action='看别的学习点' onAction={toHome} />
      ) : (
        <StateView state={site.state} error={site.error} skeleton={3} onRetry={() => store.refresh()}>
          <Stale words={site.error} onRetry={() => store.refresh()} />
          {site.value && <Content store={store} site={site.value} />}
        </StateView>
      )}
    </Page>
  )
})

const Content = ({ store, site }: { store: SiteStore; site: SiteDetail }) => (
  <View className='with-foot'>
    <HeadCard site={site} />
    <TimesCard site={site} />
    <PlaceCard site={site} />
    <NearLine onChange={() => store.refresh()} />
    <RatingCard store={store} rating={site.rating} />
    <MoreCard site={site} />
    <ScanFoot />
  </View>
)
