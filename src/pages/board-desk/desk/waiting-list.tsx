import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { More } from '@/components/more'
import { Empty, Stale, StateView } from '@/components/state-view'
import { Tap } from '@/components/tap'
import { periodText } from '@/lib/periods'
import { saidTime } from '@/lib/time'
import { useNow } from '@/lib/use-now'
import type { Draft } from '../../../../contract/board'
import { DraftChip } from '../draft-chip'
import { mayEdit } from '../may'
import type { DraftAddress } from '../urls'
import type { DeskStore } from './desk-store'
import { isMine, waitsFor } from './waiting'

type Props = { store: DeskStore; onOpen: (address: DraftAddress) => void }

/** Drafts in their four states: those that wait for me, then those that wait for others. */
export const Waiting = observer(function Waiting({ store, onOpen }: Props) {
  const { drafts, mine, others } = store
  const empty = (
    <Empty title='没有正在准备的榜' hint={mayEdit() ? '到了出榜的时候，在下面开始一期。' : '编辑交了审核，会列在这里等您看。'} />
  )
  return (
    <StateView state={drafts.state} error={drafts.error} empty={empty} onRetry={() => store.refresh()}>
      <Stale words={drafts.staleError} onRetry={() => store.refresh()} />
      <View className='desk-section second'>{mine.length > 0 ? '要您办的' : '没有要您办的，辛苦了'}</View>
      {mine.map((draft) => (
        <DraftCard key={keyOf(draft)} store={store} draft={draft} onOpen={onOpen} />
      ))}
      {others.length > 0 && <View className='desk-section second'>等别人的</View>}
      {others.map((draft) => (
        <DraftCard key={keyOf(draft)} store={store} draft={draft} onOpen={onOpen} />
      ))}
      {drafts.hasMore && <More list={drafts} />}
    </StateView>
  )
})

const keyOf = ({ boardCode, period }: Draft): string => `${boardCode} ${period}`

type CardProps = Props & { draft: Draft }

const DraftCard = observer(function DraftCard({ store, draft, onOpen }: CardProps) {
  const now = useNow()
  const { boardCode: code, boardName, period, revision, state, units, submittedBy, changedAt, note, reason } = draft
  const at = store.selected?.address
  const on = at?.code === code && at.period === period
  const waits = isMine(draft, store.powers) ? null : waitsFor(draft)
  const facts = [waits, `${units} 个单位`, submittedBy && `${submittedBy}交的`, saidTime(changedAt, now)]
  return (
    <Tap
      className={['card', 'desk-draft', state === 'returned' && 'desk-draft-returned', on && 'desk-draft-on'].filter(Boolean).join(' ')}
      role='link'
      onClick={() => onOpen({ code, period })}
    >
      <View className='row row-between desk-title'>
        <View className='title grow clip-2'>{boardName}</View>
        <DraftChip state={state} />
      </View>
      <View>
        {periodText(period)}
        {revision > 1 && ` · 更正（第 ${revision} 版）`}
      </View>
      <View className='second'>{facts.filter(Boolean).join(' · ')}</View>
      {state === 'returned' && note && <View className='desk-word clip-2'>退回：{note}</View>}
      {state === 'in_review' && reason && <View className='second clip-2'>更正原因：{reason}</View>}
    </Tap>
  )
})
