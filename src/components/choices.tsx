import { View } from '@tarojs/components'
import { roleOf } from '@/components/role'
import { Tap } from '@/components/tap'

type Props<T extends string> = {
  name: string
  choices: readonly { readonly value: T; readonly text: string; readonly hint?: string }[]
  chosen: T | null
  onChoose: (value: T) => void
}

/** One of a few: a day, a sitting, a shelf. */
export function Choices<T extends string>({ name, choices, chosen, onChoose }: Props<T>) {
  return (
    <View className='staff-choices screen-only' {...roleOf('radiogroup')} aria-label={name}>
      {choices.map(({ value, text, hint }) => (
        <Tap
          key={value}
          className={`choice ${hint ? 'staff-choice-two' : ''} ${chosen === value ? 'choice-on' : ''}`}
          role='radio'
          checked={chosen === value}
          onClick={() => onChoose(value)}
        >
          <View>{text}</View>
          {hint && <View className='staff-choice-hint'>{hint}</View>}
        </Tap>
      ))}
    </View>
  )
}
