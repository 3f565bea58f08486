import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import type { Paged } from '@/lib/paged'
import { Button } from './button'
import { roleOf } from './role'
import './more.scss'

/** The end of a long list: more on its way, what went wrong, or that this is all. */
export const More = observer(function More({ list }: { list: Paged<unknown> }) {
  if (list.moreError) {
    return (
      <View className='card stack' {...roleOf('alert')}>
        <View className='second'>{list.moreError}</View>
        <Button plain onClick={() => list.retry()}>
          重试
        </Button>
      </View>
    )
  }
  if (list.loadingMore) return <View className='more second'>正在加载…</View>
  if (!list.hasMore) return <View className='more second'>就这些了</View>
  return (
    <Button plain onClick={() => list.more()}>
      再看一些
    </Button>
  )
})
