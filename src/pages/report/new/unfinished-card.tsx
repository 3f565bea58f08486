import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Tap } from '@/components/tap'
import { saidTime } from '@/lib/time'
import type { Draft } from '../draft'

/** Something on the same matter was begun before, e.g. until the page was loaded anew: offers to go on with it. */
export const UnfinishedCard = ({ draft }: { draft: Draft }) => (
  <Tap
    className='card row row-between row-wrap'
    role='link'
    onClick={() => Taro.redirectTo({ url: `/pages/report/new/index?draft=${draft.id}` })}
  >
    <View className='grow unfinished-words'>
      <View>上次有一份没写完</View>
      <View className='second clip-2'>{[saidTime(draft.savedAt), draft.text.trim()].filter(Boolean).join(' · ')}</View>
    </View>
    <View className='text-link'>接着写 ›</View>
  </Tap>
)
