import { useRouter } from '@tarojs/taro'
import { observer } from 'mobx-react-lite'
import { useState } from 'react'
import { Page } from '@/components/page'
import type { Action } from '../../../../contract/report'
import { Gate } from '../gate'
import { ActionForm } from './action-form'
import { ActionList } from './action-list'
import './index.scss'

/** Handling a matter: which action, and what it needs. */
export default observer(function Handle() {
  const { params } = useRouter()
  const [action, setAction] = useState<Action | null>((params.action as Action | undefined) ?? null)
  const id = params.id ?? ''
  return (
    <Page service='report'>
      <Gate>{action ? <ActionForm id={id} action={action} /> : <ActionList id={id} onChoose={setAction} />}</Gate>
    </Page>
  )
})
