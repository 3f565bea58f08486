import { View } from '@tarojs/components'
import Taro, { useDidShow } from '@tarojs/taro'
import { observer } from 'mobx-react-lite'
import { useState } from 'react'
import { Line } from '@/components/field'
import { Page } from '@/components/page'
import { StateView } from '@/components/state-view'
import type { Category } from '../../../../contract/report'
import { categories } from '../categories-store'
import { Gate } from '../gate'
import { outbox } from '../outbox-store'
import { DraftsCard } from './drafts-card'
import { GroupCard } from './group-card'
import { LeafLine } from './leaf-line'
import { StopperCard } from './stopper-card'
import './index.scss'

const write = (code: string) => Taro.navigateTo({ url: `/pages/report/new/index?category=${code}` })

/** What it is about: a group, then the matter; where life is in danger, a telephone first. */
export default observer(function Choose() {
  const [stopper, setStopper] = useState<Category | null>(null)
  useDidShow(() => {
    setStopper(null)
    categories.groups.refresh()
    outbox.flush()
  })
  const choose = (category: Category) => (category.stopper ? setStopper(category) : write(category.code))
  return (
    <Page service='report'>
      <Gate>
        {stopper ? (
          <StopperCard category={stopper} onGoOn={() => write(stopper.code)} onBack={() => setStopper(null)} />
        ) : (
          <Choice onChoose={choose} />
        )}
      </Gate>
    </Page>
  )
})

const Choice = observer(function Choice({ onChoose }: { onChoose: (category: Category) => void }) {
  const [words, setWords] = useState('')
  const [open, setOpen] = useState<string | null>(null)
  const { groups } = categories
  return (
    <View>
      <DraftsCard />
      <StateView state={groups.state} error={groups.error} skeleton={6} onRetry={() => groups.refresh()}>
        <View className='search'>
          <Line value={words} label='搜类别' placeholder='搜一搜，如：电梯' most={20} onChange={setWords} />
        </View>
        {words.trim() ? (
          <Results words={words} onChoose={onChoose} />
        ) : (
          categories.offered.map((group) => (
            <GroupCard
              key={group.code}
              group={group}
              open={open === group.code}
              onToggle={() => setOpen(open === group.code ? null : group.code)}
              onChoose={onChoose}
            />
          ))
        )}
      </StateView>
    </View>
  )
})

const Results = observer(function Results({ words, onChoose }: { words: string; onChoose: (category: Category) => void }) {
  const found = categories.search(words)
  const other = categories.find('CV.IDEA')
  return (
    <View className='card'>
      {found.map((category) => (
        <LeafLine key={category.code} category={category} onChoose={onChoose} />
      ))}
      {found.length === 0 && <View className='second'>没有叫“{words.trim()}”的类别。</View>}
      {found.length === 0 && other && <LeafLine category={other} onChoose={onChoose} />}
    </View>
  )
})
