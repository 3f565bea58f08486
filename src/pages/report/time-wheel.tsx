import { PickerView } from '@nutui/nutui-react-taro'
import { View } from '@tarojs/components'
import { useMemo, useState } from 'react'
import { begunBy, daysAround, momentOfWheelBy, wheelOf } from './when'
import './nutui.scss'

type Props = {
  moment: string
  /** First and last day to choose from, counted from today. */
  first: number
  last: number
  onChange: (moment: string) => void
}

const two = (figure: number) => String(figure).padStart(2, '0')
const figures = (count: number, label: (figure: number) => string) =>
  Array.from({ length: count }, (_, figure) => ({ value: two(figure), label: label(figure) }))

/** Day, hour and minute on Shanghai's clock, whatever the phone is set to. Where today is the last day, nothing to come is offered. */
export function TimeWheel({ moment, first, last, onChange }: Props) {
  const [now] = useState(Date.now)
  const latest = last === 0 ? now : null
  const wheel = wheelOf(moment)
  const { hours, minutes } = begunBy(latest, wheel)
  const options = useMemo(
    () => [
      daysAround(now, first, last).map(({ value, text }) => ({ value, label: text })),
      figures(hours, (hour) => `${hour} 点`),
      figures(minutes, (minute) => `${two(minute)} 分`),
    ],
    [now, first, last, hours, minutes],
  )
  const turned = (next: string[]) => {
    if (wheel.join() !== next.join()) onChange(momentOfWheelBy(latest, next))
  }
  return (
    <View className='wheel'>
      <PickerView
        // columns that grow or shrink are a new wheel, standing where the old one stood
        key={`${hours} ${minutes}`}
        options={options}
        defaultValue={wheel}
        threeDimensional={false}
        renderLabel={(item) => item.label}
        onChange={({ value }) => turned(value.map(String))}
      />
    </View>
  )
}
