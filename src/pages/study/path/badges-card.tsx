import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Icon } from '@/components/icon'
import { dayOf } from '@/lib/time'
import { useNow } from '@/lib/use-now'
import type { Badge } from '../../../../contract/study'
import { dayWords } from '../day-words'

/** How many that are still to be earned stand there before one asks for all. */
const next = 3

/** What one has earned and when, and what the others take. */
export function BadgesCard({ badges }: { badges: readonly Badge[] }) {
  const now = useNow()
  const [all, setAll] = useState(false)
  if (badges.length === 0) return null
  const earned = badges.filter(({ earnedAt }) => earnedAt)
  const open = badges.filter(({ earnedAt }) => !earnedAt)
  const shown = [...earned, ...(all ? open : open.slice(0, next))]
  return (
    <View className='card'>
      <View className='row row-between row-wrap badges-head'>
        <View className='title'>徽章</View>
        <View className='second'>
          得了 {earned.length} 枚，共 {badges.length} 枚
        </View>
      </View>
      {shown.map((badge) => (
        <Line key={badge.code} badge={badge} now={now} />
      ))}
      {shown.length < badges.length && (
        <Button plain onClick={() => setAll(true)}>
          还有 {badges.length - shown.length} 枚，怎么得
        </Button>
      )}
    </View>
  )
}

const Line = ({ badge: { name, about, earnedAt }, now }: { badge: Badge; now: number }) => (
  <View className='line-item'>
    <View className={earnedAt ? 'badge-sign badge-sign-on' : 'badge-sign'} aria-hidden>
      {earnedAt ? <Icon name='check' /> : [...name][0]}
    </View>
    <View className='grow'>
      <View className='row row-between row-wrap badge-head'>
        <View>{name}</View>
        <View className={earnedAt ? 'badge-when good-word' : 'second'}>
          {earnedAt ? `${dayWords(dayOf(earnedAt), now)}得到` : '还没得到'}
        </View>
      </View>
      <View className='second'>{about}</View>
    </View>
  </View>
)
