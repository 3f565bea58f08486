import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Words } from '@/components/field'
import type { Order } from '../../../../contract/canteen'
import { DishStars } from './dish-stars'
import type { MealStore } from './meal-store'

/** After the meal: stars for the dishes, and a word; those without stars are not judged. */
export const RatingCard = observer(function RatingCard({ store, order }: { store: MealStore; order: Order }) {
  const [stars, setStars] = useState<Record<string, number>>({})
  const [text, setText] = useState('')
  const rated = Object.entries(stars)
  const next = order.items.find(({ dishId }) => !stars[dishId])?.dishId
  const send = () => store.rate({ items: rated.map(([dishId, count]) => ({ dishId, stars: count })), text: text.trim() || null })
  return (
    <View className='card stack'>
      <View className='title'>菜好吃吗？</View>
      {order.items.map(({ dishId, name }) => (
        <DishStars
          key={dishId}
          name={name}
          stars={stars[dishId] ?? 0}
          isNext={dishId === next}
          onChoose={(count) => setStars({ ...stars, [dishId]: count })}
        />
      ))}
      {rated.length > 0 && <Words value={text} label='评价' placeholder='想对后厨说的话（可不填）' most={500} onChange={setText} />}
      {rated.length > 0 && (
        <Button busy={store.doing === 'rate' && '正在提交…'} onClick={send}>
          提交评价
        </Button>
      )}
    </View>
  )
})
