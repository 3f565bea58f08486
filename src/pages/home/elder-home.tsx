import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
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
import { NextUnknown } from './next-unknown'

/** Home in 长辈版: my next thing and at most four big buttons. */
export const ElderHome = observer(function ElderHome({ store }: { store: HomeStore }) {
  return (
    <View>
      <View className='card elder-next'>
        <NextThing store={store} />
      </View>
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
        <Tap className='elder-link' role='link' onClick={() => goSignedIn('/pages/report/list/index?tab=mine')}>
          我的上报
        </Tap>
        <Tap className='elder-link' role='link' onClick={() => goSignedIn('/pages/account/inbox/index')}>
          消息{session.unreadCount > 0 ? ` ${session.unreadCount} 条没看` : ''}
        </Tap>
        <Tap className='elder-link' role='link' onClick={() => Taro.switchTab({ url: '/pages/mine/index' })}>
          我的
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
  const { first } = store
  if (session.status === 'guest') return <Welcome />
  if (store.meal) return <NextMeal order={store.meal} />
  if (store.nextState !== 'content') return <NextUnknown store={store} />
  if (!first) return <Nothing />
  return (
    <Tap role='link' onClick={() => openMatter(first.id)}>
      <View className='title'>{first.categoryName}</View>
      <View className='second next-words'>{placeText(first)}</View>
      <MatterChip card={first} now={now} />
    </Tap>
  )
})

const Welcome = () => (
  <View>
    <View className='title next-words'>您好，先登录一下</View>
    <Button onClick={() => go('/pages/account/sign-in/index')}>登录</Button>
  </View>
)

/** Said in as much room as a matter takes. */
const Nothing = () => (
  <View>
    <View className='title'>现在没有要等的事</View>
    <View className='second next-words'>订了饭、报了事，会显示在这里。</View>
  </View>
)
