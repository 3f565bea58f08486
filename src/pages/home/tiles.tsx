import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { Icon } from '@/components/icon'
import { Tap } from '@/components/tap'
import { services } from '@/services'
import { session } from '@/session/session'
import { goSignedIn, openService, servesMeals } from './go'
import type { HomeStore } from './home-store'

/** One tile a service, from the list of services; for staff the worklist beside them. */
export const Tiles = observer(function Tiles({ store }: { store: HomeStore }) {
  return (
    <View className='tiles'>
      {services.map(
        (service) =>
          service.tile && (
            <Tap key={service.name} className={`tile service-${service.name}`} role='link' onClick={() => openService(service)}>
              <View className='row row-between'>
                <View className='title'>{service.tile.title}</View>
                <Icon name={service.tile.icon} />
              </View>
              <View className='tile-hint'>{service.tile.hint}</View>
            </Tap>
          ),
      )}
      {session.isStaff && <WorkTile store={store} />}
      {servesMeals() && (
        <Tap className='tile service-canteen' role='link' onClick={() => goSignedIn('/pages/canteen/counter/index')}>
          <View className='row row-between'>
            <View className='title'>食堂柜台</View>
            <Icon name='list' />
          </View>
          <View className='tile-hint'>取餐、后厨、菜单</View>
        </Tap>
      )}
    </View>
  )
})

const WorkTile = observer(function WorkTile({ store }: { store: HomeStore }) {
  const counts = store.waiting.value
  return (
    <Tap className='tile' role='link' onClick={() => goSignedIn('/pages/report/worklist/index')}>
      <View className='row row-between'>
        <View className='title'>待办</View>
        <Icon name='list' />
      </View>
      <View className='tile-hint'>{counts ? `待处置 ${counts.todo} · 超时 ${counts.overdue}` : '案件工作台'}</View>
    </Tap>
  )
})
