import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { MatterChip } from '@/components/matter-chip'
import { roleOf } from '@/components/role'
import { Tap } from '@/components/tap'
import type { Loadable } from '@/lib/loadable'
import { placeText } from '@/lib/matter'
import { unsent } from '@/lib/unsent'
import { useNow } from '@/lib/use-now'
import { session } from '@/session/session'
import type { ReportCard } from '../../../contract/report'
import { go, openMatter } from './go'
import type { HomeStore } from './home-store'

/** My matters, those of my area, and unread messages. */
export const Matters = observer(function Matters({ store }: { store: HomeStore }) {
  if (session.status !== 'signed-in') return null
  return (
    <View>
      <UnsentCard />
      {session.unreadCount > 0 && (
        <Tap className='card row row-between' role='link' onClick={() => go('/pages/account/inbox/index')}>
          <View>{session.unreadCount} 条新消息</View>
          <View className='second'>去看看 ›</View>
        </Tap>
      )}
      <Section title='我的上报' none='还没有正在办的事。' list={store.mine} all='/pages/report/list/index?tab=mine' />
      {session.person?.home && (
        <Section title='小区正在处理' none='附近没有正在处理的事，真好。' list={store.near} all='/pages/report/list/index?tab=near' />
      )}
    </View>
  )
})

/** Written on this phone and not out yet: opening the service sends it. */
export const UnsentCard = observer(function UnsentCard() {
  return (
    <>
      <Unsent service='report' what='件上报' url='/pages/report/choose/index' />
      <Unsent service='study' what='次打卡' url='/pages/study/check-in/index' />
    </>
  )
})

type UnsentProps = { service: 'report' | 'study'; what: string; url: string }

const Unsent = observer(function Unsent({ service, what, url }: UnsentProps) {
  const count = session.person ? unsent.of(service, session.person.id) : 0
  if (count === 0) return null
  return (
    <Tap className='card row row-between' role='link' onClick={() => go(url)}>
      <View>
        {count} {what}还没发出去
      </View>
      <View className='second'>去发送 ›</View>
    </Tap>
  )
})

type SectionProps = { title: string; none: string; list: Loadable<ReportCard[]>; all: string }

const Section = observer(function Section({ title, none, list, all }: SectionProps) {
  const now = useNow()
  return (
    <View className='card'>
      <View className='card-head'>
        <View className='title'>{title}</View>
        <Tap className='card-link' role='link' label={`${title}，全部`} onClick={() => go(all)}>
          全部 ›
        </Tap>
      </View>
      {list.state === 'loading' && <View className='home-waiting' aria-label='正在加载' {...roleOf('status')} />}
      {list.state === 'error' && (
        <Tap className='line-item' onClick={() => list.refresh()}>
          <View className='second grow'>{list.error}</View>
          <View className='card-link'>重试</View>
        </Tap>
      )}
      {list.value?.length === 0 && <View className='second'>{none}</View>}
      {list.value?.map((card) => (
        <Tap key={card.id} className='line-item row-wrap' role='link' onClick={() => openMatter(card.id)}>
          <View className='grow home-matter'>
            <View className='clip-2'>{card.categoryName}</View>
            <View className='second clip-2'>{placeText(card)}</View>
          </View>
          <MatterChip card={card} now={now} />
        </Tap>
      ))}
    </View>
  )
})
