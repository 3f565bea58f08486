import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Tap } from '@/components/tap'
import { useNow } from '@/lib/use-now'
import type { StudyPath } from '../../../../contract/study'
import { dayWords } from '../day-words'
import { siteUrl } from '../urls'
import { PlacesMap } from './places-map'

export type Places = StudyPath['sites']

const fewest = 5
const perBlock = 20

/** Where I have been: on a map, and one by one with how often. */
export function PlacesCard({ places }: { places: Places }) {
  const now = useNow()
  const [all, setAll] = useState(false)
  if (places.length === 0) return null
  const shown = all ? places : places.slice(0, fewest)
  const blocks = Array.from({ length: Math.ceil(shown.length / perBlock) }, (_, at) => shown.slice(at * perBlock, (at + 1) * perBlock))
  return (
    <View className='card'>
      <View className='row row-between row-wrap places-head'>
        <View className='title'>去过的地方</View>
        <View className='second'>{places.length} 处</View>
      </View>
      <PlacesMap places={places} />
      {blocks.map((block, at) => (
        <View key={block[0]?.id}>
          {block.map(({ id, name, times, last }, index) => (
            <Tap key={id} className='line-item' role='link' onClick={() => Taro.navigateTo({ url: siteUrl(id) })}>
              <View className='places-number' aria-hidden>
                {at * perBlock + index + 1}
              </View>
              <View className='grow'>
                <View>{name}</View>
                <View className='second'>
                  去过 {times} 次 · 最近一次{dayWords(last, now)}
                </View>
              </View>
              <View className='second' aria-hidden>
                ›
              </View>
            </Tap>
          ))}
        </View>
      ))}
      {!all && places.length > fewest && (
        <Button plain onClick={() => setAll(true)}>
          看全部 {places.length} 处
        </Button>
      )}
    </View>
  )
}
