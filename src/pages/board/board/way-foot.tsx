import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { observer } from 'mobx-react-lite'
import { Button } from '@/components/button'
import type { BoardStore } from './board-store'

const quick = { duration: 150 }

/** The one step on from my place: down to all of them; and from there back up. */
export const WayFoot = observer(function WayFoot({ store }: { store: BoardStore }) {
  if (store.isDown) {
    return (
      <View className='foot'>
        <Button plain onClick={() => Taro.pageScrollTo({ scrollTop: 0, ...quick })}>
          回到最上面
        </Button>
      </View>
    )
  }
  if (!store.unit.value) return null
  return (
    <View className='foot'>
      <Button onClick={() => Taro.pageScrollTo({ selector: '#whole-board', ...quick })}>看完整榜单</Button>
    </View>
  )
})
