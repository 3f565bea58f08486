import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Stale, StateView } from '@/components/state-view'
import { Tap } from '@/components/tap'
import { needSession } from '@/session/need-session'
import type { Area } from '../../../../contract/place'
import { guestPlace } from '../guest-place'
import { AreaChoice } from './area-choice'
import type { HomeStore } from './home-store'
import { PlacesCard } from './places-card'

/** For who has not signed in: choose an area, which stays on the phone, or sign in. */
export const GuestCard = observer(function GuestCard({ store }: { store: HomeStore }) {
  const [choosing, setChoosing] = useState(false)
  const choose = (area: Area) => {
    setChoosing(false)
    store.chooseArea(area)
  }
  if (choosing) return <AreaChoice onChoose={choose} onClose={() => setChoosing(false)} />
  if (guestPlace.area) return <Chosen store={store} onChange={() => setChoosing(true)} />
  return (
    <View className='card stack'>
      <View className='title'>您那里排第几？</View>
      <View className='second'>选一下居民区，就能看到它在各个榜上的名次。登录后还能看小区、支部和自己的。</View>
      <Button onClick={() => setChoosing(true)}>选居民区</Button>
      <Button plain onClick={needSession}>
        登录
      </Button>
    </View>
  )
})

const Chosen = observer(function Chosen({ store, onChange }: { store: HomeStore; onChange: () => void }) {
  const { guest } = store
  return (
    <StateView state={guest.state} error={guest.error} skeleton={1} onRetry={() => store.refresh()}>
      <Stale words={guest.error} onRetry={() => store.refresh()} />
      {guest.value && (
        <PlacesCard unit={guest.value}>
          <View className='row row-wrap guest-links'>
            <Tap className='text-link' onClick={onChange}>
              换居民区
            </Tap>
            <Tap className='text-link' role='link' onClick={needSession}>
              登录，看更多
            </Tap>
          </View>
        </PlacesCard>
      )}
    </StateView>
  )
})
