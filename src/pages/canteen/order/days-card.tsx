import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useState } from 'react'
import { Chips } from '@/components/chips'
import { Tap } from '@/components/tap'
import { dayName, weekdayOf } from '@/lib/meal'
import { useNow } from '@/lib/use-now'
import { DayLineOf } from './day-line'
import type { OrderStore } from './order-store'

const dayWords = (date: string) => `${weekdayOf(date)} ${Number(date.slice(8))}日`

/** The same on more days of the week, one order a day; days that lack a dish say which. */
export const DaysCard = observer(function DaysCard({ store }: { store: OrderStore }) {
  const { days } = store
  const [open, setOpen] = useState(false)
  const now = useNow()
  if (days.offered.length === 0 || store.lines.length === 0) return null
  const chosen = days.lines.map(({ date }) => date)
  const can = days.offered.filter(({ date, lacks }) => lacks.length === 0 || chosen.includes(date))
  const cannot = days.offered.filter((day) => !can.includes(day))
  return (
    <View className='card'>
      <Tap className='row row-between days-head' label={open ? '收起多订几天' : '多订几天一样的'} onClick={() => setOpen(!open)}>
        <View className='title grow'>多订几天</View>
        <View className='card-link' aria-hidden>
          {open ? '收起' : '选日子 ›'}
        </View>
      </Tap>
      {open && can.length > 0 && (
        <Chips
          choices={can.map(({ date }) => ({ value: date, text: dayWords(date) }))}
          chosen={chosen}
          onChoose={(date) => days.toggle(date)}
        />
      )}
      {open && can.length === 0 && <View className='second'>这几样菜别的天不全有，可以到菜单上另选。</View>}
      {days.lines.map((line) => (
        <DayLineOf key={line.date} line={line} />
      ))}
      {open &&
        cannot.map(({ date, lacks }) => (
          <View key={date} className='second'>
            {dayName(date, now)}：没有{lacks.join('、')}
          </View>
        ))}
    </View>
  )
})
