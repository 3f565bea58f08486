import { View } from '@tarojs/components'
import { useState } from 'react'
import { Tap } from '@/components/tap'
import { saidTime } from '@/lib/time'
import { useNow } from '@/lib/use-now'
import type { BoardEdition, BoardFacts } from '../../../contract/board'
import { OtherBoards } from './other-boards'
import { PeriodChoice } from './period-choice'
import { periodText } from './periods'

type Props = {
  board: BoardFacts
  edition: BoardEdition | null
  periods: readonly string[]
  onPeriod: (period: string) => void
}

/** Which board this is and of which period; the others unfold in place. */
export function BoardHead({ board, edition, periods, onPeriod }: Props) {
  const now = useNow()
  const [open, setOpen] = useState<'periods' | 'boards' | null>(null)
  const turn = (what: 'periods' | 'boards') => setOpen(open === what ? null : what)
  const choose = (period: string) => {
    setOpen(null)
    onPeriod(period)
  }
  return (
    <View className='card board-head'>
      <View className='title'>{board.name}</View>
      {edition && <View className='second'>{editionWords(edition, now)}</View>}
      <View className='row row-wrap board-turns'>
        {edition && (
          <Tap className='text-link' label={`${periodText(edition.period)}，换一期`} onClick={() => turn('periods')}>
            {periodText(edition.period)} {open === 'periods' ? '收起' : '▾'}
          </Tap>
        )}
        <Tap className='text-link' label={open === 'boards' ? '收起别的榜' : '别的榜'} onClick={() => turn('boards')}>
          别的榜 {open === 'boards' ? '收起' : '▾'}
        </Tap>
      </View>
      {open === 'periods' && edition && <PeriodChoice periods={periods} chosen={edition.period} onChoose={choose} />}
      {open === 'boards' && <OtherBoards town={board.townCode} except={board.code} />}
    </View>
  )
}

/** When the figures shown were made, and whether they still move. */
function editionWords({ state, at, revision }: BoardEdition, now: number): string {
  if (state === 'live') return `还在统计，${saidTime(at, now)}算出来的，到期末才定下来`
  return `${saidTime(at, now)}发布${revision > 1 ? ` · 更正过 ${revision - 1} 次` : ''}`
}
