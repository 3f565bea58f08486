import { View } from '@tarojs/components'
import { useState } from 'react'
import { roleOf } from '@/components/role'
import { Tap } from '@/components/tap'
import { shortPeriod } from '../periods'
import { type ChartLine, rangeOf, slots, spokenLine } from './line'
import { chartPicture } from './picture'
import { PointsTable } from './points-table'
import './chart.scss'

/** The ranks of the last twelve periods as a picture, the first line strong; its figures one tap away. */
export function RankChart({ lines }: { lines: readonly ChartLine[] }) {
  const [open, setOpen] = useState(false)
  const all = lines.flatMap(({ points }) => points)
  const last = all.at(-1)?.period ?? ''
  if (all.filter(({ rank }) => rank !== null).length < 2) return <View className='second chart-none'>有了两期名次，这里会画出走势。</View>
  const range = rangeOf(all)
  const words = (period: string) => shortPeriod(period, last)
  const spoken = lines.map(({ name, points }) => spokenLine(name, points, words)).join('；')
  return (
    <View className='chart'>
      {lines.length > 1 && <Legend lines={lines} />}
      <View className='chart-body'>
        <View className='chart-ranks' aria-hidden>
          <View>{range.top} 名</View>
          <View>{range.bottom} 名</View>
        </View>
        <View className='grow'>
          <View
            className='chart-picture'
            style={{
              backgroundImage: chartPicture(
                lines.map(({ points }) => points),
                range,
              ),
            }}
            aria-label={spoken}
            {...roleOf('img')}
          />
          <View className='chart-periods' aria-hidden>
            <View>{words(all[0]?.period ?? '')}</View>
            <View>{words(last)}</View>
          </View>
        </View>
      </View>
      <Tap className='text-link chart-open' label={`近 ${slots} 期的名次，看数字`} onClick={() => setOpen(!open)}>
        近 {slots} 期名次 · {open ? '收起数字' : '看数字'}
      </Tap>
      {open && <PointsTable lines={lines} />}
    </View>
  )
}

const Legend = ({ lines }: { lines: readonly ChartLine[] }) => (
  <View className='chart-legend'>
    {lines.map(({ name }, at) => (
      <View key={name} className='row chart-key'>
        <View className={at === 0 ? 'chart-sample' : 'chart-sample chart-sample-other'} aria-hidden />
        <View className='grow'>
          {name}（{at === 0 ? '实线' : '虚线'}）
        </View>
      </View>
    ))}
  </View>
)
