import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { Button } from '@/components/button'
import { MatterChip } from '@/components/matter-chip'
import { Tap } from '@/components/tap'
import { dial } from '@/lib/dial'
import { placeText } from '@/lib/matter'
import { useNow } from '@/lib/use-now'
import { services } from '@/services'
import { session } from '@/session/session'
import { go, goSignedIn, openMatter, openService, servesMeals } from './go'
import type { HomeStore } from './home-store'
import { UnsentCard } from './matters'
import { NextMeal } from './next-meal'

/** Home in 长辈版: my next thing and at most four big buttons. */
export const ElderHome = observer(function ElderHome({ store }: { store: HomeStore }) {
  return (
    <View>
      {store.meal && session.status === 'signed-in' && (
        <View className='card'>
          <NextMeal order={store.meal} />
        </View>
      )}
      <NextThing store={store} />
      <UnsentCard />
      {services.map(
        (service) =>
          service.tile && (
            <Tap key={service.name} className={`big service-${service.name}`} role='link' onClick={() => openService(service)}>
              <View className='big-title'>{service.tile.elderTitle}</View>
              <View>{service.tile.elderHint} ›</View>
            </Tap>
          ),
      )}
      <Tap className='big' role='link' onClick={() => goSignedIn('/pages/report/list/index?tab=mine')}>
        <View className='big-title'>我的上报</View>
        <View>看办到哪了 ›</View>
      </Tap>
      {session.isStaff && (
        <Tap className='big' role='link' onClick={() => goSignedIn('/pages/report/worklist/index')}>
          <View className='big-title'>待办</View>
          <View>{store.waiting.value ? `${store.waiting.value.todo} 件` : ''} ›</View>
        </Tap>
      )}
      {servesMeals() && (
        <Tap className='big service-canteen' role='link' onClick={() => goSignedIn('/pages/canteen/counter/index')}>
          <View className='big-title'>食堂柜台</View>
          <View>取餐、后厨 ›</View>
        </Tap>
      )}
      <View className='row row-between row-wrap'>
        <Tap className='elder-link' role='link' onClick={() => goSignedIn('/pages/account/inbox/index')}>
          消息{session.unreadCount > 0 ? ` ${session.unreadCount} 条没看` : ''}
        </Tap>
        <Tap className='elder-link' onClick={() => dial('12345')}>
          打 12345
        </Tap>
        <Tap className='elder-link' role='switch' checked label='长辈版' onClick={() => session.setElder(false)}>
          回到标准版
        </Tap>
      </View>
    </View>
  )
})

const NextThing = observer(function NextThing({ store }: { store: HomeStore }) {
  const now = useNow()
  const first = store.mine.value?.[0]
  if (session.status === 'guest') {
    return (
      <View className='card'>
        <View className='title next-words'>您好，先登录一下</View>
        <Button onClick={() => go('/pages/account/sign-in/index')}>登录</Button>
      </View>
    )
  }
  if (!first) return null
  return (
    <Tap className='card' role='link' onClick={() => openMatter(first.id)}>
      <View className='title'>{first.categoryName}</View>
      <View className='second next-words'>{placeText(first)}</View>
      <MatterChip card={first} now={now} />
    </Tap>
  )
})
