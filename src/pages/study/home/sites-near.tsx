import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { observer } from 'mobx-react-lite'
import { Button } from '@/components/button'
import { Stale, StateView } from '@/components/state-view'
import { useNow } from '@/lib/use-now'
import { KindFilter } from '../kind-filter'
import { NearLine } from '../near-line'
import { NoSites } from '../no-sites'
import { SiteCard } from '../site-card'
import type { SitesStore } from '../sites-store'
import { mapUrl } from '../urls'

/** The first sites of the list, and the way to all of them. */
export const SitesNear = observer(function SitesNear({ sites }: { sites: SitesStore }) {
  const now = useNow()
  const { list, kind, openOnly } = sites
  return (
    <View>
      <NearLine onFound={() => sites.anew()} />
      <KindFilter kind={kind} openOnly={openOnly} onChange={(filter) => sites.filter(filter)} />
      <StateView state={list.state} error={list.error} skeleton={3} onRetry={() => list.refresh()} empty={<NoSites sites={sites} />}>
        <Stale words={list.staleError} onRetry={() => list.refresh()} />
        {list.items.map((site, at) => (
          <SiteCard key={site.id} site={site} now={now} large={at === 0} />
        ))}
        {list.hasMore && (
          <Button plain className='sites-all' onClick={() => Taro.navigateTo({ url: mapUrl(kind) })}>
            看全部学习点
          </Button>
        )}
      </StateView>
    </View>
  )
})
