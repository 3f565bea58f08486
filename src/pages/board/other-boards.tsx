import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { observer } from 'mobx-react-lite'
import { useEffect, useState } from 'react'
import { StateView } from '@/components/state-view'
import { Tap } from '@/components/tap'
import { Loadable } from '@/lib/loadable'
import { call } from '@/lib/request'
import type { Board } from '../../../contract/board'
import { mine } from './mine-store'
import { boardUrl } from './urls'

type Props = { town: string; except: string }

/** The other boards of the town that have something to show. */
export const OtherBoards = observer(function OtherBoards({ town, except }: Props) {
  const [boards] = useState(() => new Loadable<Board[]>(async () => (await call('GET /boards', { query: { town } })).items))
  useEffect(() => {
    boards.refresh()
  }, [boards])
  const others = boards.value?.filter(({ code, latest, live }) => code !== except && (latest || live)) ?? []
  const go = (board: Board) => Taro.redirectTo({ url: boardUrl({ town, code: board.code, unit: mine.unitOn(board) }) })
  return (
    <StateView state={boards.state} error={boards.error} skeleton={1} onRetry={() => boards.refresh()}>
      {others.map((board) => (
        <Tap key={board.code} className='line-item' role='link' onClick={() => go(board)}>
          <View className='grow'>{board.name}</View>
          <View className='second' aria-hidden>
            ›
          </View>
        </Tap>
      ))}
      {others.length === 0 && <View className='second'>还没有别的榜单。</View>}
    </StateView>
  )
})
