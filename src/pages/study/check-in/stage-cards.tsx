import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { observer } from 'mobx-react-lite'
import { Button } from '@/components/button'
import { Icon } from '@/components/icon'
import { roleOf } from '@/components/role'
import { online } from '@/lib/online'
import { canScan } from '@/lib/platform'
import { clockTime, saidTime } from '@/lib/time'
import { needSession } from '@/session/need-session'
import { session } from '@/session/session'
import type { Scan } from '../scans-store'
import { pathUrl } from '../urls'

export const WaitCard = ({ words }: { words: string }) => (
  <View className='card title' {...roleOf('status')}>
    {words}
  </View>
)

/** The code is safe on the phone while one signs in. */
export const SignInCard = observer(function SignInCard({ scan }: { scan: Scan }) {
  if (session.status === 'starting') return <WaitCard words='正在登录…' />
  return (
    <View className='card stack'>
      <View className='title'>码已经记下了</View>
      <View>{clockTime(scan.readAt)} 读的码存在手机里。登录后马上替您打卡，不用再扫。</View>
      <Button onClick={needSession}>登录</Button>
    </View>
  )
})

/** It could not be sent yet: what happens to it, honestly. */
export const KeptCard = observer(function KeptCard({ scan, onRetry }: { scan: Scan; onRetry: () => void }) {
  return (
    <View className='card stack' {...roleOf('alert')}>
      <View className='row title'>
        <Icon name='clock' />
        <View className='grow'>先存在手机里了，还没送到</View>
      </View>
      <View>
        {saidTime(scan.readAt)} 读的码。{online.is ? '服务器暂时没有回应' : '现在没有网络'}，连上后会自动送出。
      </View>
      <View className='second'>10 分钟内送到，照常算；晚了也收，由讲解员核实后再算。关掉了也不会丢，下次打开学习打卡时接着送。</View>
      <Button plain onClick={onRetry}>
        再试一次
      </Button>
    </View>
  )
})

/** The server says no: why, and what to do. */
export const RefusedCard = ({ scan, onAgain }: { scan: Scan; onAgain: () => void }) => {
  const today = scan.refusal?.code === 'study-checked-in-today'
  return (
    <View className='card stack' {...roleOf('alert')}>
      <View className='row title'>
        <Icon name={today ? 'check' : 'alert'} />
        <View className='grow'>{today ? '今天打过了' : '这次没打上'}</View>
      </View>
      <View>{scan.refusal?.words}</View>
      {today && <Button onClick={() => Taro.navigateTo({ url: pathUrl })}>看我的足迹</Button>}
      <Button plain={today} onClick={onAgain}>
        {canScan ? '再扫一次' : '再输一次'}
      </Button>
    </View>
  )
}
