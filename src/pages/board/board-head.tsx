import { View } from '@tarojs/components'
import { useState } from 'react'
import { Icon } from '@/components/icon'
import { Tap } from '@/components/tap'
import { periodText } from '@/lib/periods'
import { saidTime } from '@/lib/time'
import { useNow } from '@/lib/use-now'
import type { BoardEdition, BoardFacts } from '../../../contract/board'
import { Corrections } from './corrections'
import { OtherBoards } from './other-boards'
import { PeriodChoice } from './period-choice'

type Props = {
  board: BoardFacts
  edition: BoardEdition | null
  periods: readonly string[]
  onPeriod: (period: string) => void
}
type Part = 'periods' | 'boards' | 'corrections'

/** Which board this is and of which period; the others, and what was corrected, unfold in place. */
export function BoardHead({ board, edition, periods, onPeriod }: Props) {
  const now = useNow()
  const [open, setOpen] = useState<Part | null>(null)
  const turn = (what: Part) => setOpen(open === what ? null : what)
  const sign = (what: Part) => (open === what ? '收起' : '▾')
  const choose = (period: string) => {
    setOpen(null)
    onPeriod(period)
  }
  const newest = edition?.corrections[0]
  return (
    <View className='card board-head'>
      <View className='title'>{board.name}</View>
      {edition && <View className='second'>{editionWords(edition, now)}</View>}
      {newest && (
        <Tap className='board-corrected' label={`更正过，原因：${newest.reason}，看改了什么`} onClick={() => turn('corrections')}>
          <Icon name='alert' />
          <View className='board-why'>更正过：{newest.reason}</View>
          <View className='board-sign'>{sign('corrections')}</View>
        </Tap>
      )}
      {open === 'corrections' && edition && <Corrections corrections={edition.corrections} board={board} />}
      <View className='row row-wrap board-turns'>
        {edition && (
          <Tap className='text-link' label={`${periodText(edition.period)}，换一期`} onClick={() => turn('periods')}>
            {periodText(edition.period)} {sign('periods')}
          </Tap>
        )}
        <Tap className='text-link' label={open === 'boards' ? '收起别的榜' : '别的榜'} onClick={() => turn('boards')}>
          别的榜 {sign('boards')}
        </Tap>
      </View>
      {open === 'periods' && edition && <PeriodChoice periods={periods} chosen={edition.period} onChoose={choose} />}
      {open === 'boards' && <OtherBoards town={board.townCode} except={board.code} />}
    </View>
  )
}

/** When the figures shown were made, and whether they still move. */
const editionWords = ({ state, at }: BoardEdition, now: number): string =>
  state === 'live' ? `还在统计，${saidTime(at, now)}算出来的，到期末才定下来` : `${saidTime(at, now)}发布`
