import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { dateText, weekdayOf } from '@/lib/meal'
import { grouped } from '@/lib/money'
import { session } from '@/session/session'
import type { Day } from './nutrition-store'

type Props = {
  title: string
  unit: string
  days: Day[]
  of: (day: Day) => number
  fact: string
  /** What one should not go beyond in a day. */
  guide?: number
  hint?: string
}
type Bar = { readonly day: string; readonly value: number; readonly over: boolean; readonly percent: number; readonly label: string }
type Drawn = { bars: Bar[]; guidePercent: number | null }

/** Seven days as bars with their figures: upright, or in 长辈版 lying, where there is room for bigger letters. */
export const Bars = observer(function Bars({ title, unit, days, of, fact, guide, hint }: Props) {
  const top = Math.max(1, guide ?? 0, ...days.map(of)) * 1.05
  const bars = days.map((day) => {
    const value = Math.round(of(day))
    const over = guide !== undefined && value > guide
    const label = `${dateText(day.date)} ${value} ${unit}${over ? '，超过' : ''}`
    return { day: day.date, value, over, label, percent: (value / top) * 100 }
  })
  const drawn = { bars, guidePercent: guide === undefined ? null : (guide / top) * 100 }
  return (
    <View className='card'>
      <View className='row row-between row-wrap'>
        <View className='title'>{title}</View>
        <View className='hint'>{unit}</View>
      </View>
      <View className='second'>{fact}</View>
      {session.elder ? <Lying {...drawn} /> : <Upright {...drawn} />}
      {hint && <View className='hint'>{hint}</View>}
    </View>
  )
})

const Upright = ({ bars, guidePercent }: Drawn) => (
  <View>
    <View className='bars'>
      {guidePercent !== null && <View className='bars-guide' style={{ bottom: `${guidePercent}%` }} aria-hidden />}
      {bars.map(({ day, value, over, percent, label }) => (
        <View key={day} className='bars-day' aria-label={label}>
          <View className={over ? 'bars-bar bars-over' : 'bars-bar'} style={{ height: `${percent}%` }}>
            {value > 0 && <View className='bars-figure'>{figureOf(value, over)}</View>}
          </View>
        </View>
      ))}
    </View>
    <View className='bars-names' aria-hidden>
      {bars.map(({ day }) => (
        <View key={day} className='bars-name'>
          {weekdayOf(day).slice(1)}
        </View>
      ))}
    </View>
  </View>
)

const Lying = ({ bars, guidePercent }: Drawn) => (
  <View className='rows'>
    {bars.map(({ day, value, over, percent, label }) => (
      <View key={day} className='rows-day' aria-label={label}>
        <View className='rows-name'>{weekdayOf(day)}</View>
        <View className='rows-track' aria-hidden>
          <View className={over ? 'rows-bar rows-over' : 'rows-bar'} style={{ width: `${percent}%` }} />
          {guidePercent !== null && <View className='rows-guide' style={{ left: `${guidePercent}%` }} />}
        </View>
        <View className={over ? 'rows-figure rows-figure-over' : 'rows-figure'}>{value > 0 ? figureOf(value, over) : '–'}</View>
      </View>
    ))}
  </View>
)

/** Beyond the guide is said by a sign, not by the colour alone. */
const figureOf = (value: number, over: boolean): string => `${grouped(value)}${over ? '！' : ''}`
