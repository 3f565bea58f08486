import { View } from '@tarojs/components'
import Taro, { useDidShow, usePullDownRefresh, useRouter, useShareAppMessage } from '@tarojs/taro'
import { reaction } from 'mobx'
import { observer } from 'mobx-react-lite'
import { useEffect, useState } from 'react'
import { Button } from '@/components/button'
import { Page } from '@/components/page'
import { Stale, StateView } from '@/components/state-view'
import { session } from '@/session/session'
import type { UnitPage } from '../../../../contract/board'
import { BoardHead } from '../board-head'
import { CorrectionsCard } from '../corrections-card'
import { NeighboursCard } from '../neighbours-card'
import { NoSuchUnit } from '../not-there'
import { periodText } from '../periods'
import { RankPart } from '../rank-part'
import { UnitActions } from '../unit-actions'
import { boardUrl, homeUrl, unitUrl } from '../urls'
import { WhyCard } from '../why-card'
import { AppealsCard } from './appeals-card'
import { EvidenceCard } from './evidence-card'
import { FollowButton } from './follow-button'
import { type Asked, UnitStore } from './unit-store'
import '../board.scss'
import './index.scss'

/** One unit on a board: where it stands and why, with the evidence, and what its keeper objected to. */
export default observer(function BoardUnit() {
  const { params } = useRouter<Asked & Record<string, string>>()
  const [store] = useState(() => new UnitStore(params))
  const { page } = store
  useDidShow(() => {
    store.refresh()
  })
  usePullDownRefresh(() => {
    store.refresh().finally(() => Taro.stopPullDownRefresh())
  })
  useShareAppMessage(() => (page.value ? shareOf(page.value) : { title: '社区榜单', path: homeUrl }))
  useEffect(
    () =>
      reaction(
        () => session.person?.id,
        () => store.refresh(),
      ),
    [store],
  )
  return (
    <Page service='board'>
      {page.isMissing && !page.value ? (
        <NoSuchUnit />
      ) : (
        <StateView state={page.state} error={page.error} skeleton={4} onRetry={() => store.refresh()}>
          <Stale words={page.error} onRetry={() => store.refresh()} />
          {page.value && <Content store={store} page={page.value} />}
        </StateView>
      )}
    </Page>
  )
})

const addressOf = ({ board, edition, unit }: UnitPage) => ({
  town: board.townCode,
  code: board.code,
  period: edition.period,
  unit: unit.unitCode,
})

function shareOf(page: UnitPage) {
  const { unit, board, edition } = page
  const place = unit.rank === null ? '' : `第 ${unit.rank} 名：`
  return { title: `${unit.name}${place}${board.name}（${periodText(edition.period)}）`, path: unitUrl(addressOf(page)) }
}

const Content = ({ store, page }: { store: UnitStore; page: UnitPage }) => {
  const { board, edition, periods, unit } = page
  const address = addressOf(page)
  const open = (code: string) => code !== unit.unitCode && Taro.navigateTo({ url: unitUrl({ ...address, unit: code }) })
  return (
    <View>
      <BoardHead board={board} edition={edition} periods={periods} onPeriod={(period) => store.choose(period)} />
      <View className='card'>
        <RankPart page={page} />
        <UnitActions address={address} />
        <FollowButton store={store} page={page} />
      </View>
      <CorrectionsCard key={edition.period} corrections={edition.corrections} board={board} />
      <WhyCard page={page} />
      <EvidenceCard page={page} />
      <NeighboursCard page={page} onOpen={open} />
      <AppealsCard store={store} page={page} />
      <Button plain onClick={() => Taro.navigateTo({ url: boardUrl(address) })}>
        看完整榜单
      </Button>
    </View>
  )
}
