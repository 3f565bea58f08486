import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { FieldError } from '@/components/field'
import { Figure } from '@/components/figure'
import { Tap } from '@/components/tap'
import { price } from '@/lib/money'
import { kindWords } from '../labels'
import type { DraftStore } from './draft-store'
import type { DraftItem } from './plan-draft'

type Props = { store: DraftStore; item: DraftItem }

/** One dish of the meal. */
export const PlanLine = observer(function PlanLine({ store, item }: Props) {
  const dish = store.at.dishOf(item.dishId)
  const name = dish?.name ?? item.dishId
  const taken = store.at.takenOf(item.dishId)
  return (
    <View className='editor-line'>
      <View className='row row-between editor-what'>
        <View className='grow'>
          <View className='editor-name'>{name}</View>
          <View className='second'>
            {dish && `${kindWords[dish.kind]} · `}
            {taken > 0 ? `已订 ${taken} 份` : '还没人订'}
            {store.at.isFixed && ` · 共 ${item.quota} 份 · ¥${item.price}`}
            {dish && !store.at.isFixed && ` · 平时 ${price(dish.priceFen)}`}
          </View>
        </View>
        <SoldOut store={store} dishId={item.dishId} name={name} />
      </View>
      {!store.at.isFixed && <Figures store={store} item={item} name={name} taken={taken} />}
    </View>
  )
})

type FigureProps = Props & { name: string; taken: number }

const Figures = observer(function Figures({ store, item, name, taken }: FigureProps) {
  return (
    <View>
      <View className='editor-figures'>
        <View className='editor-figure'>
          <Figure value={item.quota} label={`${name}份数`} most={5} onChange={(quota) => store.change(item.dishId, { quota })} />
          <View className='second'>份</View>
        </View>
        <View className='editor-figure'>
          <Figure value={item.price} label={`${name}价格`} most={7} fraction onChange={(price) => store.change(item.dishId, { price })} />
          <View className='second'>元</View>
        </View>
        {taken === 0 && (
          <Tap className='text-link editor-remove' label={`去掉${name}`} onClick={() => store.remove(item.dishId)}>
            去掉
          </Tap>
        )}
      </View>
      <FieldError text={store.faults.get(item.dishId)} />
    </View>
  )
})

/** On or off at once; only for a dish that is saved with the meal. */
const SoldOut = observer(function SoldOut({ store, dishId, name }: { store: DraftStore; dishId: string; name: string }) {
  const saved = store.at.itemOf(dishId)
  if (!saved || store.at.isFixed) return null
  const busy = store.switching === dishId
  return (
    <Tap
      className={`choice editor-sold ${saved.soldOut ? 'editor-sold-on' : ''}`}
      role='switch'
      checked={saved.soldOut}
      label={`${name}售完`}
      onClick={() => store.switchOff(dishId, !saved.soldOut)}
    >
      {busy ? '请稍等…' : saved.soldOut ? '✓ 售完' : '售完'}
    </Tap>
  )
})
