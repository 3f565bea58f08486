import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh, useReachBottom } from '@tarojs/taro'
import { observer } from 'mobx-react-lite'
import { useState } from 'react'
import { Icon } from '@/components/icon'
import { roleOf } from '@/components/role'
import { Empty, StateView } from '@/components/state-view'
import { periodText } from '@/lib/periods'
import { useShown } from '@/lib/use-shown'
import { DraftHead } from '../draft-head'
import { RowsList } from '../rows-list'
import { type DraftAddress, deskUrl } from '../urls'
import { ReviewStore } from './review-store'
import { RuleCard } from './rule-card'
import { VerdictFoot } from './verdict-foot'
import './index.scss'

type Props = {
  address: DraftAddress
  /** A page of its own, which may use all of a wide window. */
  alone?: boolean
  onChanged?: () => void
}

/** What would be published: ranks, changes, reasons and evidence, and the verdict on it. */
export const ReviewView = observer(function ReviewView({ address, alone, onChanged }: Props) {
  const [store] = useState(() => new ReviewStore(address))
  const { draft: at, published } = store
  useShown(() => store.draft.refresh())
  usePullDownRefresh(() => {
    at.refresh().finally(() => Taro.stopPullDownRefresh())
  })
  useReachBottom(() => {
    at.rows.more()
  })
  if (published) return <Published store={store} />
  if (!at.draft && at.isMissing) return <Gone />
  return (
    <StateView state={at.draft ? 'content' : at.rows.state} error={at.rows.error} onRetry={() => at.refresh()}>
      <View className='with-foot'>
        <View className={alone ? 'review review-alone' : 'review'}>
          <View className='review-beside'>
            {at.draft && <DraftHead draft={at.draft} />}
            {at.board && <RuleCard board={at.board} />}
          </View>
          <View className='review-rows'>
            <RowsList rows={at.rows} board={at.board} full empty={<Empty title='里面还没有单位' hint='请编辑先录成绩。' />} />
          </View>
        </View>
        {at.draft && <VerdictFoot store={store} draft={at.draft} onChanged={onChanged} />}
      </View>
    </StateView>
  )
})

const Gone = () => (
  <Empty
    title='这一期没有等审核的'
    hint='可能别人已经公布了，或者退回给编辑了。'
    action='回待办'
    onAction={() => Taro.redirectTo({ url: deskUrl })}
  />
)

const Published = observer(function Published({ store }: { store: ReviewStore }) {
  const { draft, published } = store
  return (
    <View className='card stack'>
      <View className='staff-done title' {...roleOf('status')}>
        <Icon name='check' />
        公布了
      </View>
      <View>
        {draft.draft?.boardName} · {published && periodText(published.period)}
        {published && published.revision > 1 && `（第 ${published.revision} 版，更正）`}
      </View>
      <View className='second'>
        排名 {published?.ranked} 个单位，另外列出 {published?.apart} 个。关注的人会收到消息。
      </View>
    </View>
  )
})
