import { View } from '@tarojs/components'
import { Tap } from './tap'
import './chips.scss'

type ChipsProps<T extends string> = {
  choices: readonly { readonly value: T; readonly text: string }[]
  chosen: readonly T[] | T | null
  onChoose: (value: T) => void
}

/** Ready answers to tap. */
export function Chips<T extends string>({ choices, chosen, onChoose }: ChipsProps<T>) {
  const isOn = (value: T) => (Array.isArray(chosen) ? chosen.includes(value) : chosen === value)
  return (
    <View className='choices'>
      {choices.map(({ value, text }) => (
        <Tap
          key={value}
          className={`choice ${isOn(value) ? 'choice-on' : ''}`}
          role='switch'
          checked={isOn(value)}
          onClick={() => onChoose(value)}
        >
          {text}
        </Tap>
      ))}
    </View>
  )
}
