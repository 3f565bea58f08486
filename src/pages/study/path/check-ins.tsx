import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { observer } from 'mobx-react-lite'
import { More } from '@/components/more'
import { Empty, Stale, StateView } from '@/components/state-view'
import type { Paged } from '@/lib/paged'
import { useNow } from '@/lib/use-now'
import type { CheckIn } from '../../../../contract/study'
import { homeUrl } from '../urls'
import { CheckInCard } from './check-in-card'

/** My check-ins, the newest first. */
export const CheckIns = observer(function CheckIns({ list }: { list: Paged<CheckIn> }) {
  const now = useNow()
  const toHome = () => Taro.redirectTo({ url: homeUrl })
  const empty = <Empty title='还没有打过卡' hint='到学习点扫一下现场的码，每一次都会列在这里。' action='看附近的学习点' onAction={toHome} />
  return (
    <StateView state={list.state} error={list.error} skeleton={4} empty={empty} onRetry={() => list.refresh()}>
      <Stale words={list.staleError} onRetry={() => list.refresh()} />
      {list.blocks.map((block) => (
        <View key={block[0]?.id}>
          {block.map((checkIn) => (
            <CheckInCard key={checkIn.id} checkIn={checkIn} now={now} />
          ))}
        </View>
      ))}
      <More list={list} />
    </StateView>
  )
})
