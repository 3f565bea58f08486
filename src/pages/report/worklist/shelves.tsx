import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useState } from 'react'
import { Chips } from '@/components/chips'
import { roleOf } from '@/components/role'
import { Tap } from '@/components/tap'
import type { Shelf } from '../../../../contract/report'
import { categories } from '../categories-store'
import { shelfWords } from '../labels'
import type { WorklistStore } from './worklist-store'

const shelves: readonly Shelf[] = ['todo', 'verify', 'suspended', 'done']

/** The shelves with how many stand on each, and a filter by group. */
export const Shelves = observer(function Shelves({ store }: { store: WorklistStore }) {
  const counts = store.counts.value
  const [filtering, setFiltering] = useState(false)
  const group = categories.groups.value?.find(({ code }) => code === store.group)
  const choose = (code: string | null) => {
    setFiltering(false)
    store.filter(code)
  }
  return (
    <View>
      <View className='shelves' {...roleOf('tablist')}>
        {shelves.map((shelf) => (
          <Tap
            key={shelf}
            className={`choice shelf ${store.shelf === shelf ? 'choice-on' : ''}`}
            role='tab'
            checked={store.shelf === shelf}
            onClick={() => store.show(shelf)}
          >
            {shelfWords[shelf]} {counts ? counts[shelf] : ''}
          </Tap>
        ))}
      </View>
      <View className='row row-between shelves-line'>
        <Overdue counts={store.counts} />
        <Tap className='text-link' onClick={() => setFiltering(!filtering)}>
          {group ? `只看${group.name}` : '全部类别'} {filtering ? '⌃' : '⌄'}
        </Tap>
      </View>
      {filtering && (
        <View className='shelves-groups'>
          <Chips
            choices={[
              { value: '', text: '全部' },
              ...(categories.groups.value ?? []).map(({ code, name }) => ({ value: code, text: name })),
            ]}
            chosen={store.group ?? ''}
            onChoose={(code) => choose(code || null)}
          />
        </View>
      )}
    </View>
  )
})

/** How many are late, once that is known. */
const Overdue = observer(function Overdue({ counts }: { counts: WorklistStore['counts'] }) {
  if (counts.error) {
    return (
      <View className='row row-wrap grow' {...roleOf('alert')}>
        <View className='second'>件数没有数出来</View>
        <Tap className='text-link' label='重试，数件数' onClick={() => counts.refresh()}>
          {counts.loading ? '正在数…' : '重试'}
        </Tap>
      </View>
    )
  }
  if (!counts.value) return <View className='skeleton-line skeleton-short' aria-label='正在加载' {...roleOf('status')} />
  return <View className='second'>{counts.value.overdue > 0 ? `${counts.value.overdue} 件已超时` : '没有超时的'}</View>
})
