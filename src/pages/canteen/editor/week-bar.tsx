import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { Choices } from '@/components/choices'
import { Tap } from '@/components/tap'
import { dateText, dayAfter, weekdayOf } from '@/lib/meal'
import { dayOf } from '@/lib/time'
import { useNow } from '@/lib/use-now'
import { sittingWords } from '../labels'
import { daysFrom, type Hours, mondayOf } from '../staff-meal'
import type { DraftStore } from './draft-store'

/** Which meal of which week; each day says how far it is. */
export const WeekBar = observer(function WeekBar({ store, hours }: { store: DraftStore; hours: Hours }) {
  const thisWeek = mondayOf(dayOf(useNow()))
  const { week, date, sitting } = store.at
  return (
    <View className='card stack'>
      <View className='row row-between'>
        <Tap className='text-link editor-turn' label='上一周' onClick={() => store.at.turn(-1)}>
          ‹ 上一周
        </Tap>
        <View className='editor-span'>
          <View className='title'>{weekWord(week, thisWeek)}</View>
          <View className='second'>{spanText(week)}</View>
        </View>
        <Tap className='text-link editor-turn' label='下一周' onClick={() => store.at.turn(1)}>
          下一周 ›
        </Tap>
      </View>
      <Choices
        name='日期'
        choices={daysFrom(week, 7).map((day) => ({ value: day, text: weekdayOf(day), hint: markOf(store, day) }))}
        chosen={date}
        onChoose={(date) => store.at.show({ date, sitting })}
      />
      <Choices
        name='餐次'
        choices={hours.map(({ sitting: value }) => ({
          value,
          text: `${sittingWords[value]}${store.isUnsaved({ date, sitting: value }) ? '（没保存）' : ''}`,
        }))}
        chosen={sitting}
        onChoose={(sitting) => store.at.show({ date, sitting })}
      />
    </View>
  )
})

/** 11月23日–29日, 11月30日–12月6日 */
function spanText(week: string): string {
  const last = dateText(dayAfter(week, 6))
  const [month] = dateText(week).split('月')
  return `${dateText(week)}–${last.replace(`${month}月`, '')}`
}

function weekWord(week: string, thisWeek: string): string {
  if (week === thisWeek) return '本周'
  if (week === dayAfter(thisWeek, 7)) return '下周'
  return week === dayAfter(thisWeek, -7) ? '上周' : `${Number(week.slice(5, 7))}月`
}

/** How far a day is: what wants doing comes first. */
function markOf(store: DraftStore, day: string): string {
  const plans = store.at.plans.value?.filter(({ date }) => date === day) ?? []
  const planned = plans.filter(({ items }) => items.length > 0)
  if (plans.some((plan) => store.isUnsaved(plan))) return '没保存'
  if (planned.length === 0) return '没排'
  return planned.every(({ published }) => published) ? '已公布' : '草稿'
}
