import { View } from '@tarojs/components'
import { Icon } from '@/components/icon'
import { dateText, weekdayOf } from '@/lib/meal'
import { price } from '@/lib/money'
import type { DayLine } from './days-store'

/** A further day: what it costs, or how booking it went. */
export function DayLineOf({ line }: { line: DayLine }) {
  const bad = line.state === 'refused' || line.state === 'failed'
  return (
    <View className='line-item row-wrap'>
      <View>
        {weekdayOf(line.date)} {dateText(line.date)}
      </View>
      <View className={`row day-words ${bad ? 'day-bad' : line.state === 'booked' ? 'good-word' : ''}`}>
        {bad && <Icon name='alert' />}
        {line.state === 'booked' && <Icon name='check' />}
        <View className='grow'>{wordsOfLine(line)}</View>
      </View>
    </View>
  )
}

function wordsOfLine({ state, payableFen, words, order }: DayLine): string {
  if (state === 'asking') return '正在算价…'
  if (state === 'booking') return '正在订…'
  if (state === 'priced') return price(payableFen ?? 0)
  return order ? `已订，${order.window.starts} 取，${price(order.bill.payableFen)}` : (words ?? '')
}
