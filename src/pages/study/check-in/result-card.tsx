import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Button } from '@/components/button'
import { Icon } from '@/components/icon'
import { roleOf } from '@/components/role'
import { dayName } from '@/lib/meal'
import { clockTime, dayOf } from '@/lib/time'
import { useNow } from '@/lib/use-now'
import type { CheckInResult } from '../../../../contract/study'
import { pathUrl } from '../urls'

/** 明天 10:00 起可以再打 */
const nextWords = (at: string, now: number) => `在这里，${dayName(dayOf(at), now)} ${clockTime(at)} 起可以再打。`

type Props = { result: CheckInResult; onAgain: () => void }

/** What the check-in brought, line by line; or why somebody looks at it first. */
export function ResultCard({ result, onAgain }: Props) {
  const now = useNow()
  const { siteName, state, at, streak, newBadges, nextCountsAt, totalPoints } = result
  return (
    <View>
      <View className='card' {...roleOf('status')}>
        {state === 'counted' ? <Counted result={result} /> : <Pending result={result} />}
        <View className='second result-where'>
          {siteName} · {dayName(dayOf(at), now)} {clockTime(at)}
        </View>
        {newBadges.map(({ code, name, about }) => (
          <View key={code} className='row result-badge'>
            <View className='result-medal' aria-hidden>
              ★
            </View>
            <View className='grow'>
              <View className='title'>得到徽章：{name}</View>
              <View className='second'>{about}</View>
            </View>
          </View>
        ))}
        <View className='result-sums'>
          <Sum name='连续打卡' figure={streak} unit='天' />
          <Sum name='积分一共' figure={totalPoints} unit='分' />
        </View>
        <View className='second result-next'>{nextWords(nextCountsAt, now)}</View>
      </View>
      <View className='stack result-ways'>
        <Button plain onClick={() => Taro.navigateTo({ url: pathUrl })}>
          看我的足迹
        </Button>
        <Button plain onClick={onAgain}>
          再打一处
        </Button>
      </View>
    </View>
  )
}

const Sum = ({ name, figure, unit }: { name: string; figure: number; unit: string }) => (
  <View className='grow'>
    <View className='second'>{name}</View>
    <View className='number'>
      {figure}
      <Text className='result-unit'>{unit}</Text>
    </View>
  </View>
)

const Counted = ({ result: { lines, points } }: { result: CheckInResult }) => (
  <View>
    <View className='row title good-word'>
      <Icon name='check' />
      <View className='grow'>打卡成功{points > 0 ? `，加 ${points} 分` : ''}</View>
    </View>
    {lines.map(({ kind, why, points: each }) => (
      <View key={`${kind} ${why} ${each}`} className='row row-between result-line'>
        <View className='grow'>{why}</View>
        <View className='result-points'>+{each} 分</View>
      </View>
    ))}
    {lines.length === 0 && <View className='second'>今天的积分已经满了，这次照样记在足迹里。</View>}
  </View>
)

const Pending = ({ result: { marks } }: { result: CheckInResult }) => (
  <View>
    <View className='row title pending-word'>
      <Icon name='clock' />
      <View className='grow'>打卡记下了，等人看一下</View>
    </View>
    {marks.map(({ mark, why }) => (
      <View key={mark} className='result-why'>
        · {why}
      </View>
    ))}
    <View className='second'>讲解员或支部书记看过以后，就算数、补积分，结果会发到您的消息里。</View>
  </View>
)
