import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { Button } from '@/components/button'
import { roleOf } from '@/components/role'
import { saidTime } from '@/lib/time'
import { useNow } from '@/lib/use-now'
import { checkIns } from './check-ins-store'
import { checkInStateWords } from './labels'
import { type Scan, scans } from './scans-store'

/** What lies on the phone unsent, was refused, or has arrived while nobody was looking. */
export const KeptCards = observer(function KeptCards({ except }: { except?: string | undefined }) {
  const others = scans.items.filter(({ id }) => id !== except)
  return (
    <>
      {scans.strays.map((scan) => (
        <StrayCard key={scan.id} scan={scan} />
      ))}
      {others.map((scan) => (
        <WaitingCard key={scan.id} scan={scan} />
      ))}
      {[...checkIns.unseen].map((id) => id !== except && <ArrivedCard key={id} id={id} />)}
    </>
  )
})

const StrayCard = observer(function StrayCard({ scan }: { scan: Scan }) {
  const now = useNow()
  const mine = () => {
    scans.claim(scan.id)
    checkIns.flush()
  }
  return (
    <View className='card stack' {...roleOf('alert')}>
      <View className='title'>手机里存着一次打卡</View>
      <View>{saidTime(scan.readAt, now)} 读的码，当时没有登录。是您的吗？</View>
      <Button onClick={mine}>是我的，送出去</Button>
      <Button plain onClick={() => scans.remove(scan.id)}>
        不是我的
      </Button>
    </View>
  )
})

const WaitingCard = observer(function WaitingCard({ scan }: { scan: Scan }) {
  const now = useNow()
  const when = saidTime(scan.readAt, now)
  return (
    <View className='card stack' {...roleOf('status')}>
      <View className='title'>{scan.refusal ? `${when} 的打卡没打上` : `${when} 的打卡还没送到`}</View>
      <View className='second'>{scan.refusal?.words ?? '存在手机里，连上网会自动送出；超过 10 分钟的由讲解员核实。'}</View>
      {scan.refusal ? (
        <Button plain onClick={() => scans.remove(scan.id)}>
          知道了
        </Button>
      ) : (
        <Button plain busy={checkIns.sending.has(scan.id) && '正在送出…'} onClick={() => checkIns.flush()}>
          再试一次
        </Button>
      )}
    </View>
  )
})

const ArrivedCard = observer(function ArrivedCard({ id }: { id: string }) {
  const now = useNow()
  const result = checkIns.done.get(id)
  if (!result) return null
  const { siteName, state, at, points, marks } = result
  return (
    <View className='card stack' {...roleOf('status')}>
      <View className='title'>存下的打卡送到了：{checkInStateWords[state]}</View>
      <View>
        {siteName} · {saidTime(at, now)}
        {points > 0 ? ` · 加 ${points} 分` : ''}
      </View>
      {marks.map(({ mark, why }) => (
        <View key={mark} className='second'>
          · {why}
        </View>
      ))}
      <Button plain onClick={() => checkIns.see(id)}>
        知道了
      </Button>
    </View>
  )
})
