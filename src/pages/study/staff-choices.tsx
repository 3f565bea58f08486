import { View } from '@tarojs/components'
import { roleOf } from '@/components/role'
import { Tap } from '@/components/tap'

type Props<T extends string> = {
  name: string
  choices: readonly { readonly value: T; readonly text: string }[]
  chosen: T | null
  onChoose: (value: T) => void
}

/** One of a few: a site, a month, a branch. */
export function Choices<T extends string>({ name, choices, chosen, onChoose }: Props<T>) {
  return (
    <View className='staff-choices screen-only' {...roleOf('radiogroup')} aria-label={name}>
      {choices.map(({ value, text }) => (
        <Tap
          key={value}
          className={`choice ${chosen === value ? 'choice-on' : ''}`}
          role='radio'
          checked={chosen === value}
          onClick={() => onChoose(value)}
        >
          {text}
        </Tap>
      ))}
    </View>
  )
}
