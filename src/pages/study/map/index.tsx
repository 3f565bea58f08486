import { View } from '@tarojs/components'
import Taro, { useDidShow, usePullDownRefresh, useReachBottom, useRouter } from '@tarojs/taro'
import { observer } from 'mobx-react-lite'
import { useState } from 'react'
import { More } from '@/components/more'
import { Page } from '@/components/page'
import { Stale, StateView } from '@/components/state-view'
import { useNow } from '@/lib/use-now'
import { KindFilter } from '../kind-filter'
import { siteKinds } from '../labels'
import { NearLine } from '../near-line'
import { NoSites } from '../no-sites'
import { SiteCard } from '../site-card'
import { SitesStore } from '../sites-store'
import '../study.scss'

/** All sites, the nearest first where it is known where the phone is. */
export default observer(function StudyMap() {
  const { params } = useRouter()
  const [sites] = useState(() => new SitesStore(siteKinds.find((kind) => kind === params.kind) ?? null, 20))
  const now = useNow()
  const { list, kind, openOnly } = sites
  useDidShow(() => {
    list.refresh()
  })
  usePullDownRefresh(() => {
    list.refresh().finally(() => Taro.stopPullDownRefresh())
  })
  useReachBottom(() => {
    list.more()
  })
  return (
    <Page service='study'>
      <NearLine onFound={() => sites.anew()} />
      <KindFilter kind={kind} openOnly={openOnly} onChange={(filter) => sites.filter(filter)} />
      <StateView state={list.state} error={list.error} skeleton={4} onRetry={() => list.refresh()} empty={<NoSites sites={sites} />}>
        <Stale words={list.staleError} onRetry={() => list.refresh()} />
        {list.blocks.map((block) => (
          <View key={block[0]?.id}>
            {block.map((site) => (
              <SiteCard key={site.id} site={site} now={now} />
            ))}
          </View>
        ))}
        <More list={list} />
      </StateView>
    </Page>
  )
})
