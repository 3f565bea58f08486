import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useState } from 'react'
import { Chips } from '@/components/chips'
import { Field } from '@/components/field'
import { saidTime } from '@/lib/time'
import { session } from '@/session/session'
import { TimeWheel } from '../time-wheel'
import { type Choice, earlierDays, earlierToday } from '../when'
import type { NewStore } from './new-store'

type Mode = 'now' | 'today' | 'other'
const modes = [
  { value: 'now', text: '刚才' },
  { value: 'today', text: '今天早些时候' },
  { value: 'other', text: '选时间' },
] as const

/** When it happened: just now, unless somebody says otherwise. */
export const WhenField = observer(function WhenField({ store }: { store: NewStore }) {
  const { happenedAt } = store.draft
  const [mode, setMode] = useState<Mode>(happenedAt ? 'other' : 'now')
  // ready times stay the same while they are on the screen, so the chosen one is known again
  const [now, setNow] = useState(Date.now)
  const set = (moment: string | null) => store.edit({ happenedAt: moment })
  const choose = (next: Mode) => {
    setMode(next)
    const present = Date.now()
    setNow(present)
    if (next === 'now') set(null)
    if (next === 'today') set(earlierToday(present)[0]?.moment ?? null)
  }
  return (
    <Field id='field-happenedAt' name='什么时候' error={store.errors.happenedAt}>
      <Chips choices={modes} chosen={mode} onChoose={choose} />
      {mode === 'today' && <Ready choices={earlierToday(now)} chosen={happenedAt} onChoose={set} />}
      {mode === 'other' && session.elder && <Ready choices={earlierDays(now)} chosen={happenedAt} onChoose={set} />}
      {mode === 'other' && !session.elder && (
        <TimeWheel moment={happenedAt ?? new Date(now).toISOString()} first={-29} last={0} onChange={set} />
      )}
      {happenedAt && <View className='second when-said'>发生在 {saidTime(happenedAt)}</View>}
    </Field>
  )
})

type ReadyProps = { choices: readonly Choice[]; chosen: string | null; onChoose: (moment: string) => void }

const Ready = ({ choices, chosen, onChoose }: ReadyProps) => (
  <Chips choices={choices.map(({ text, moment }) => ({ text, value: moment }))} chosen={chosen} onChoose={onChoose} />
)
