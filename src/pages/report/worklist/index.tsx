import { View } from '@tarojs/components'
import Taro, { useDidHide, useDidShow, usePullDownRefresh, useReachBottom } from '@tarojs/taro'
import { observer } from 'mobx-react-lite'
import { useEffect, useState } from 'react'
import { Page } from '@/components/page'
import { Empty } from '@/components/state-view'
import { useWide } from '@/lib/use-wide'
import { session } from '@/session/session'
import { categories } from '../categories-store'
import { Gate } from '../gate'
import { MatterView } from '../matter/matter-view'
import { Cards } from './cards'
import { Shelves } from './shelves'
import { WorklistStore } from './worklist-store'
import './index.scss'

const everyMs = 30_000

/** Staff: what waits, the most pressing first. On a wide window the matter stands beside the list. */
export default observer(function Worklist() {
  const [store] = useState(() => new WorklistStore())
  const wide = useWide()
  useRefreshing(store)
  useReachBottom(() => {
    store.list.more()
  })
  return (
    <Page service='report' wide>
      <Gate>
        {session.person && !session.isStaff ? (
          <Empty title='这里是处理人的工作台' hint='您的账号没有网格员、物业或部门的身份。' action='看我报的' onAction={toMine} />
        ) : (
          <View className={wide ? 'worklist worklist-wide' : 'worklist'}>
            <View className='worklist-list'>
              <Shelves store={store} />
              <Cards store={store} wide={wide} />
            </View>
            {wide && (
              <View className='worklist-matter'>
                {store.selected ? (
                  <MatterView key={store.selected.id} store={store.selected} />
                ) : (
                  <View className='card second'>点左边的一件，在这里办理。</View>
                )}
              </View>
            )}
          </View>
        )}
      </Gate>
    </Page>
  )
})

const toMine = () => Taro.redirectTo({ url: '/pages/report/list/index?tab=mine' })

/** Fresh when shown, and again and again while it is. */
function useRefreshing(store: WorklistStore): void {
  const [shown, setShown] = useState(true)
  const refresh = async () => {
    // after a reload of the page the person is known only when the server has answered
    if (!session.person) await session.refreshPerson()
    if (session.isStaff) await store.refresh()
  }
  useDidShow(() => {
    setShown(true)
    refresh()
    if (!categories.groups.value) categories.groups.refresh()
  })
  useDidHide(() => setShown(false))
  usePullDownRefresh(() => {
    store.refresh().finally(() => Taro.stopPullDownRefresh())
  })
  useEffect(() => {
    if (!shown) return
    const timer = setInterval(() => store.refresh(), everyMs)
    return () => clearInterval(timer)
  }, [shown, store])
}
