import { PickerView } from '@nutui/nutui-react-taro'
import { View } from '@tarojs/components'
import { useMemo, useState } from 'react'
import { daysAround, momentOfWheel, wheelOf } from './when'
import './nutui.scss'

type Props = {
  moment: string
  /** First and last day to choose from, counted from today. */
  first: number
  last: number
  onChange: (moment: string) => void
}

const two = (figure: number) => String(figure).padStart(2, '0')
const hours = Array.from({ length: 24 }, (_, hour) => ({ value: two(hour), label: `${hour} 点` }))
const minutes = Array.from({ length: 60 }, (_, minute) => ({ value: two(minute), label: `${two(minute)} 分` }))

/** Day, hour and minute on Shanghai's clock, whatever the phone is set to. */
export function TimeWheel({ moment, first, last, onChange }: Props) {
  const [start] = useState(() => wheelOf(moment))
  const options = useMemo(
    () => [daysAround(Date.now(), first, last).map(({ value, text }) => ({ value, label: text })), hours, minutes],
    [first, last],
  )
  const turned = (wheel: string[]) => {
    const next = momentOfWheel(wheel)
    if (wheelOf(moment).join() !== wheel.join()) onChange(next)
  }
  return (
    <View className='wheel'>
      <PickerView
        options={options}
        defaultValue={start}
        threeDimensional={false}
        renderLabel={(item) => item.label}
        onChange={({ value }) => turned(value.map(String))}
      />
    </View>
  )
}
