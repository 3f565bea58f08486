import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { observer } from 'mobx-react-lite'
import { Button } from '@/components/button'
import { FieldError } from '@/components/field'
import { Icon } from '@/components/icon'
import { roleOf } from '@/components/role'
import { saidTime } from '@/lib/time'
import type { Category, Report } from '../../../../contract/report'
import { handlerWords } from '../labels'
import { outbox } from '../outbox-store'
import { toHome } from '../to-home'
import type { NewStore } from './new-store'

const again = () => Taro.redirectTo({ url: '/pages/report/choose/index' })

/** Arrived: its number, by when, and what happens next. */
export function SentView({ report, category }: { report: Report; category: Category | undefined }) {
  const handler = category ? handlerWords[category.handlerKind] : '主办单位'
  const steps = ['网格员受理', `${handler}处置`, '网格员核查，结案']
  return (
    <View className='card stack' {...roleOf('alert')}>
      <View className='row sent-head'>
        <Icon name='check' />
        <View className='title'>已上报</View>
      </View>
      <View>
        <View className='second'>编号</View>
        <View className='number sent-number'>{report.number}</View>
        <View>承诺 {saidTime(report.dueAt)} 前处置</View>
      </View>
      <View>
        {steps.map((step, index) => (
          <View className='row next-step' key={step}>
            <View className='next-figure'>{index + 1}</View>
            <View>{step}</View>
          </View>
        ))}
        <View className='second'>每一步都会发消息告诉您；办结后请您评价。</View>
      </View>
      <Button onClick={() => Taro.redirectTo({ url: `/pages/report/detail/index?id=${report.id}` })}>看进度</Button>
      <Button plain onClick={again}>
        再报一件
      </Button>
      <Button plain onClick={toHome}>
        回首页
      </Button>
    </View>
  )
}

/** Kept on the phone: it goes out by itself when the network or the server is back. */
export const QueuedView = observer(function QueuedView({ store }: { store: NewStore }) {
  const { id } = store.draft
  return (
    <View className='card stack' {...roleOf('alert')}>
      <View className='title'>已存在手机里，还没发出</View>
      <View className='second'>网络恢复后会自动发出，不会重复。您可以离开这一页。</View>
      <FieldError text={store.reason} />
      <Button busy={outbox.sending.has(id) && '正在发送…'} onClick={() => outbox.resend(id)}>
        现在再试
      </Button>
      <Button plain onClick={again}>
        再报一件
      </Button>
    </View>
  )
})
