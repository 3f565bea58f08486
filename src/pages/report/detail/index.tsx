import Taro, { useDidShow, usePullDownRefresh, useRouter } from '@tarojs/taro'
import { observer } from 'mobx-react-lite'
import { useState } from 'react'
import { Page } from '@/components/page'
import { Gate } from '../gate'
import { MatterView } from '../matter/matter-view'
import { MatterStore } from '../matter-store'

/** One matter: how it stands, what was done, and what the reader may do. */
export default observer(function Detail() {
  const { params } = useRouter()
  const [store] = useState(() => new MatterStore(params.id ?? ''))
  useDidShow(() => {
    store.refresh()
  })
  usePullDownRefresh(() => {
    store.refresh().finally(() => Taro.stopPullDownRefresh())
  })
  return (
    <Page service='report'>
      <Gate>
        <MatterView store={store} />
      </Gate>
    </Page>
  )
})
