import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { observer } from 'mobx-react-lite'
import { useState } from 'react'
import { roleOf } from '@/components/role'
import { Tap } from '@/components/tap'
import { shortPeriod } from '@/lib/periods'
import { session } from '@/session/session'
import { type ChartLine, fromTheFirst, rangeOf, spokenLine } from './line'
import { chartPicture, type Size } from './picture'
import { PointsTable } from './points-table'
import './chart.scss'

/** The ranks of the last twelve periods as a picture, the first line strong; its figures one tap away. */
export const RankChart = observer(function RankChart(props: { lines: readonly ChartLine[] }) {
  const [open, setOpen] = useState(false)
  const lines = fromTheFirst(props.lines)
  const count = lines[0]?.points.length ?? 0
  const all = lines.flatMap(({ points }) => points)
  const last = all.at(-1)?.period ?? ''
  const size = sizeOf()
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
              paddingBottom: `${(size.height / size.width) * 100}%`,
              backgroundImage: chartPicture(
                lines.map(({ points }) => points),
                range,
                size,
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
      <Tap className='text-link chart-open' label={`近 ${count} 期的名次，看数字`} onClick={() => setOpen(!open)}>
        近 {count} 期名次 · {open ? '收起数字' : '看数字'}
      </Tap>
      {open && <PointsTable lines={lines} />}
    </View>
  )
})

/** Beside the picture are the edges of page and card, and the ranks; a wide page is not filled. */
const beside = 128
const widest = 592

/** As large as the page has room for: strokes and dots are as thick on every screen. */
function sizeOf(): Size {
  const width = Math.max(160, Math.min(Taro.getWindowInfo().windowWidth - beside, widest))
  return { width, height: Math.round(Math.min(width * (session.elder ? 0.6 : 0.38), 220)) }
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
