import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useState } from 'react'
import { Chips } from '@/components/chips'
import { Tap } from '@/components/tap'
import type { Allergen, Diet } from '../../../../contract/canteen'
import { allergenWords, dietWords } from '../labels'
import { tastes } from '../tastes-store'
import type { MenuStore } from './menu-store'

const choicesOf = <T extends string>(words: Record<T, string>) =>
  (Object.keys(words) as T[]).map((value) => ({ value, text: words[value] }))

/** What not to show: dishes with what the person cannot eat, or not cooked as they need it. */
export const TastesCard = observer(function TastesCard({ store }: { store: MenuStore }) {
  const [open, setOpen] = useState(false)
  return (
    <View className='card tastes-card'>
      <Tap className='row row-between tastes-line' label={open ? '收起忌口' : '设忌口'} onClick={() => setOpen(!open)}>
        <View className='grow'>
          <View>{tastes.words || '忌口、少盐、低糖'}</View>
          {store.hidden > 0 && <View className='second'>收起了 {store.hidden} 样不合适的</View>}
        </View>
        <View className='card-link' aria-hidden>
          {open ? '收起' : '设置 ›'}
        </View>
      </Tap>
      {open && (
        <View>
          <View className='second'>不要含有</View>
          <Chips<Allergen> choices={choicesOf(allergenWords)} chosen={tastes.tastes.avoid} onChoose={(one) => tastes.avoid(one)} />
          <View className='second tastes-more'>只看</View>
          <Chips<Diet> choices={choicesOf(dietWords)} chosen={tastes.tastes.diets} onChoose={(one) => tastes.want(one)} />
          <View className='hint tastes-more'>按食堂申报的过敏原筛选。过敏严重的，请再问一下食堂。</View>
        </View>
      )}
    </View>
  )
})
