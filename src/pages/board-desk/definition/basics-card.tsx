import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { Chips } from '@/components/chips'
import { Choices } from '@/components/choices'
import { Field, Line, Words } from '@/components/field'
import { Figure } from '@/components/figure'
import { unitKindWords } from '@/lib/board-words'
import type { RankedKind } from '../../../../contract/board'
import type { CardProps } from './definition-form'
import { betterWords, choicesOf, modeWords, periodKindWords, reachWords, sourceWords } from './words'

const group = 'group'
const kinds: readonly { readonly value: RankedKind | typeof group; readonly text: string }[] = [
  ...choicesOf(unitKindWords),
  { value: group, text: '不排，是一组榜' },
]

/** What it is called, what it ranks and how. */
export const BasicsCard = observer(function BasicsCard({ store, draft }: CardProps) {
  const { faults, groups } = store
  const isGroup = draft.unitKind === null
  return (
    <View className='card'>
      <View className='title'>{store.isNew ? '新建一个榜' : store.base?.name}</View>
      {store.isNew && (
        <Field name='编号，定了就不能改' error={faults.code}>
          <Line value={store.code} label='编号' placeholder='比如：GARB.RA' most={32} onChange={(code) => store.name(code.toUpperCase())} />
        </Field>
      )}
      <Field name='名称' error={faults.name}>
        <Line value={draft.name} label='名称' most={40} onChange={(name) => store.change({ name })} />
      </Field>
      <Field name='排什么'>
        <Choices
          name='排什么'
          choices={kinds}
          chosen={draft.unitKind ?? group}
          onChoose={(kind) => store.change(kind === group ? { unitKind: null, parentCode: null } : { unitKind: kind })}
        />
      </Field>
      {!isGroup && groups.length > 0 && (
        <Field name='归在哪一组'>
          <Choices
            name='归在哪一组'
            choices={[{ value: '', text: '不归组' }, ...groups.map(({ code, name }) => ({ value: code, text: name }))]}
            chosen={draft.parentCode ?? ''}
            onChoose={(code) => store.change({ parentCode: code || null })}
          />
        </Field>
      )}
      <Field name='在榜单里排第几，小的在前' error={faults.position}>
        <Figure value={draft.position} label='排第几' most={3} onChange={(position) => store.change({ position })} />
      </Field>
      {!isGroup && <HowPart store={store} draft={draft} />}
    </View>
  )
})

const HowPart = observer(function HowPart({ store, draft }: CardProps) {
  const { faults } = store
  const { periodKinds } = draft
  return (
    <>
      <Field name='范围'>
        <Choices name='范围' choices={choicesOf(reachWords)} chosen={draft.reach} onChoose={(reach) => store.change({ reach })} />
      </Field>
      <Field name='怎么排'>
        <Choices name='怎么排' choices={choicesOf(modeWords)} chosen={draft.mode} onChoose={(mode) => store.change({ mode })} />
      </Field>
      <Field name='成绩'>
        <Choices name='成绩' choices={choicesOf(betterWords)} chosen={draft.better} onChoose={(better) => store.change({ better })} />
      </Field>
      <Field name='成绩从哪里来'>
        <Choices
          name='成绩从哪里来'
          choices={choicesOf(sourceWords)}
          chosen={draft.source}
          onChoose={(source) => store.change({ source })}
        />
      </Field>
      <Field name='多久一期' error={faults.periodKinds}>
        <Chips
          choices={choicesOf(periodKindWords)}
          chosen={periodKinds}
          onChoose={(kind) =>
            store.change({ periodKinds: periodKinds.includes(kind) ? periodKinds.filter((one) => one !== kind) : [...periodKinds, kind] })
          }
        />
      </Field>
      <Field name='单位' error={faults.scoreUnit}>
        <Line value={draft.scoreUnit} label='单位' placeholder='分、%、台' most={8} onChange={(scoreUnit) => store.change({ scoreUnit })} />
      </Field>
      <Field name='显示几位小数' error={faults.decimals}>
        <Figure value={draft.decimals} label='小数位' most={1} onChange={(decimals) => store.change({ decimals })} />
      </Field>
      <Field name='怎么算的，写给大家看' error={faults.formula}>
        <Words
          value={draft.formula}
          label='算法说明'
          placeholder='比如：分类实效占 40%，设施和宣传占 30%……'
          most={600}
          onChange={(formula) => store.change({ formula })}
        />
      </Field>
    </>
  )
})
