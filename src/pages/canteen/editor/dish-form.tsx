import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { Button } from '@/components/button'
import { Chips } from '@/components/chips'
import { Field, FieldError, Line } from '@/components/field'
import { Figure } from '@/components/figure'
import type { Allergen, Diet, DishKind } from '../../../../contract/canteen'
import { allergenWords, dietWords, kindWords } from '../labels'
import { type DishDraft, figures, figureWords } from './dish-draft'
import { DishPicture } from './dish-picture'
import type { DishStore } from './dish-store'

const choicesOf = <T extends string>(words: Record<T, string>) =>
  (Object.entries(words) as [T, string][]).map(([value, text]) => ({ value, text }))
const kinds = choicesOf<DishKind>(kindWords)
const allergens = choicesOf<Allergen>(allergenWords)
const diets = choicesOf<Diet>(dietWords)

type Props = { store: DishStore; draft: DishDraft }

/** One dish: what it is called, costs and contains. */
export const DishForm = observer(function DishForm({ store, draft }: Props) {
  const { errors } = store
  return (
    <View className='with-foot'>
      <View className='card'>
        <View className='title'>{store.isNew ? '加一道菜' : `改「${store.dish?.name ?? draft.name}」`}</View>
        <Field name='菜名' error={errors.name}>
          <Line value={draft.name} label='菜名' placeholder='比如：红烧肉' most={30} onChange={(name) => store.change({ name })} />
        </Field>
        {store.isNew && (
          <Field name='编号，导入表格时用' error={errors.id}>
            <Line value={draft.id} label='编号' placeholder='比如：D039' most={32} onChange={(id) => store.change({ id })} />
          </Field>
        )}
        <Field name='种类'>
          <Chips choices={kinds} chosen={draft.kind} onChoose={(kind) => store.change({ kind })} />
        </Field>
        {draft.kind === 'set' && <PartsField store={store} draft={draft} />}
        <Field name='价格（元）' error={errors.price}>
          <Figure value={draft.price} label='价格' placeholder='比如：12' most={7} fraction onChange={(price) => store.change({ price })} />
        </Field>
        <DishPicture store={store} />
      </View>
      <View className='card'>
        <View className='title'>一份里有多少</View>
        {figures.map((name) => (
          <Field key={name} name={figureWords[name]} error={errors[name]}>
            <Figure
              value={draft.figures[name]}
              label={figureWords[name]}
              most={9}
              fraction
              onChange={(text) => store.setFigure(name, text)}
            />
          </Field>
        ))}
        <Field name='含有哪些过敏原'>
          <Chips choices={allergens} chosen={draft.allergens} onChoose={(allergen) => store.toggle('allergens', allergen)} />
        </Field>
        <Field name='适合'>
          <Chips choices={diets} chosen={draft.diets} onChoose={(diet) => store.toggle('diets', diet)} />
        </Field>
      </View>
      <View className='foot'>
        <FieldError text={store.failure ?? (Object.keys(errors).length > 0 ? '有几处要改一改，见上面红字。' : null)} />
        <View className='staff-buttons'>
          <Button plain onClick={() => store.close()}>
            不改了
          </Button>
          <Button busy={store.saving && '正在保存…'} onClick={() => store.save()}>
            保存这道菜
          </Button>
        </View>
      </View>
    </View>
  )
})

const PartsField = observer(function PartsField({ store, draft }: Props) {
  const single = store.dishes.value?.filter(({ id, kind }) => kind !== 'set' && id !== draft.id) ?? []
  return (
    <Field name='套餐里有哪几道菜' error={store.errors.parts}>
      <Chips
        choices={single.map(({ id, name }) => ({ value: id, text: name }))}
        chosen={draft.parts}
        onChoose={(part) => store.toggle('parts', part)}
      />
    </Field>
  )
})
