import { useRouter } from '@tarojs/taro'
import { observer } from 'mobx-react-lite'
import { useEffect, useState } from 'react'
import { PictureToShare } from '@/components/drawn-picture'
import { Page } from '@/components/page'
import { StateView } from '@/components/state-view'
import { NoSuchUnit } from '../not-there'
import { type Asked, ShareStore } from './share-store'
import '../board.scss'

/** A picture of a unit's place to show others, drawn on the phone. */
export default observer(function BoardShare() {
  const { params } = useRouter<Asked & Record<string, string>>()
  const [store] = useState(() => new ShareStore(params))
  const { known, picture } = store
  useEffect(() => {
    known.refresh()
  }, [known])
  return (
    <Page service='board'>
      {known.isMissing ? (
        <NoSuchUnit />
      ) : (
        <StateView state={known.state} error={known.error} skeleton={2} onRetry={() => known.refresh()}>
          {known.value && <PictureToShare picture={picture} spoken={store.spoken} />}
        </StateView>
      )}
    </Page>
  )
})
