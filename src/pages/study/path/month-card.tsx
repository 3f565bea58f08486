import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { Tap } from '@/components/tap'
import { weekdayOf } from '@/lib/meal'
import { dayOf } from '@/lib/time'
import { useNow } from '@/lib/use-now'
import { monthText, weeksOf } from './calendar'
import type { PathStore } from './path-store'

const weekdays = [...'一二三四五六日']

/** The days of a month with a check-in, and the months before and after. */
export const MonthCard = observer(function MonthCard({ store }: { store: PathStore }) {
  const { month, days } = store
  const today = dayOf(useNow())
  return (
    <View className='card month-card'>
      <View className='row row-between'>
        <Tap className='text-link' label='上个月' onClick={() => store.turn(-1)}>
          ‹ 上月
        </Tap>
        <View className='month-name'>{monthText(month)}</View>
        {month >= today.slice(0, 7) ? (
          <View className='second month-now'>本月</View>
        ) : (
          <Tap className='text-link month-now' label='下个月' onClick={() => store.turn(1)}>
            下月 ›
          </Tap>
        )}
      </View>
      <View className='month-week' aria-hidden>
        {weekdays.map((name) => (
          <View key={name} className='month-cell second'>
            {name}
          </View>
        ))}
      </View>
      <View aria-hidden>
        {weeksOf(month).map((week) => (
          <View key={week.find(Boolean) ?? ''} className='month-week'>
            {week.map((day, at) => (
              <View key={weekdays[at]} className='month-cell'>
                {day && <View className={`month-day ${dotOf(day, days, today)}`}>{Number(day.slice(8))}</View>}
              </View>
            ))}
          </View>
        ))}
      </View>
      <View className='second month-words' aria-label={spoken(days)}>
        {days ? saidOf(days.length, month === today.slice(0, 7)) : store.path.error ? '这个月没有加载出来' : '正在加载…'}
      </View>
    </View>
  )
})

const dotOf = (day: string, days: readonly string[] | null, today: string): string => {
  if (days?.includes(day)) return 'month-day-on'
  if (day === today) return 'month-day-today'
  return day > today ? 'month-day-later' : ''
}

const saidOf = (count: number, isNow: boolean): string => {
  const month = isNow ? '本月' : '这个月'
  return count > 0 ? `${month}打卡 ${count} 天` : `${month}${isNow ? '还' : ''}没有打卡`
}

/** The days by name, for those who listen. */
const spoken = (days: readonly string[] | null): string | undefined =>
  days && days.length > 0
    ? `打卡 ${days.length} 天：${days.map((day) => `${Number(day.slice(8))}日${weekdayOf(day)}`).join('、')}`
    : undefined
