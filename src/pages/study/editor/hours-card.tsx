import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { Button } from '@/components/button'
import { Chips } from '@/components/chips'
import { Field, FieldError, Line } from '@/components/field'
import { Tap } from '@/components/tap'
import type { CardProps } from './facts-card'
import type { ExceptionDraft, WeeklyDraft } from './site-draft'

const weekdays = [...'一二三四五六日'].map((day, at) => ({ value: String(at + 1), text: day }))

/** When it is open: every week, on days unlike the others, and when the lights are on. */
export const HoursCard = observer(function HoursCard({ store, draft }: CardProps) {
  const { weekly, exceptions } = draft
  const setWeek = (at: number, change: Partial<WeeklyDraft>) =>
    store.change({ weekly: weekly.map((one, index) => (index === at ? { ...one, ...change } : one)) })
  const setDay = (at: number, change: Partial<ExceptionDraft>) =>
    store.change({ exceptions: exceptions.map((one, index) => (index === at ? { ...one, ...change } : one)) })
  return (
    <View className='card'>
      <View className='title'>开放时间</View>
      {weekly.map((one, at) => (
        <View key={`week ${String(at)}`} className='editor-part'>
          <View className='second'>周几</View>
          <Chips
            choices={weekdays}
            chosen={one.weekdays.map(String)}
            onChoose={(day) => setWeek(at, { weekdays: toggled(one.weekdays, Number(day)) })}
          />
          <View className='row editor-gap'>
            <View className='grow'>
              <Line
                value={one.span}
                label={`第 ${at + 1} 段时间`}
                placeholder='09:00-17:00'
                most={20}
                onChange={(span) => setWeek(at, { span })}
              />
            </View>
            <Tap
              className='text-link'
              label={`去掉第 ${at + 1} 段时间`}
              onClick={() => store.change({ weekly: weekly.filter((_, index) => index !== at) })}
            >
              去掉
            </Tap>
          </View>
        </View>
      ))}
      <FieldError text={store.errors.weekly} />
      <View className='editor-gap'>
        <Button plain onClick={() => store.change({ weekly: [...weekly, { weekdays: [], span: '' }] })}>
          加一段时间
        </Button>
      </View>
      <View className='title editor-gap'>特别的日子</View>
      {exceptions.map((one, at) => (
        <View key={`day ${String(at)}`} className='editor-part stack'>
          <Line
            value={one.date}
            label={`第 ${at + 1} 个特别的日期`}
            placeholder='日期，比如 2027-01-01'
            most={10}
            onChange={(date) => setDay(at, { date })}
          />
          <Line
            value={one.span}
            label={`第 ${at + 1} 个特别的时间`}
            placeholder='时间；不开放就空着'
            most={60}
            onChange={(span) => setDay(at, { span })}
          />
          <View className='row'>
            <View className='grow'>
              <Line
                value={one.note}
                label={`第 ${at + 1} 个特别的原因`}
                placeholder='原因，比如 元旦'
                most={60}
                onChange={(note) => setDay(at, { note })}
              />
            </View>
            <Tap
              className='text-link'
              label={`去掉第 ${at + 1} 个特别的日子`}
              onClick={() => store.change({ exceptions: exceptions.filter((_, index) => index !== at) })}
            >
              去掉
            </Tap>
          </View>
        </View>
      ))}
      <FieldError text={store.errors.exceptions} />
      <View className='editor-gap'>
        <Button plain onClick={() => store.change({ exceptions: [...exceptions, { date: '', span: '', note: '' }] })}>
          加一个日子
        </Button>
      </View>
      <Field name='每天亮灯，没有灯就空着' error={store.errors.lights}>
        <Line
          value={draft.lights}
          label='亮灯时间'
          placeholder='比如：18:45-22:00'
          most={20}
          onChange={(lights) => store.change({ lights })}
        />
      </Field>
    </View>
  )
})

const toggled = (days: readonly number[], day: number): number[] =>
  days.includes(day) ? days.filter((one) => one !== day) : [...days, day]
