import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh } from '@tarojs/taro'
import { observer } from 'mobx-react-lite'
import { useState } from 'react'
import { Page } from '@/components/page'
import { useShown } from '@/lib/use-shown'
import { session } from '@/session/session'
import { ItemsStore } from '../items-store'
import { DropOffCard } from './drop-off-card'
import { KindsCard } from './kinds-card'
import { RulesCard } from './rules-card'
import { SearchCard } from './search-card'
import '../sorting.scss'
import './index.scss'

/** Which bin, when and where: searched on the phone, without a network too. */
export default observer(function SortingHelp() {
  const [store] = useState(() => new ItemsStore())
  useShown(() => store.all.refresh())
  usePullDownRefresh(() => {
    Promise.all([store.all.refresh(), session.refreshPerson()]).finally(() => Taro.stopPullDownRefresh())
  })
  return (
    <Page service='board'>
      <SearchCard store={store} />
      <View className='help-rest'>
        <KindsCard store={store} />
        <DropOffCard />
        <RulesCard />
      </View>
    </Page>
  )
})
