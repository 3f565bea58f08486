import { View } from '@tarojs/components'
import { Choices } from '@/components/choices'
import { dayAfter, dayName, weekdayOf } from '@/lib/meal'
import { dayOf } from '@/lib/time'
import { useNow } from '@/lib/use-now'
import { sittingWords } from './labels'
import { daysFrom, type Hours, type Meal } from './staff-meal'

type Props = { hours: Hours; meal: Meal; days: number; onChoose: (meal: Meal) => void }

/** A day from today on, and a sitting. */
export function MealPicker({ hours, meal: { date, sitting }, days, onChoose }: Props) {
  const today = dayOf(useNow())
  const isSoon = (day: string) => day <= dayAfter(today, 1)
  return (
    <View className='stack staff-meal screen-only'>
      <Choices
        name='日期'
        choices={daysFrom(today, days).map((value) => ({ value, text: isSoon(value) ? dayName(value, Date.now()) : weekdayOf(value) }))}
        chosen={date}
        onChoose={(date) => onChoose({ date, sitting })}
      />
      <Choices
        name='餐次'
        choices={hours.map(({ sitting: value }) => ({ value, text: sittingWords[value] }))}
        chosen={sitting}
        onChoose={(sitting) => onChoose({ date, sitting })}
      />
    </View>
  )
}
