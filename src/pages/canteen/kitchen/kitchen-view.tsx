import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh } from '@tarojs/taro'
import { observer } from 'mobx-react-lite'
import { useState } from 'react'
import { Button } from '@/components/button'
import { FieldError } from '@/components/field'
import { Empty, Stale, StateView } from '@/components/state-view'
import { dateText, mealName, weekdayOf } from '@/lib/meal'
import { canPrint, printPage } from '@/lib/platform'
import { useNow } from '@/lib/use-now'
import { useShown } from '@/lib/use-shown'
import type { KitchenList } from '../../../../contract/canteen'
import { sittingWords } from '../labels'
import { type Hours, mealAt } from '../staff-meal'
import { MealPicker } from '../staff-meal-picker'
import { DeliveriesCard, NotesCard } from './aside-cards'
import { DishTable } from './dish-table'
import { KitchenStore } from './kitchen-store'

/** Orders may still come in until the meal is closed for booking. */
const everyMs = 60_000
const days = 7

export const KitchenView = observer(function KitchenView({ canteenId, hours }: { canteenId: string; hours: Hours }) {
  const [store] = useState(() => new KitchenStore(canteenId, mealAt(hours, Date.now())))
  const { list } = store
  useShown(() => list.refresh(), everyMs)
  usePullDownRefresh(() => {
    list.refresh().finally(() => Taro.stopPullDownRefresh())
  })
  return (
    <View className='kitchen'>
      <MealPicker hours={hours} meal={store.meal} days={days} onChoose={(meal) => store.choose(meal)} />
      <StateView state={list.state} error={list.error} onRetry={() => list.refresh()}>
        <View className='screen-only'>
          <Stale words={list.error} onRetry={() => list.refresh()} />
        </View>
        {list.value && <Sheet store={store} list={list.value} />}
      </StateView>
    </View>
  )
})

const Sheet = observer(function Sheet({ store, list }: { store: KitchenStore; list: KitchenList }) {
  const now = useNow()
  const { date, sitting } = list
  if (list.orders === 0) return <Empty title={`${mealName({ date, sitting }, now)}还没有人订`} hint='有人订了，这里会列出要做多少。' />
  return (
    <View>
      <View className='card'>
        <View className='row row-between row-wrap'>
          <View className='grow kitchen-what'>
            <View className='title'>
              {dateText(date)}（{weekdayOf(date)}）{sittingWords[sitting]}
            </View>
            <View className='second'>{list.canteenName}</View>
          </View>
          <View className='number'>{list.orders} 份</View>
        </View>
        <Exports store={store} />
      </View>
      <DishTable list={list} />
      <NotesCard notes={list.notes} />
      <DeliveriesCard deliveries={list.deliveries} />
    </View>
  )
})

const Exports = observer(function Exports({ store }: { store: KitchenStore }) {
  return (
    <View className='screen-only kitchen-exports'>
      <View className='staff-buttons'>
        {canPrint && (
          <Button plain onClick={printPage}>
            打印
          </Button>
        )}
        <Button plain busy={store.exporting && '正在导出…'} onClick={() => store.exportWorkbook()}>
          导出 Excel
        </Button>
      </View>
      <FieldError text={store.failure} />
    </View>
  )
})
