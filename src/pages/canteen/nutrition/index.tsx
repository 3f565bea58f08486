import { View } from '@tarojs/components'
import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro'
import { observer } from 'mobx-react-lite'
import { useState } from 'react'
import { Chips } from '@/components/chips'
import { Page } from '@/components/page'
import { Empty, Stale, StateView } from '@/components/state-view'
import { dayOf } from '@/lib/time'
import { session } from '@/session/session'
import { Gate } from '../gate'
import { eaterName } from '../meal-words'
import { toHome } from '../to-home'
import { NutritionStore } from './nutrition-store'
import { WeekCards } from './week-cards'
import { WeekTurner } from './week-turner'
import '../canteen.scss'
import './index.scss'

const me = 'me'

/** What I, or somebody I book for, ate in a week. */
export default observer(function CanteenNutrition() {
  return (
    <Page service='canteen'>
      <Gate>{session.person && <Nutrition key={session.person.id} />}</Gate>
    </Page>
  )
})

const Nutrition = observer(function Nutrition() {
  const [store] = useState(() => new NutritionStore(dayOf(Date.now())))
  useDidShow(() => {
    store.refresh()
  })
  usePullDownRefresh(() => {
    store.refresh().finally(() => Taro.stopPullDownRefresh())
  })
  const { week } = store
  const eaters = store.family.value ?? []
  return (
    <View>
      {eaters.length > 1 && (
        <View className='nutrition-who'>
          <Chips
            choices={eaters.map((eater) => ({ value: eater.linkId ? eater.personId : me, text: eaterName(eater) }))}
            chosen={store.personId ?? me}
            onChoose={(id) => store.show(id === me ? null : id)}
          />
        </View>
      )}
      <WeekTurner store={store} />
      <StateView state={week.state} error={week.error} skeleton={3} onRetry={() => week.refresh()}>
        <Stale words={week.error} onRetry={() => week.refresh()} />
        {store.meals > 0 ? (
          <WeekCards store={store} days={week.value ?? []} />
        ) : (
          <Empty title='这一周没有在食堂吃过' hint='在食堂取了餐，这里就会算出热量、蛋白质和盐。' action='去订餐' onAction={toHome} />
        )}
      </StateView>
    </View>
  )
})
