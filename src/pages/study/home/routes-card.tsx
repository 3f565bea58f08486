import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { observer } from 'mobx-react-lite'
import { useState } from 'react'
import { Icon } from '@/components/icon'
import { roleOf } from '@/components/role'
import { Stale } from '@/components/state-view'
import { Tap } from '@/components/tap'
import type { Route } from '../../../../contract/study'
import { siteUrl } from '../urls'
import type { HomeStore } from './home-store'

/** Routes of several sites, with how far one has come. */
export const RoutesCard = observer(function RoutesCard({ store }: { store: HomeStore }) {
  const { value: routes, error } = store.routes
  if (!routes) return <Stale words={error && `路线没有加载出来：${error}`} onRetry={() => store.routes.refresh()} />
  return (
    <>
      {routes.map((route) => (
        <RouteCard key={route.id} route={route} />
      ))}
    </>
  )
})

const RouteCard = ({ route: { name, about, stops, done } }: { route: Route }) => {
  const [open, setOpen] = useState(false)
  return (
    <View className='card'>
      <View className='card-head'>
        <View className='title'>{name}</View>
        <Tap className='card-link' label={open ? `收起${name}` : `看${name}的各站`} onClick={() => setOpen(!open)}>
          {open ? '收起' : '看各站 ›'}
        </Tap>
      </View>
      {about && <View className='second'>{about}</View>}
      <View className='route-progress'>
        走了 {done} 站，共 {stops.length} 站
      </View>
      <View className='route-bar' aria-label={`${name}走了 ${done} 站，共 ${stops.length} 站`} {...roleOf('progressbar')}>
        <View className='route-bar-done' style={{ width: `${(done / stops.length) * 100}%` }} />
      </View>
      {open && (
        <View className='route-stops'>
          {stops.map((stop, at) => (
            <Tap key={stop.siteId} className='line-item' role='link' onClick={() => Taro.navigateTo({ url: siteUrl(stop.siteId) })}>
              <View className='grow'>
                {at + 1}. {stop.name}
              </View>
              <View className={`row route-stop ${stop.done ? 'good-word' : 'second'}`}>
                {stop.done && <Icon name='check' />}
                {stop.done ? '到过' : '没到过'} ›
              </View>
            </Tap>
          ))}
        </View>
      )}
    </View>
  )
}
