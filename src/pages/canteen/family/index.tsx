import { View } from '@tarojs/components'
import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro'
import { observer } from 'mobx-react-lite'
import { useState } from 'react'
import { Page } from '@/components/page'
import { Stale, StateView } from '@/components/state-view'
import { session } from '@/session/session'
import { Gate } from '../gate'
import { eaterName } from '../meal-words'
import { AddCard } from './add-card'
import { CodeCard } from './code-card'
import { FamilyStore } from './family-store'
import { LinksCard } from './links-card'
import '../canteen.scss'
import './index.scss'

/** Booking for one another: who agreed to it, both ways. */
export default observer(function CanteenFamily() {
  return (
    <Page service='canteen'>
      <Gate>{session.person && <Family key={session.person.id} />}</Gate>
    </Page>
  )
})

const Family = observer(function Family() {
  const [store] = useState(() => new FamilyStore())
  const { family } = store
  useDidShow(() => {
    family.refresh()
  })
  usePullDownRefresh(() => {
    family.refresh().finally(() => Taro.stopPullDownRefresh())
  })
  return (
    <StateView state={family.state} error={family.error} skeleton={3} onRetry={() => family.refresh()}>
      <Stale words={family.error} onRetry={() => family.refresh()} />
      {session.elder ? (
        <View>
          <TheyForMe store={store} />
          <MeForThem store={store} />
        </View>
      ) : (
        <View>
          <MeForThem store={store} />
          <TheyForMe store={store} />
        </View>
      )}
    </StateView>
  )
})

const MeForThem = observer(function MeForThem({ store }: { store: FamilyStore }) {
  const lines = store.others.map((eater) => ({
    linkId: eater.linkId ?? '',
    title: eaterName(eater),
    hint: eater.blocked ? '几次订了没来取，要先到柜台说一声' : (eater.discount ?? (eater.verified ? '' : '没核过年龄，按原价')),
  }))
  return (
    <View>
      <LinksCard
        store={store}
        title='我能替谁订'
        none='还没有。请家人在他的手机上出示代订码，您在下面输入。'
        lines={lines}
        question={(title) => `以后不能再替${title}订餐了，确定吗？`}
      />
      <AddCard store={store} />
    </View>
  )
})

const TheyForMe = observer(function TheyForMe({ store }: { store: FamilyStore }) {
  return (
    <View>
      <LinksCard
        store={store}
        title='谁能替我订'
        none='还没有人能替您订餐。'
        lines={store.bookers.map(({ linkId, nickname, since }) => ({ linkId, title: nickname, hint: '', since }))}
        question={(title) => `以后${title}不能再替您订餐了，确定吗？`}
      />
      <CodeCard store={store} />
    </View>
  )
})
