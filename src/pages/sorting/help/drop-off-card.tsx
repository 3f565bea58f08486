import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { observer } from 'mobx-react-lite'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Stale } from '@/components/state-view'
import { Tap } from '@/components/tap'
import { useShown } from '@/lib/use-shown'
import { needSession } from '@/session/need-session'
import { session } from '@/session/session'
import { dropOffOf } from '../drop-off-store'
import { dropOffUrl } from '../urls'
import { Exceptions, Places } from './drop-off-view'
import { mayWrite, myCompound } from './my-compound'

/** When and where my compound's rubbish is taken; who has not told where they live is shown the way. */
export const DropOffCard = observer(function DropOffCard() {
  const mine = myCompound()
  if (mine) return <OfCompound key={mine.code} code={mine.code} name={mine.name} />
  const isGuest = session.status === 'guest'
  const toHome = () => needSession() && Taro.navigateTo({ url: '/pages/account/area/index' })
  return (
    <View className='card stack'>
      <View className='title'>我家小区几点能投</View>
      <View className='second'>
        {isGuest ? '登录并选好小区，这里就告诉您投放点几点开。' : '选好您住的小区，这里就告诉您投放点几点开。'}
      </View>
      <Button plain onClick={toHome}>
        {isGuest ? '登录' : '选我的小区'}
      </Button>
      {session.person && mayWrite() && <WriteLink />}
    </View>
  )
})

const OfCompound = observer(function OfCompound({ code, name }: { code: string; name: string }) {
  const [dropOff] = useState(() => dropOffOf(code))
  useShown(() => dropOff.refresh())
  const { value, state, error, isMissing } = dropOff
  return (
    <View className='card'>
      <View className='card-head'>
        <View className='title grow'>{name}几点能投</View>
        {(value?.mayEdit || mayWrite(code)) && <WriteLink code={code} />}
      </View>
      {state === 'loading' && <View className='help-waiting' aria-label='正在加载' />}
      {state === 'error' && isMissing && <View className='second'>这个小区的投放点还没有人写上，可以问物业或居委会。</View>}
      {state === 'error' && !isMissing && (
        <Tap className='line-item' label='投放时间没有加载出来，重试' onClick={() => dropOff.refresh()}>
          <View className='second grow'>{error}</View>
          <View className='card-link'>重试</View>
        </Tap>
      )}
      {value && (
        <View>
          <Stale words={error} onRetry={() => dropOff.refresh()} />
          <Places dropOff={value} />
          <Exceptions dropOff={value} />
          {value.note && <View className='second drop-note'>{value.note}</View>}
        </View>
      )}
    </View>
  )
})

const WriteLink = ({ code }: { code?: string }) => (
  <Tap className='card-link' role='link' onClick={() => Taro.navigateTo({ url: dropOffUrl(code) })}>
    改投放点 ›
  </Tap>
)
