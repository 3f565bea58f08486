import { View } from '@tarojs/components'
import Taro, { useDidShow, usePullDownRefresh, useReachBottom } from '@tarojs/taro'
import { reaction } from 'mobx'
import { observer } from 'mobx-react-lite'
import { useEffect, useState } from 'react'
import { Button } from '@/components/button'
import { Chips } from '@/components/chips'
import { More } from '@/components/more'
import { Page } from '@/components/page'
import { roleOf } from '@/components/role'
import { Empty, Stale, StateView } from '@/components/state-view'
import { Tap } from '@/components/tap'
import { needSession } from '@/session/need-session'
import { session } from '@/session/session'
import type { LearningItem, LearningTheme } from '../../../../contract/learning'
import { learningKindWords, themeWords } from '../labels'
import { mayEditLearning } from '../may'
import { quizUrl } from '../urls'
import { ItemForm } from './item-form'
import { LearningStore } from './learning-store'
import { openHint, openLink } from './open-link'
import '../study.scss'
import './index.scss'

const all = 'all'
const themes = [
  { value: all, text: '全部' },
  ...(Object.keys(themeWords) as LearningTheme[]).map((value) => ({ value, text: themeWords[value] })),
]

/** What to read and watch elsewhere, by theme; and the way to the day's quiz. */
export default observer(function Learning() {
  const [store] = useState(() => new LearningStore())
  const { list } = store
  useDidShow(() => {
    list.refresh()
  })
  usePullDownRefresh(() => {
    list.refresh().finally(() => Taro.stopPullDownRefresh())
  })
  useReachBottom(() => {
    list.more()
  })
  useEffect(
    () =>
      reaction(
        () => session.person?.id,
        () => {
          store.leave()
          store.filter(store.theme)
        },
      ),
    [store],
  )
  return (
    <Page service='study'>
      <Tap className='card learning-quiz' role='link' onClick={() => needSession() && Taro.navigateTo({ url: quizUrl })}>
        <View className='grow'>
          <View className='title'>每日答题</View>
          <View className='second'>每天五道“四史”题，答完有讲解</View>
        </View>
        <View aria-hidden>›</View>
      </Tap>
      <View className='card learning-themes'>
        <Chips
          choices={themes}
          chosen={store.theme ?? all}
          onChoose={(theme) => store.filter(theme === all ? null : (theme as LearningTheme))}
        />
      </View>
      {mayEditLearning() && (store.draft ? <ItemForm store={store} /> : <AddButton store={store} />)}
      <StateView
        state={list.state}
        error={list.error}
        onRetry={() => list.refresh()}
        empty={<Empty title='这里还没有内容' hint='换个主题看看，或者去答题。' />}
      >
        <Stale words={list.staleError} onRetry={() => list.refresh()} />
        <View className='second learning-hint'>{openHint}</View>
        {list.blocks.map((block) => (
          <View key={block[0]?.id}>
            {block.map((item) => (
              <Item key={item.id} store={store} item={item} />
            ))}
          </View>
        ))}
        <More list={list} />
      </StateView>
    </Page>
  )
})

const AddButton = ({ store }: { store: LearningStore }) => (
  <View className='card'>
    <Button plain onClick={() => store.edit()}>
      加一条
    </Button>
  </View>
)

const Item = observer(function Item({ store, item }: { store: LearningStore; item: LearningItem }) {
  const [told, setTold] = useState<string | null>(null)
  const open = () => openLink(item.url).then(setTold, () => setTold('没有成功，请再点一次。'))
  const mine = mayEditLearning() && item.townCode === session.person?.town?.code
  const edit = () => {
    store.edit(item)
    Taro.pageScrollTo({ scrollTop: 0, duration: 100 })
  }
  return (
    <View className='card'>
      <Tap role='link' onClick={open}>
        <View className='row row-wrap'>
          <View className='learning-title title'>{item.title}</View>
          <View className='chip learning-kind'>{learningKindWords[item.kind]}</View>
        </View>
        <View className='second'>{[themeWords[item.theme], item.source].filter(Boolean).join(' · ')}</View>
      </Tap>
      {told && (
        <View className='second good-word' {...roleOf('status')}>
          {told}
        </View>
      )}
      {mine && (
        <Tap className='text-link' label={`修改${item.title}`} onClick={edit}>
          修改
        </Tap>
      )}
    </View>
  )
})
