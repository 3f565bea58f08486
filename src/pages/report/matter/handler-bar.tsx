import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { observer } from 'mobx-react-lite'
import { Button } from '@/components/button'
import type { Action, Report } from '../../../../contract/report'
import { actionWords } from '../labels'
import type { MatterStore } from '../matter-store'
import { isOneTap, nextAction } from '../next-action'

type Props = { store: MatterStore; report: Report }

/** For who handles it: the next sensible step as the big button, the others behind 更多. */
export const HandlerBar = observer(function HandlerBar({ store, report }: Props) {
  const next = nextAction(report)
  const others = report.actions.filter((action) => action !== next)
  if (!next && others.length === 0) return null
  const toHandle = (action?: Action) =>
    Taro.navigateTo({ url: `/pages/report/handle/index?id=${report.id}${action ? `&action=${action}` : ''}` })
  return (
    <View className='foot row'>
      {others.length > 0 && (
        <Button plain className={next ? 'bar-more' : 'grow'} onClick={() => toHandle()}>
          {next ? '更多' : '更多操作'}
        </Button>
      )}
      {next && (
        <Button
          className='grow'
          busy={store.doing === next && '请稍等…'}
          onClick={() => (isOneTap(next) ? store.act({ action: next }) : toHandle(next))}
        >
          {actionWords[next]}
        </Button>
      )}
    </View>
  )
})
