import { View } from '@tarojs/components'
import { useState } from 'react'
import { Icon } from '@/components/icon'
import { Tap } from '@/components/tap'
import { saidTime } from '@/lib/time'
import { useNow } from '@/lib/use-now'
import type { BoardFacts, Correction } from '../../../contract/board'
import { withUnit } from './labels'

type Props = { corrections: readonly Correction[]; board: BoardFacts }

/** That the figures were corrected, why, and what that changed. */
export const CorrectionsCard = ({ corrections, board }: Props) =>
  corrections.length === 0 ? null : (
    <View className='card corrections'>
      {corrections.map((correction) => (
        <One key={correction.revision} correction={correction} board={board} />
      ))}
    </View>
  )

const One = ({ correction, board }: { correction: Correction; board: BoardFacts }) => {
  const now = useNow()
  const [open, setOpen] = useState(false)
  const { reason, publishedAt, changes, changed } = correction
  return (
    <View className='correction'>
      <View className='row correction-head'>
        <Icon name='alert' />
        <View className='grow'>
          {saidTime(publishedAt, now)}更正：{reason}
        </View>
      </View>
      {changed > 0 && (
        <Tap className='text-link' onClick={() => setOpen(!open)}>
          {open ? '收起' : `改了 ${changed} 个，看改了什么`}
        </Tap>
      )}
      {open &&
        changes.map(({ unitCode, name, from, to }) => (
          <View key={unitCode} className='correction-line'>
            <View className='grow'>{name}</View>
            <View>
              {placed(from, board)} → {placed(to, board)}
            </View>
          </View>
        ))}
      {open && changed > changes.length && <View className='second'>这里列出前 {changes.length} 个。</View>}
    </View>
  )
}

/** 第 5 名 94.6 分 */
function placed(place: Correction['changes'][number]['from'], { scoreUnit }: BoardFacts): string {
  if (!place) return '没有成绩'
  const words = [place.rank === null ? '不排名' : `第 ${place.rank} 名`, place.score && withUnit(place.score, scoreUnit)]
  return words.filter(Boolean).join(' ')
}
