import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useEffect, useState } from 'react'
import { roleOf } from '@/components/role'
import { Stale, StateView } from '@/components/state-view'
import { Tap } from '@/components/tap'
import { Loadable } from '@/lib/loadable'
import { call } from '@/lib/request'
import type { CheckInWay } from '../../../../contract/study'
import type { StaffSite } from '../staff-sites'
import { HandCard } from './hand-card'
import { ScreenCard } from './screen-card'
import { SheetCard } from './sheet-card'

const panes: Record<CheckInWay, string> = { screen: '屏幕码', fixed: '固定码', host: '帮人打卡' }

/** The ways to check in that the site uses, one at a time. */
export const HostView = observer(function HostView({ site }: { site: StaffSite }) {
  const [detail] = useState(() => new Loadable(() => call('GET /sites/:id', { params: { id: site.id } })))
  const [chosen, choose] = useState<CheckInWay | null>(null)
  useEffect(() => {
    detail.refresh()
  }, [detail])
  const ways = detail.value?.ways ?? []
  const pane = chosen ?? ways[0]
  return (
    <StateView state={detail.state} error={detail.error} onRetry={() => detail.refresh()}>
      <Stale words={detail.error} onRetry={() => detail.refresh()} />
      {ways.length > 1 && (
        <View className='staff-places screen-only' {...roleOf('tablist')}>
          {ways.map((way) => (
            <Tap
              key={way}
              className={`choice staff-place ${way === pane ? 'choice-on' : ''}`}
              role='tab'
              checked={way === pane}
              onClick={() => choose(way)}
            >
              {panes[way]}
            </Tap>
          ))}
        </View>
      )}
      {pane === 'screen' && <ScreenCard site={site} />}
      {pane === 'fixed' && <SheetCard site={site} fence={detail.value?.fenceMetres ?? 0} />}
      {pane === 'host' && <HandCard site={site} />}
    </StateView>
  )
})
