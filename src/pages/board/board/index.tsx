import { View } from '@tarojs/components'
import Taro, { useDidShow, usePullDownRefresh, useRouter, useShareAppMessage } from '@tarojs/taro'
import { reaction } from 'mobx'
import { observer } from 'mobx-react-lite'
import { useEffect, useState } from 'react'
import { Page } from '@/components/page'
import { Stale, StateView } from '@/components/state-view'
import { session } from '@/session/session'
import type { BoardPage } from '../../../../contract/board'
import { BoardHead } from '../board-head'
import { NotThere } from '../not-there'
import { boardUrl } from '../urls'
import { type Asked, BoardStore } from './board-store'
import { MyPlace } from './my-place'
import { WayFoot } from './way-foot'
import { WholeBoard } from './whole-board'
import '../board.scss'

/** One board: my unit first, then all of them. */
export default observer(function BoardOfAPeriod() {
  const { params } = useRouter<Asked & Record<string, string>>()
  const [store] = useState(() => new BoardStore(params))
  const { rows, page } = store
  useDidShow(() => {
    store.look()
  })
  usePullDownRefresh(() => {
    store.refresh().finally(() => Taro.stopPullDownRefresh())
  })
  useShareAppMessage(() => ({
    title: page ? shareTitle(page) : '社区榜单',
    path: boardUrl({ town: params.town ?? '', code: store.code, period: page?.edition?.period, unit: null }),
  }))
  useEffect(
    () =>
      reaction(
        () => session.person?.id,
        () => store.startOver(),
      ),
    [store],
  )
  useEffect(() => () => store.close(), [store])
  return (
    <Page service='board'>
      {store.missing && !page ? (
        <NotThere title='没有这个榜单' hint='它可能已经撤了，或者这一期没有发布。' />
      ) : (
        <StateView
          state={page ? 'content' : rows.state === 'error' ? 'error' : 'loading'}
          error={rows.error}
          skeleton={4}
          onRetry={() => store.refresh()}
        >
          <Stale words={rows.staleError} onRetry={() => store.refresh()} />
          {page && <Content store={store} page={page} />}
        </StateView>
      )}
    </Page>
  )
})

const shareTitle = ({ board }: BoardPage) => `${board.name}，看看我们排第几`

const Content = observer(function Content({ store, page: { board, edition, periods } }: { store: BoardStore; page: BoardPage }) {
  return (
    <View className='with-foot'>
      <BoardHead board={board} edition={edition} periods={periods} onPeriod={(period) => store.choose(period)} />
      {edition ? (
        <>
          <MyPlace store={store} />
          <WholeBoard store={store} board={board} edition={edition} />
          <WayFoot store={store} />
        </>
      ) : (
        <NotThere title='还没有发布过' hint='第一期发布以后，名次会列在这里。' />
      )}
    </View>
  )
})
