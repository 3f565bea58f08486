import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useEffect, useState } from 'react'
import { Button } from '@/components/button'
import { Icon } from '@/components/icon'
import { roleOf } from '@/components/role'
import { Empty, Stale, StateView } from '@/components/state-view'
import { Tap } from '@/components/tap'
import { RouteForm } from './route-form'
import { RoutesStore } from './routes-store'

/** The routes of the town, one of which can be opened. */
export const RoutesPane = observer(function RoutesPane() {
  const [store] = useState(() => new RoutesStore())
  useEffect(() => {
    store.load()
  }, [store])
  const { routes, draft, done } = store
  if (draft) return <RouteForm key={draft.id} store={store} />
  return (
    <StateView state={routes.state} error={routes.error} onRetry={() => store.load()}>
      <Stale words={routes.error} onRetry={() => store.load()} />
      {done && (
        <View className='card staff-done' {...roleOf('status')}>
          <Icon name='check' />
          {done}
        </View>
      )}
      <View className='editor-new'>
        <Button plain onClick={() => store.edit()}>
          新建路线
        </Button>
      </View>
      {routes.value?.length === 0 && <Empty title='还没有路线' hint='把几处学习点按顺序排成一条，走完的人另有积分。' />}
      {routes.value?.map((route) => (
        <View key={route.id} className='card'>
          <View className='card-head'>
            <View className='title'>{route.name}</View>
            <Tap className='card-link' label={`修改${route.name}`} onClick={() => store.edit(route)}>
              修改
            </Tap>
          </View>
          <View className='second'>{route.stops.map(({ name }, at) => `${at + 1}. ${name}`).join('　')}</View>
        </View>
      ))}
    </StateView>
  )
})
