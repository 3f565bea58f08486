import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Line } from '@/components/field'
import { Tap } from '@/components/tap'
import { price } from '@/lib/money'
import type { Dish } from '../../../../contract/canteen'
import { kindWords } from '../labels'
import type { DraftStore } from './draft-store'
import { mostItems } from './plan-draft'

const mostShown = 40

/** Dishes that are not in the meal yet; a tap puts one in. */
export const DishAdder = observer(function DishAdder({ store }: { store: DraftStore }) {
  const [open, setOpen] = useState(false)
  const [words, setWords] = useState('')
  if (store.items.length >= mostItems) return <View className='second'>一餐最多 {mostItems} 道菜。</View>
  if (!open) {
    return (
      <View className='editor-adder'>
        <Button plain onClick={() => setOpen(true)}>
          加菜
        </Button>
      </View>
    )
  }
  const free = store.at.dishes.value?.filter(({ id }) => !store.items.some(({ dishId }) => dishId === id)) ?? []
  const found = free.filter((dish) => matches(dish, words))
  return (
    <View className='editor-adder stack'>
      <Line value={words} label='找菜' placeholder='菜名、编号或种类，比如：素菜' most={20} onChange={setWords} />
      <View className='choices'>
        {found.slice(0, mostShown).map((dish) => (
          <Tap key={dish.id} className='choice' label={`加${dish.name}`} onClick={() => store.add(dish)}>
            ＋ {dish.name} {price(dish.priceFen)}
          </Tap>
        ))}
      </View>
      {found.length > mostShown && <View className='second'>还有 {found.length - mostShown} 道，写几个字找一找。</View>}
      {found.length === 0 && <View className='second'>没有找到。新菜先在「所有菜品」里加。</View>}
      <Button plain onClick={() => setOpen(false)}>
        加好了
      </Button>
    </View>
  )
})

/** Whether a dish is meant by some words. */
export const matches = ({ id, name, kind }: Dish, words: string): boolean => {
  const said = words.trim().toLowerCase()
  return name.includes(said) || id.toLowerCase().includes(said) || kindWords[kind].includes(said)
}
