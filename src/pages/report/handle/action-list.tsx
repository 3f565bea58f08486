import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useEffect, useState } from 'react'
import { FieldError } from '@/components/field'
import { Empty, StateView } from '@/components/state-view'
import { Tap } from '@/components/tap'
import type { Action } from '../../../../contract/report'
import { actionHints, actionWords } from '../labels'
import { MatterStore } from '../matter-store'
import { isOneTap } from '../next-action'
import { back } from './back'
import { MatterLine } from './matter-line'

/** All that may be done now. */
export const ActionList = observer(function ActionList({ id, onChoose }: { id: string; onChoose: (action: Action) => void }) {
  const [store] = useState(() => new MatterStore(id))
  useEffect(() => {
    store.report.refresh()
  }, [store])
  const { report } = store
  const choose = async (action: Action) => {
    if (!isOneTap(action)) onChoose(action)
    else if (await store.act({ action })) back(id)
  }
  return (
    <StateView state={report.state} error={report.error} onRetry={() => report.refresh()}>
      {report.value && <MatterLine report={report.value} />}
      {report.value?.actions.length === 0 && <Empty title='现在没有要办的' action='回去看看' onAction={() => back(id)} />}
      {report.value && report.value.actions.length > 0 && (
        <View className='card'>
          <FieldError text={store.failure} />
          {report.value.actions.map((action) => (
            <Tap key={action} className='line-item' onClick={() => choose(action)}>
              <View className='grow'>
                <View>{store.doing === action ? '请稍等…' : actionWords[action]}</View>
                {actionHints[action] && <View className='hint'>{actionHints[action]}</View>}
              </View>
              <View className='second'>›</View>
            </Tap>
          ))}
        </View>
      )}
    </StateView>
  )
})
