import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { observer } from 'mobx-react-lite'
import { Button } from '@/components/button'
import { Stale, StateView } from '@/components/state-view'
import { needSession } from '@/session/need-session'
import { session } from '@/session/session'
import type { RankedKind, UnitPage } from '../../../../contract/board'
import { NeighboursCard } from '../neighbours-card'
import { RankPart } from '../rank-part'
import { UnitActions } from '../unit-actions'
import { homeUrl, unitUrl } from '../urls'
import { WhyCard } from '../why-card'
import type { BoardStore } from './board-store'

/** The place of my unit and why; the way to it for who has not said which is theirs. */
export const MyPlace = observer(function MyPlace({ store }: { store: BoardStore }) {
  const { unit, unitCode, page } = store
  const kind = page?.board.unitKind
  // nobody knows yet whose phone this is
  if (!unitCode && session.status === 'starting') return <StateView state='loading' skeleton={2} onRetry={() => store.refresh()} />
  if (!unitCode) return kind ? <NotKnown kind={kind} /> : null
  if (unit.isMissing && !unit.value) return null
  return (
    <StateView state={unit.state} error={unit.error} skeleton={2} onRetry={() => unit.refresh()}>
      <Stale words={unit.error} onRetry={() => unit.refresh()} />
      {unit.value && <Known page={unit.value} />}
    </StateView>
  )
})

const Known = ({ page }: { page: UnitPage }) => {
  const { board, edition, unit } = page
  const addressOf = (code: string) => ({ town: board.townCode, code: board.code, period: edition.period, unit: code })
  const open = (code: string) => Taro.navigateTo({ url: unitUrl(addressOf(code)) })
  return (
    <>
      <View className='card'>
        <RankPart page={page} />
        <UnitActions address={addressOf(unit.unitCode)} detail />
      </View>
      <WhyCard page={page} />
      <NeighboursCard page={page} onOpen={open} />
    </>
  )
}

/** Only areas and compounds are somebody's home. */
const NotKnown = observer(function NotKnown({ kind }: { kind: RankedKind }) {
  if (kind !== 'area' && kind !== 'compound') return null
  const choose = () => Taro.navigateTo({ url: '/pages/account/area/index' })
  return (
    <View className='card stack'>
      <View className='title'>想先看自己家门口的名次？</View>
      {session.person ? (
        <Button plain onClick={choose}>
          选我住的居民区
        </Button>
      ) : (
        <View className='row row-wrap'>
          <Button plain className='grow' onClick={() => Taro.redirectTo({ url: homeUrl })}>
            选居民区
          </Button>
          <Button plain className='grow' onClick={needSession}>
            登录
          </Button>
        </View>
      )}
    </View>
  )
})
