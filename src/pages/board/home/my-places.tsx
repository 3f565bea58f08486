import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { observer } from 'mobx-react-lite'
import { Button } from '@/components/button'
import { Stale, StateView } from '@/components/state-view'
import { session } from '@/session/session'
import type { UnitPlaces } from '../../../../contract/board'
import { mine } from '../mine-store'
import { GuestCard } from './guest-card'
import type { HomeStore } from './home-store'
import { KeepsCard } from './keeps-card'
import { PlacesCard } from './places-card'

/** Where my units stand, then those I follow and those I speak for; a guest chooses an area or signs in. */
export const MyPlaces = observer(function MyPlaces({ store }: { store: HomeStore }) {
  const { list } = mine
  if (session.status === 'guest') return <GuestCard store={store} />
  return (
    <StateView state={list.state} error={list.error} skeleton={2} onRetry={() => mine.refresh()}>
      <Stale words={list.error} onRetry={() => mine.refresh()} />
      {session.person && !session.person.home && <NoHome />}
      {list.value?.mine.map((unit) => (
        <PlacesCard key={keyOf(unit)} unit={unit} />
      ))}
      {list.value?.following.map((unit) => (
        <PlacesCard key={`follow ${keyOf(unit)}`} unit={unit} followed />
      ))}
      <KeepsCard boards={store.boards.value?.items ?? []} />
    </StateView>
  )
})

const keyOf = ({ kind, unitCode }: UnitPlaces) => `${kind} ${unitCode}`

const NoHome = () => (
  <View className='card stack'>
    <View className='title'>您住在哪个居民区？</View>
    <View className='second'>选好以后，这里最先显示它在各个榜上的名次。</View>
    <Button onClick={() => Taro.navigateTo({ url: '/pages/account/area/index' })}>选居民区</Button>
  </View>
)
