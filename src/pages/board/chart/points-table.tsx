import { View } from '@tarojs/components'
import { periodText } from '../periods'
import type { ChartLine, Point } from './line'

const said = ({ rank, score }: Point) => (rank === null ? '没有名次' : `第 ${rank} 名${score === null ? '' : ` · ${score}`}`)

/** The figures of the lines, the newest period first. */
export const PointsTable = ({ lines: [own, other] }: { lines: readonly ChartLine[] }) => (
  <View>
    {own?.points
      .map((point, at) => ({ point, beside: other?.points[at] }))
      .reverse()
      .map(({ point, beside }) => (
        <View key={point.period} className='chart-line'>
          <View className='second'>{periodText(point.period)}</View>
          <View>
            {other ? `${own.name} ` : ''}
            {said(point)}
          </View>
          {other && beside && (
            <View>
              {other.name} {said(beside)}
            </View>
          )}
        </View>
      ))}
  </View>
)
