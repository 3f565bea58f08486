import { Text, View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { roleOf } from '@/components/role'
import { grouped } from '@/lib/money'
import type { HomeStore } from './home-store'

/** The promise of the year: meals served against the goal. Nothing where it is not known: the page does not hang on it. */
export const ProgressCard = observer(function ProgressCard({ store }: { store: HomeStore }) {
  const progress = store.progress.value
  if (!progress) return null
  const { collected, target } = progress
  const percent = target > 0 ? Math.min(100, (collected / target) * 100) : 0
  return (
    <View className='card'>
      <View className='row row-between row-wrap progress-words'>
        <View>
          今年已供餐 <Text className='progress-figure'>{grouped(collected)}</Text> 份
        </View>
        <View className='hint'>目标 {grouped(target)}</View>
      </View>
      <View className='progress-bar' aria-label={`今年目标完成 ${percent.toFixed(1)}%`} {...roleOf('status')}>
        <View className='progress-done' style={{ width: `${percent}%` }} />
      </View>
    </View>
  )
})
