import { View } from '@tarojs/components'
import { Icon } from '@/components/icon'
import { dayOf } from '@/lib/time'
import { useNow } from '@/lib/use-now'
import type { Badge } from '../../../../contract/study'
import { dayWords } from '../day-words'

/** What one has earned and when, and what the others take. */
export function BadgesCard({ badges }: { badges: readonly Badge[] }) {
  const now = useNow()
  const earned = badges.filter(({ earnedAt }) => earnedAt).length
  if (badges.length === 0) return null
  return (
    <View className='card'>
      <View className='row row-between row-wrap'>
        <View className='title'>徽章</View>
        <View className='second'>
          得了 {earned} 枚，共 {badges.length} 枚
        </View>
      </View>
      {badges.map(({ code, name, about, earnedAt }) => (
        <View key={code} className='line-item badge-line'>
          <View className={earnedAt ? 'badge-sign badge-sign-on' : 'badge-sign'} aria-hidden>
            {earnedAt ? <Icon name='check' /> : [...name][0]}
          </View>
          <View className='badge-words'>
            <View>{name}</View>
            <View className='second'>{about}</View>
          </View>
          <View className={`badge-when ${earnedAt ? 'good-word' : 'second'}`}>
            {earnedAt ? `${dayWords(dayOf(earnedAt), now)}得到` : '还没得到'}
          </View>
        </View>
      ))}
    </View>
  )
}
