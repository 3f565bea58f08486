import { View } from '@tarojs/components'
import { useState } from 'react'
import { Chips } from '@/components/chips'
import { Tap } from '@/components/tap'
import type { PeriodKind } from '../../../contract/board'
import { kindOf, periodText } from './periods'

const kindWords: Readonly<Record<PeriodKind, string>> = { month: '月月比', quarter: '季季评', half: '半年展' }
/** So many of a kind stand there before one asks for all. */
const some = 6

type Props = { periods: readonly string[]; chosen: string; onChoose: (period: string) => void }

/** The periods of a board by their kind, the newest first. */
export const PeriodChoice = (props: Props) => (
  <View>
    {(Object.keys(kindWords) as PeriodKind[]).map((kind) => (
      <OfKind key={kind} {...props} kind={kind} periods={props.periods.filter((period) => kindOf(period) === kind)} />
    ))}
  </View>
)

function OfKind({ kind, periods, chosen, onChoose }: Props & { kind: PeriodKind }) {
  const [all, setAll] = useState(false)
  if (periods.length === 0) return null
  const shown = all ? periods : periods.slice(0, Math.max(some, periods.indexOf(chosen) + 1))
  return (
    <View className='period-kind'>
      <View className='second'>{kindWords[kind]}</View>
      <Chips choices={shown.map((value) => ({ value, text: periodText(value) }))} chosen={chosen} onChoose={onChoose} />
      {shown.length < periods.length && (
        <Tap className='text-link' onClick={() => setAll(true)}>
          更早的 {periods.length - shown.length} 期
        </Tap>
      )}
    </View>
  )
}
