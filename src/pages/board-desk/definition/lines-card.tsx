import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { Choices } from '@/components/choices'
import { Field } from '@/components/field'
import { Figure } from '@/components/figure'
import type { CardProps } from './definition-form'
import { choicesOf, longPeriodWords, tieWords } from './words'

/** Lines, ties, and who is too small to be ranked. */
export const LinesCard = observer(function LinesCard({ store, draft }: CardProps) {
  const { faults } = store
  const isHigher = draft.better === 'higher'
  const isLong = draft.periodKinds.some((kind) => kind !== 'month')
  return (
    <View className='card'>
      <View className='title'>名次和红黑榜</View>
      <View className='second'>成绩一样的名次一样，后面的名次空出来（1、2、2、4）。</View>
      <Field name='同名次的谁列前面'>
        <Choices
          name='同名次的谁列前面'
          choices={choicesOf(tieWords)}
          chosen={draft.tieOrder}
          onChoose={(tieOrder) => store.change({ tieOrder })}
        />
      </Field>
      {isLong && (
        <Field name='季度、半年的成绩'>
          <Choices
            name='季度、半年的成绩'
            choices={choicesOf(longPeriodWords)}
            chosen={draft.longPeriod}
            onChoose={(longPeriod) => store.change({ longPeriod })}
          />
        </Field>
      )}
      <Field name='样本少于多少不排名，0 是不限' error={faults.minimumSample}>
        <Figure value={draft.minimumSample} label='最少样本' most={6} onChange={(minimumSample) => store.change({ minimumSample })} />
      </Field>
      <Field name={isHigher ? '到多少上红榜，没有就空着' : '不超过多少上红榜，没有就空着'} error={faults.redLine}>
        <Figure
          value={draft.redLine}
          label='红榜线'
          placeholder='没有'
          most={16}
          fraction
          onChange={(redLine) => store.change({ redLine })}
        />
      </Field>
      {draft.unitKind !== 'person' && (
        <Field name={isHigher ? '不超过多少上黑榜，没有就空着' : '到多少上黑榜，没有就空着'} error={faults.blackLine}>
          <Figure
            value={draft.blackLine}
            label='黑榜线'
            placeholder='没有'
            most={16}
            fraction
            onChange={(blackLine) => store.change({ blackLine })}
          />
        </Field>
      )}
    </View>
  )
})
