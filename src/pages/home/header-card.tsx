import { Text, View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { Button } from '@/components/button'
import { Mark } from '@/components/mark'
import { Tap } from '@/components/tap'
import { placeText, runningLimit, stateWords } from '@/lib/matter'
import { span } from '@/lib/time'
import { useNow } from '@/lib/use-now'
import { session } from '@/session/session'
import { go, goSignedIn, openMatter } from './go'
import type { HomeStore } from './home-store'
import { NextMeal } from './next-meal'
import { NextUnknown, Waited } from './next-unknown'

/** Who and where; 长辈版; and the one thing that comes next. */
export const HeaderCard = observer(function HeaderCard({ store }: { store: HomeStore }) {
  return (
    <View className='card header-card'>
      <View className='row row-between'>
        <Tap className='row grow home-place' role='link' label='换居民区' onClick={() => goSignedIn('/pages/account/area/index')}>
          <Mark />
          <View className='second clip-2'>{placeLine()}</View>
        </Tap>
        <Tap className='elder-switch' role='switch' checked={false} label='长辈版' onClick={() => session.setElder(true)}>
          <Text className='chip'>长辈版</Text>
        </Tap>
      </View>
      <Next store={store} />
    </View>
  )
})

function placeLine(): string {
  const { person } = session
  if (!person) return '虹桥镇 · 新虹街道'
  if (!person.home) return person.town?.name ?? '还没选居民区'
  return `${person.home.compoundName ?? person.home.areaName} · ${person.town?.name ?? ''}`
}

const Next = observer(function Next({ store }: { store: HomeStore }) {
  const now = useNow()
  const { first } = store
  if (session.status === 'guest') return <Welcome />
  if (store.meal) return <NextMeal order={store.meal} />
  if (store.nextState !== 'content') return <NextUnknown store={store} />
  if (!first && session.isStaff) return <Waiting store={store} />
  if (session.person && !session.person.home) return <ChooseHome />
  if (!first) return <TownPromise />
  const limit = runningLimit(first)
  const left = limit ? new Date(limit).getTime() - now : null
  return (
    <Tap className='row row-between next' role='link' onClick={() => openMatter(first.id)}>
      <View className='grow'>
        <View className='title clip-2'>
          {first.categoryName} · {stateWords[first.state]}
        </View>
        <View className='second clip-2'>{placeText(first)}</View>
      </View>
      {left !== null && (
        <View className='next-left'>
          <View className='hint'>{left < 0 ? '已超时' : first.handledAt ? '办结还剩' : '处置还剩'}</View>
          <View className='number service-report'>
            {span(left).figure}
            <Text className='next-unit'>{span(left).unit}</Text>
          </View>
        </View>
      )}
    </Tap>
  )
})

const Welcome = () => (
  <View className='next'>
    <View className='title'>您好，先登录一下</View>
    <View className='second next-words'>登录后可以上报家门口的事，一路看到办结。</View>
    <Button onClick={() => go('/pages/account/sign-in/index')}>登录</Button>
  </View>
)

/** For those who serve: how much waits for them. */
const Waiting = observer(function Waiting({ store }: { store: HomeStore }) {
  const { value: counts, state, error } = store.waiting
  if (!counts) return <Waited state={state} error={error} onRetry={() => store.waiting.refresh()} />
  return (
    <Tap className='row row-between next' role='link' onClick={() => go('/pages/report/worklist/index')}>
      <View className='grow'>
        <View className='title'>待您处置的案件</View>
        <View className='second'>
          超时 {counts.overdue} · 待核查 {counts.verify}
        </View>
      </View>
      <View className='number'>{counts.todo}</View>
    </Tap>
  )
})

const ChooseHome = () => (
  <View className='next'>
    <View className='title'>您住在哪个居民区？</View>
    <View className='second next-words'>选好以后，上报更快，也能看到小区里正在处理的事。</View>
    <Button onClick={() => go('/pages/account/area/index')}>选居民区</Button>
  </View>
)

const TownPromise = () => (
  <View className='next'>
    <View className='title'>家门口有事，随手一报</View>
    <View className='second'>1 秒看到 · 1 小时处理 · 7 天办结</View>
  </View>
)
