import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh, useReachBottom } from '@tarojs/taro'
import { observer } from 'mobx-react-lite'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Empty, StateView } from '@/components/state-view'
import { useShown } from '@/lib/use-shown'
import { DraftHead } from '../draft-head'
import { DraftStore } from '../draft-store'
import { RowsList } from '../rows-list'
import { type DraftAddress, deskUrl, reviewUrl } from '../urls'
import { isComputed } from './entry-draft'
import { EntryForm } from './entry-form'
import { EntryStore } from './entry-store'
import { ImportCard } from './import-card'
import { ImportStore } from './import-store'
import { SubmitFoot } from './submit-foot'
import { SubmitStore } from './submit-store'
import { UnitFinder } from './unit-finder'
import './index.scss'

type Props = {
  address: DraftAddress
  /** A page of its own, which may use all of a wide window. */
  alone?: boolean
  /** Something of the draft has changed. */
  onChanged?: () => void
}

/** The figures of a period on their way. */
export const FiguresView = observer(function FiguresView({ address, alone, onChanged }: Props) {
  const [store] = useState(() => new DraftStore(address))
  useShown(() => store.refresh())
  usePullDownRefresh(() => {
    store.refresh().finally(() => Taro.stopPullDownRefresh())
  })
  useReachBottom(() => {
    store.rows.more()
  })
  const { draft, rows, isMissing } = store
  if (!draft && isMissing) return <Gone />
  return (
    <StateView state={draft ? 'content' : rows.state} error={rows.error} onRetry={() => store.refresh()}>
      {draft && <DraftHead draft={draft} />}
      {draft?.state === 'in_review' && <InReview address={address} />}
      {draft && draft.state !== 'in_review' && <Writing store={store} alone={alone ?? false} onChanged={onChanged} />}
    </StateView>
  )
})

const Gone = () => (
  <Empty
    title='这一期没有正在准备的成绩'
    hint='可能已经公布了。要改公布过的成绩，请在待办里开始更正。'
    action='回待办'
    onAction={() => Taro.redirectTo({ url: deskUrl })}
  />
)

const InReview = ({ address }: { address: DraftAddress }) => (
  <View className='card stack'>
    <View>已经交审核，成绩不再变动。审核退回以后才能再改。</View>
    <Button plain onClick={() => Taro.redirectTo({ url: reviewUrl(address) })}>
      看交上去的名次
    </Button>
  </View>
)

const Computed = () => (
  <View className='card stack'>
    <View className='title'>成绩由系统算</View>
    <View className='second'>来自平台的记录，或者各月的平均，交审核以前一直跟着变。点一个单位，可以写原因、备注，放照片。</View>
  </View>
)

type WritingProps = { store: DraftStore; alone: boolean; onChanged: (() => void) | undefined }

const Writing = observer(function Writing({ store, alone, onChanged }: WritingProps) {
  const changed = async () => {
    onChanged?.()
    await store.refresh()
  }
  const [entry] = useState(() => new EntryStore(store.address))
  const [file] = useState(() => new ImportStore(store.address))
  const [submit] = useState(() => new SubmitStore(store))
  const isWriting = entry.unit !== null
  const { board, address } = store
  const computed = board !== null && isComputed(board, address.period)
  const classes = ['figures', alone && 'figures-alone', isWriting && 'figures-writing', file.isLookedAt && 'figures-looking']
  return (
    <View className='with-foot'>
      <View className={classes.filter(Boolean).join(' ')}>
        <View className='figures-beside'>
          {isWriting && board && <EntryForm key={entry.unit?.code} store={entry} board={board} computed={computed} onSaved={changed} />}
          {!isWriting && computed && <Computed />}
          {!isWriting && !computed && <ImportCard store={file} board={board} onKept={changed} />}
        </View>
        <View className='figures-rows'>
          <UnitFinder store={store} entry={entry} />
          <RowsList
            rows={store.rows}
            board={board}
            empty={<Empty title='这个榜上还没有单位' hint='先在「榜单设置」里写上要排的单位。' />}
            onOpen={(row) => entry.open(row)}
          />
        </View>
      </View>
      {!isWriting && !file.isLookedAt && <SubmitFoot store={submit} onEntry={(row) => entry.open(row)} onSubmitted={changed} />}
    </View>
  )
})
