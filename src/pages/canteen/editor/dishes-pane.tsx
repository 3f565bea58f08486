import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Line } from '@/components/field'
import { Icon } from '@/components/icon'
import { roleOf } from '@/components/role'
import { Empty, Stale, StateView } from '@/components/state-view'
import { Tap } from '@/components/tap'
import { price } from '@/lib/money'
import type { Dish } from '../../../../contract/canteen'
import { kindWords } from '../labels'
import { matches } from './dish-adder'
import { DishForm } from './dish-form'
import type { DishStore } from './dish-store'

const perShow = 30

/** Every dish, and the form of one beside it or in its place. */
export const DishesPane = observer(function DishesPane({ store }: { store: DishStore }) {
  const { dishes } = store
  const state = dishes.value?.length === 0 ? 'empty' : dishes.state
  const empty = <Empty title='还没有菜' hint='先加几道菜，再排菜单。' action='加一道菜' onAction={() => store.create()} />
  return (
    <View className={`editor ${store.draft ? 'editor-writing' : ''}`}>
      <View className='editor-list'>
        <StateView state={state} error={dishes.error} empty={empty} onRetry={() => dishes.refresh()}>
          <Stale words={dishes.error} onRetry={() => dishes.refresh()} />
          <DishList store={store} all={dishes.value ?? []} />
        </StateView>
      </View>
      {store.draft && (
        <View className='editor-meal'>
          <DishForm key={store.draft.id} store={store} draft={store.draft} />
        </View>
      )}
    </View>
  )
})

const DishList = observer(function DishList({ store, all }: { store: DishStore; all: readonly Dish[] }) {
  const [words, setWords] = useState('')
  const [shown, setShown] = useState(perShow)
  const found = all.filter((dish) => matches(dish, words))
  return (
    <View>
      <View className='card stack'>
        <Line value={words} label='找菜' placeholder='菜名、编号或种类' most={20} onChange={setWords} />
        <Button plain onClick={() => store.create()}>
          加一道菜
        </Button>
        {store.saved && (
          <View className='staff-done' {...roleOf('status')}>
            <Icon name='check' />
            {store.saved}已保存
          </View>
        )}
      </View>
      <View className='card'>
        {found.length === 0 && <View className='second'>没有找到。</View>}
        {found.slice(0, shown).map((dish) => (
          <Tap key={dish.id} className='line-item' label={`改${dish.name}`} onClick={() => store.open(dish)}>
            <View className='grow'>
              <View>{dish.name}</View>
              <View className='second'>
                {dish.id} · {kindWords[dish.kind]}
              </View>
            </View>
            <View>{price(dish.priceFen)} ›</View>
          </Tap>
        ))}
      </View>
      {found.length > shown && (
        <Button plain onClick={() => setShown(shown + perShow)}>
          还有 {found.length - shown} 道
        </Button>
      )}
    </View>
  )
})
