import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useState } from 'react'
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
        <View className='second'>{counts && counts.overdue > 0 ? `${counts.overdue} 件已超时` : '没有超时的'}</View>
        <Tap className='text-link' onClick={() => setFiltering(!filtering)}>
          {group ? `只看${group.name}` : '全部类别'} {filtering ? '⌃' : '⌄'}
        </Tap>
      </View>
      {filtering && (
        <View className='choices shelves-groups'>
          <Tap className={`choice ${store.group ? '' : 'choice-on'}`} role='radio' checked={!store.group} onClick={() => choose(null)}>
            全部
          </Tap>
          {categories.groups.value?.map(({ code, name }) => (
            <Tap
              key={code}
              className={`choice ${store.group === code ? 'choice-on' : ''}`}
              role='radio'
              checked={store.group === code}
              onClick={() => choose(code)}
            >
              {name}
            </Tap>
          ))}
        </View>
      )}
    </View>
  )
})
