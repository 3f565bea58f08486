import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { observer } from 'mobx-react-lite'
import { Button } from '@/components/button'
import { Stale, StateView } from '@/components/state-view'
import { Tap } from '@/components/tap'
import { weekdayOf } from '@/lib/meal'
import { dayOf } from '@/lib/time'
import { useNow } from '@/lib/use-now'
import { needSession } from '@/session/need-session'
import { session } from '@/session/session'
import type { StudyPath } from '../../../../contract/study'
import { pathUrl } from '../urls'
import type { HomeStore } from './home-store'
import { weekOf } from './week'

/** My streak, and the days of this week. */
export const StreakCard = observer(function StreakCard({ store }: { store: HomeStore }) {
  const { path } = store
  if (session.status === 'guest') return <Welcome />
  return (
    <StateView state={path.state} error={path.error} skeleton={1} onRetry={() => path.refresh()}>
      <Stale words={path.error} onRetry={() => path.refresh()} />
      {path.value && <Streak path={path.value} />}
    </StateView>
  )
})

const Welcome = () => (
  <View className='card stack'>
    <View className='title'>走近红色点位，每天学一点</View>
    <View className='second'>登录后打卡，能看到连续打卡、徽章和自己的足迹。</View>
    <Button plain onClick={needSession}>
      登录
    </Button>
  </View>
)

const Streak = ({ path }: { path: StudyPath }) => {
  const now = useNow()
  const earned = path.badges.filter(({ earnedAt }) => earnedAt).slice(-2)
  return (
    <Tap className='card' role='link' onClick={() => Taro.navigateTo({ url: pathUrl })}>
      <View className='row row-between row-wrap'>
        <View>
          <View className='second'>连续打卡</View>
          <View className='number'>
            {path.streak}
            <Text className='streak-unit'>天</Text>
          </View>
        </View>
        <View className='streak-badges'>
          {earned.map(({ code, name }) => (
            <View key={code} className='chip streak-badge'>
              {name}
            </View>
          ))}
        </View>
      </View>
      <Week days={path.days} now={now} />
      <View className='second streak-sum'>
        打卡 {path.checkIns} 次 · {path.points} 分{path.pending > 0 ? ` · ${path.pending} 次待核实` : ''}
      </View>
    </Tap>
  )
}

const Week = ({ days, now }: { days: readonly string[]; now: number }) => {
  const today = dayOf(now)
  const done = weekOf(now).filter((day) => days.includes(day))
  return (
    <View className='streak-week' aria-label={done.length > 0 ? `本周${done.map(weekdayOf).join('、')}打过卡` : '本周还没有打卡'}>
      {weekOf(now).map((day) => {
        const isDone = days.includes(day)
        return (
          <View key={day} className='streak-day' aria-hidden>
            <View>{weekdayOf(day).slice(1)}</View>
            <View className={`streak-dot ${isDone ? 'streak-dot-on' : day === today ? 'streak-dot-today' : ''}`}>
              {isDone ? '✓' : day === today ? '今' : ''}
            </View>
          </View>
        )
      })}
    </View>
  )
}
