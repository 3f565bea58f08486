import { View } from '@tarojs/components'
import Taro, { useDidHide, useDidShow, useRouter } from '@tarojs/taro'
import { observer } from 'mobx-react-lite'
import { useEffect, useState } from 'react'
import { Page } from '@/components/page'
import { Empty, StateView } from '@/components/state-view'
import { session } from '@/session/session'
import { categories } from '../categories-store'
import { newDraft } from '../draft'
import { drafts } from '../drafts-store'
import { Gate } from '../gate'
import { outbox } from '../outbox-store'
import { Form } from './form'
import { NewStore } from './new-store'
import { QueuedView, SentView } from './outcome'
import { SendFoot } from './send-foot'
import { UnfinishedCard } from './unfinished-card'

/** Writing a report: picture first, then where and what; then what happens next. */
export default observer(function New() {
  const { params } = useRouter()
  useDidShow(() => {
    if (!categories.groups.value) categories.groups.refresh()
    outbox.flush()
  })
  const ready = session.person && categories.groups.value
  return (
    <Page service='report'>
      <Gate>
        {ready ? (
          <Writing categoryCode={params.category ?? ''} draftId={params.draft ?? ''} />
        ) : (
          <StateView
            state={categories.groups.state}
            error={categories.groups.error}
            skeleton={4}
            onRetry={() => categories.groups.refresh()}
          />
        )}
      </Gate>
    </Page>
  )
})

const toChoose = () => Taro.redirectTo({ url: '/pages/report/choose/index' })

/** The store of the draft asked for, or of a new one; null when there is no such draft or category. */
function open(categoryCode: string, draftId: string): NewStore | null {
  const { person } = session
  const draft = draftId ? drafts.find(draftId) : person && categories.find(categoryCode) && newDraft(categoryCode, person, new Date())
  return draft ? new NewStore(draft) : null
}

const Writing = observer(function Writing({ categoryCode, draftId }: { categoryCode: string; draftId: string }) {
  const [store] = useState(() => open(categoryCode, draftId))
  const [before] = useState(() => (draftId ? undefined : drafts.unfinished.find((draft) => draft.categoryCode === categoryCode)))
  useDidHide(() => store?.save())
  useEffect(() => () => store?.close(), [store])
  if (!store) return <Empty title='这份草稿不在了' hint='可能已经发出或删除。' action='重新选类别' onAction={toChoose} />
  if (store.report) return <SentView report={store.report} category={store.category} />
  if (store.phase === 'queued') return <QueuedView store={store} />
  return (
    <View className='with-foot'>
      {before && <UnfinishedCard draft={before} />}
      <Form store={store} />
      <SendFoot store={store} />
    </View>
  )
})
