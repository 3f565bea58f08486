import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { observer } from 'mobx-react-lite'
import { useEffect, useState } from 'react'
import { Page } from '@/components/page'
import { canScan } from '@/lib/platform'
import { PrivacyConsent } from '@/session/privacy'
import { KeptCards } from '../kept-cards'
import { AskCard } from './ask-card'
import { CheckInStore } from './check-in-store'
import { ExtrasCard } from './extras-card'
import { ResultCard } from './result-card'
import { KeptCard, RefusedCard, SignInCard, WaitCard } from './stage-cards'
import '../study.scss'
import './index.scss'

/** Checking in: the code that was scanned, typed, or came with the address; then what it brought. */
export default observer(function StudyCheckIn() {
  const { params } = useRouter()
  const [store] = useState(() => new CheckInStore())
  const given = params.code ?? params.scene
  useEffect(() => {
    if (given) store.take(`?code=${given}${params.site ? `&site=${params.site}` : ''}`)
    else if (canScan) store.read()
  }, [store, given, params.site])
  return (
    <Page service='study'>
      <View>
        <Stage store={store} />
        <KeptCards except={store.scan?.id} />
      </View>
    </Page>
  )
})

const Stage = observer(function Stage({ store }: { store: CheckInStore }) {
  const { stage, result, scan } = store
  useEffect(() => {
    if (result) store.see()
  }, [store, result])
  if (result) {
    return (
      <View>
        <ResultCard result={result} onAgain={() => store.again()} />
        <ExtrasCard key={result.id} store={store} result={result} />
      </View>
    )
  }
  if (stage === 'consent') {
    const without = '不同意也能打卡：记下来，讲解员看过以后再算。'
    return <PrivacyConsent thing='position' without={without} onAgree={() => store.consent(true)} onRefuse={() => store.consent(false)} />
  }
  if (!scan) return <AskCard store={store} />
  if (stage === 'placing') return <WaitCard words='正在核对位置…' />
  if (stage === 'sign-in') return <SignInCard scan={scan} />
  if (stage === 'sending') return <WaitCard words='正在打卡…' />
  if (stage === 'refused') return <RefusedCard scan={scan} onAgain={() => store.again()} />
  return <KeptCard scan={scan} onRetry={() => store.send()} />
})
