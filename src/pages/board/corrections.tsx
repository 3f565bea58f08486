import { View } from '@tarojs/components'
import { withUnit } from '@/lib/board-words'
import { saidTime } from '@/lib/time'
import { useNow } from '@/lib/use-now'
import type { BoardFacts, Correction } from '../../../contract/board'

type Props = { corrections: readonly Correction[]; board: BoardFacts }

/** How the figures were corrected, and why, the newest first. */
export function Corrections({ corrections, board }: Props) {
  const now = useNow()
  return (
    <View>
      {corrections.map(({ revision, publishedAt, reason, changed, changes }) => (
        <View key={revision} className='correction'>
          <View>
            {saidTime(publishedAt, now)}更正：{reason}
          </View>
          <View className='second'>
            {changed === 0
              ? '名次和成绩没有变。'
              : `改了 ${changed} 个${changed > changes.length ? `，列出前 ${changes.length} 个` : ''}：`}
          </View>
          {changes.map(({ unitCode, name, from, to }) => (
            <View key={unitCode} className='correction-line'>
              <View className='grow'>{name}</View>
              <View>
                {placed(from, board)} → {placed(to, board)}
              </View>
            </View>
          ))}
        </View>
      ))}
    </View>
  )
}

/** 第 5 名 94.6 分 */
function placed(place: Correction['changes'][number]['from'], { scoreUnit }: BoardFacts): string {
  if (!place) return '没有成绩'
  const words = [place.rank === null ? '不排名' : `第 ${place.rank} 名`, place.score && withUnit(place.score, scoreUnit)]
  return words.filter(Boolean).join(' ')
}
