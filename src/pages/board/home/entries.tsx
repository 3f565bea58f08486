import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { observer } from 'mobx-react-lite'
import { Tap } from '@/components/tap'
import { holds } from '@/session/holds'
import { deskUrl, sortingUrl } from '../urls'
import type { HomeStore } from './home-store'

/** The other pages of the service, and those of who makes the boards. */
export const Entries = observer(function Entries({ store }: { store: HomeStore }) {
  return (
    <View className='entries'>
      <Entry title='垃圾怎么分' hint='查一查扔哪个桶' url={sortingUrl} />
      {holds('board_editor', 'board_reviewer', 'admin') && <Entry title='榜单管理' hint={waitingWords(store)} url={deskUrl} />}
    </View>
  )
})

/** What waits for this member of the staff, in a word. */
function waitingWords({ drafts }: HomeStore): string {
  const all = drafts.value ?? []
  const review = holds('board_reviewer', 'admin') ? all.filter(({ state, own }) => state === 'in_review' && !own).length : 0
  const returned = holds('board_editor', 'admin') ? all.filter(({ state }) => state === 'returned').length : 0
  const words = [review > 0 && `${review} 份等您复核`, returned > 0 && `${returned} 份退回要改`].filter(Boolean)
  return words.join('，') || '成绩、复核、发布'
}

const Entry = ({ title, hint, url }: { title: string; hint: string; url: string }) => (
  <Tap className='card entry' role='link' onClick={() => Taro.navigateTo({ url })}>
    <View className='grow'>
      <View className='title'>{title}</View>
      <View className='second'>{hint}</View>
    </View>
    <View className='second' aria-hidden>
      ›
    </View>
  </Tap>
)
