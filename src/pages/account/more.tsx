import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { Button } from '@/components/button'
import { roleOf } from '@/components/role'
import type { Paged } from '@/lib/paged'

/** The end of a long list: more on its way, what went wrong, or that this is all. */
export const More = observer(function More({ list }: { list: Paged<unknown> }) {
  if (list.error) {
    return (
      <View className='card stack' {...roleOf('alert')}>
        <View className='second'>{list.error}</View>
        <Button plain onClick={() => list.retry()}>
          重试
        </Button>
      </View>
    )
  }
  if (list.loading) return <View className='more second'>正在加载…</View>
  if (!list.hasMore) return <View className='more second'>就这些了</View>
  return (
    <Button plain onClick={() => list.more()}>
      再看一些
    </Button>
  )
})
