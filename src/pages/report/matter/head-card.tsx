import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Icon } from '@/components/icon'
import { Tap } from '@/components/tap'
import { chipOf, placeText, runningLimit } from '@/lib/matter'
import { saidTime } from '@/lib/time'
import { useNow } from '@/lib/use-now'
import type { Report } from '../../../../contract/report'
import { countdownOf, stepTo } from '../countdown'
import { stateWord } from '../labels'
import { Photos } from './photos'

/** How it stands, what and where it is, and the one number. */
export function HeadCard({ report }: { report: Report }) {
  const now = useNow(stepTo(runningLimit(report), Date.now()))
  const { icon, tone } = chipOf(report, now)
  return (
    <View className='card'>
      <View className='row row-between row-wrap'>
        <View className={`chip chip-${tone}`}>
          <Icon name={icon} />
          {stateWord(report)}
        </View>
        <View className='hint'>
          {saidTime(report.createdAt, now)}上报 · <Text className='whole'>{report.number}</Text>
        </View>
      </View>
      <View className='matter-head'>
        <View className='grow'>
          <View className='title'>{report.categoryName}</View>
          <View className='second'>{placeText(report)}</View>
          {report.spot && <View className='second'>{report.spot}</View>}
        </View>
        <Number report={report} now={now} />
      </View>
      <Bar report={report} now={now} />
      <Words report={report} />
      <Photos photos={report.photos.filter(({ eventSeq }) => eventSeq === 1)} />
      <Facts report={report} now={now} />
    </View>
  )
}

type Part = { report: Report; now: number }

function Number({ report, now }: Part) {
  const countdown = countdownOf(report, now)
  if (!countdown) return null
  return (
    <View className={`matter-number ${countdown.late ? 'matter-late' : ''}`}>
      <View className='hint'>{countdown.label}</View>
      <View className={countdown.unit ? 'number' : 'title'}>
        {countdown.figure}
        <Text className='matter-unit'> {countdown.unit}</Text>
      </View>
    </View>
  )
}

function Bar({ report, now }: Part) {
  const countdown = countdownOf(report, now)
  if (!countdown || countdown.used === null) return null
  return (
    <View className={`matter-bar ${countdown.late ? 'matter-late' : ''}`} aria-hidden>
      <View className='matter-bar-used' style={{ width: `${Math.round(countdown.used * 100)}%` }} />
    </View>
  )
}

const Words = ({ report }: { report: Report }) => {
  if (report.text === null) return <View className='second matter-words'>为保护隐私，文字和照片不公开。</View>
  return report.text ? <View className='matter-words'>{report.text}</View> : null
}

function Facts({ report, now }: Part) {
  const { lead, helpers, happenedAt, createdAt, mergedInto, anonymous, mine } = report
  const long = Math.abs(new Date(createdAt).getTime() - new Date(happenedAt).getTime()) > 10 * 60_000
  return (
    <View className='matter-facts'>
      {long && <View className='second'>发生在 {saidTime(happenedAt, now)}</View>}
      {lead && (
        <View className='second'>
          {lead.name}主办{helpers.length > 0 && `，${helpers.map(({ name }) => name).join('、')}协办`}
        </View>
      )}
      {report.supervised && <View className='second'>已督办</View>}
      {mine && anonymous && <View className='second'>您没有公开姓名</View>}
      {mergedInto && (
        <Tap className='text-link' role='link' onClick={() => Taro.navigateTo({ url: `/pages/report/detail/index?id=${mergedInto.id}` })}>
          并入 {mergedInto.number}，去看那一件 ›
        </Tap>
      )}
    </View>
  )
}
