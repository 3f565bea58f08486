import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Button } from '@/components/button'
import { Icon } from '@/components/icon'
import { Tap } from '@/components/tap'
import { grouped } from '@/lib/money'
import type { StudyPath } from '../../../../contract/study'
import { homeUrl, shareUrl } from '../urls'

type Props = { path: StudyPath; onPending: () => void }

/** The streak and its rule, what has come together, what still waits, and the picture to show others. */
export function HeadCard({ path, onPending }: Props) {
  const { streak, longestStreak, checkIns, minutes, points, pending } = path
  const none = checkIns === 0 && pending === 0
  return (
    <View className='card'>
      <View className='row row-between row-wrap path-streak'>
        <View>
          <View className='second'>连续打卡</View>
          <View className='number'>
            {streak}
            <Text className='path-unit'>天</Text>
          </View>
        </View>
        <View className='second path-longest'>最长 {longestStreak} 天</View>
      </View>
      <View className='second'>每天打一次就接着算；学习点都不开放的日子不算断。</View>
      {none ? (
        <View className='stack path-first'>
          <View>还没有打过卡。到学习点扫一下现场的码，这里就会记下来。</View>
          <Button onClick={() => Taro.redirectTo({ url: homeUrl })}>去看看附近的学习点</Button>
        </View>
      ) : (
        <View className='path-sums'>
          <Sum name='打卡' figure={checkIns} unit='次' />
          <Sum name='学习' figure={minutes} unit='分钟' />
          <Sum name='积分' figure={points} unit='分' />
        </View>
      )}
      {pending > 0 && (
        <Tap className='path-pending' role='link' onClick={onPending}>
          <Icon name='clock' />
          <View className='grow'>有 {pending} 次打卡待核实，看看为什么</View>
          <View aria-hidden>›</View>
        </Tap>
      )}
      {checkIns > 0 && (
        <View className='path-share'>
          <Button plain onClick={() => Taro.navigateTo({ url: shareUrl })}>
            做一张分享图
          </Button>
        </View>
      )}
    </View>
  )
}

const Sum = ({ name, figure, unit }: { name: string; figure: number; unit: string }) => (
  <View className='path-sum'>
    <View className='second'>{name}</View>
    <View>
      <Text className='figure'>{grouped(figure)}</Text>
      <Text className='second'> {unit}</Text>
    </View>
  </View>
)
