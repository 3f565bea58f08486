import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { periodText } from '@/lib/periods'
import { saidTime } from '@/lib/time'
import { useNow } from '@/lib/use-now'
import type { Draft } from '../../../contract/board'
import { DraftChip } from './draft-chip'

/** Which period of which board, how far it is, and what was said about it. */
export const DraftHead = observer(function DraftHead({ draft }: { draft: Draft }) {
  const now = useNow()
  const { boardName, period, revision, state, units, changedAt, submittedBy, reason, note } = draft
  const facts = [`${units} 个单位有成绩`, submittedBy && `${submittedBy}交的`, `${saidTime(changedAt, now)} 改过`]
  return (
    <View className='card stack desk-head'>
      <View className='title'>{boardName}</View>
      <View className='row row-wrap desk-title'>
        <View>{periodText(period)}</View>
        <DraftChip state={state} />
      </View>
      <View className='second'>{facts.filter(Boolean).join(' · ')}</View>
      {revision > 1 && (
        <View>
          第 {revision} 版，更正已公布的成绩{reason ? `：${reason}` : ''}
        </View>
      )}
      {note && state === 'returned' && <View className='desk-returned'>审核退回：{note}</View>}
    </View>
  )
})
