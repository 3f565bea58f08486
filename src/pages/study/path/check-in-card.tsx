import { Image, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Icon, type IconName } from '@/components/icon'
import { Tap } from '@/components/tap'
import { absolute } from '@/lib/request'
import { saidTime } from '@/lib/time'
import type { CheckIn, CheckInState } from '../../../../contract/study'
import { checkInStateWords } from '../labels'
import { siteUrl } from '../urls'

const chips: Readonly<Record<CheckInState, { icon: IconName; tone: string }>> = {
  counted: { icon: 'check', tone: 'good' },
  pending: { icon: 'clock', tone: 'warn' },
  refused: { icon: 'stop', tone: 'quiet' },
}

/** One check-in: where and when, how it stands and why, and what was left there. */
export function CheckInCard({ checkIn, now }: { checkIn: CheckIn; now: number }) {
  const { siteId, siteName, state, at, points, minutes, thought, photos } = checkIn
  const { icon, tone } = chips[state]
  const facts = [saidTime(at, now), minutes ? `学习 ${minutes} 分钟` : '', points > 0 ? `+${points} 分` : ''].filter(Boolean)
  return (
    <View className='card check-in-card'>
      <Tap role='link' label={`${siteName}，看学习点`} onClick={() => Taro.navigateTo({ url: siteUrl(siteId) })}>
        <View className='row row-between row-wrap site-title'>
          <View className='site-name title'>{siteName}</View>
          <View className={`chip chip-${tone}`}>
            <Icon name={icon} />
            {checkInStateWords[state]}
          </View>
        </View>
        <View className='second site-facts'>
          {facts.map((fact) => (
            <View key={fact}>{fact}</View>
          ))}
        </View>
      </Tap>
      <Standing checkIn={checkIn} />
      {thought && <View className='check-in-thought'>{thought}</View>}
      {photos.length > 0 && <Photos photos={photos} />}
    </View>
  )
}

/** Why it waits, or what came of looking at it. */
function Standing({ checkIn: { state, marks, decision } }: { checkIn: CheckIn }) {
  if (state === 'pending') {
    return (
      <View className='check-in-standing check-in-pending'>
        {marks.map(({ mark, why }) => (
          <View key={mark} className='check-in-line'>
            {why}
          </View>
        ))}
        <View className='check-in-line'>打卡已经记下了，您不用再做什么；讲解员或支部书记看过，会发消息告诉您。</View>
      </View>
    )
  }
  if (!decision) return null
  return (
    <View className='check-in-standing'>
      <View>{decision.counts ? '核实过了，算数。' : '核实过了，这次不算。下次到现场再打一次就行。'}</View>
      {decision.note && <View className='check-in-line'>留言：{decision.note}</View>}
    </View>
  )
}

const Photos = ({ photos }: { photos: CheckIn['photos'] }) => {
  const urls = photos.map(({ url }) => absolute(url))
  return (
    <View className='check-in-photos'>
      {photos.map(({ id, url, thumbUrl }, at) => (
        <Tap key={id} label={`第 ${at + 1} 张照片，放大看`} onClick={() => Taro.previewImage({ current: absolute(url), urls })}>
          <Image className='check-in-photo' src={absolute(thumbUrl)} mode='aspectFill' lazyLoad aria-hidden imgProps={{ alt: '' }} />
        </Tap>
      ))}
    </View>
  )
}
