import { Image, View } from '@tarojs/components'
import { useDidHide, useDidShow } from '@tarojs/taro'
import { observer } from 'mobx-react-lite'
import { useEffect, useState } from 'react'
import { Button } from '@/components/button'
import { Icon } from '@/components/icon'
import { roleOf } from '@/components/role'
import { StateView } from '@/components/state-view'
import { online } from '@/lib/online'
import { brighten } from '@/lib/platform'
import type { StaffSite } from '../staff-sites'
import { fillScreen, leaveScreen, stayAwake, watchScreen } from './display'
import { ScreenStore } from './screen-store'

const lookMs = 500

/** The code that changes, with its digits; over the whole screen when it stands before the guests. */
export const ScreenCard = observer(function ScreenCard({ site }: { site: StaffSite }) {
  const [store] = useState(() => new ScreenStore(site.id, site.name))
  const [full, setFull] = useState(false)
  useShownCode(store)
  useEffect(() => watchScreen(() => setFull(false)), [])
  const open = () => {
    setFull(true)
    fillScreen()
  }
  const close = () => {
    setFull(false)
    leaveScreen()
  }
  if (!store.code && !store.isOut) return <StateView state='loading' skeleton={1} onRetry={() => store.refresh()} />
  return (
    <View className={full ? 'host-full' : 'card'}>
      <View className='host-board'>
        {store.code ? <CodeFace store={store} /> : <Out store={store} />}
        <Button plain className='host-turn' onClick={full ? close : open}>
          {full ? '退出全屏' : '全屏显示'}
        </Button>
      </View>
    </View>
  )
})

const CodeFace = observer(function CodeFace({ store: { siteId, code, picture, left, interval, siteName, error } }: { store: ScreenStore }) {
  const digits = code?.digits ?? ''
  return (
    <>
      <View className='host-picture'>
        <View className='host-name'>{siteName}</View>
        <Image className='host-qr' src={picture ?? ''} mode='scaleToFill' aria-label='打卡二维码' />
      </View>
      <View className='host-words'>
        <View className='second'>扫不了码，在打卡页输入</View>
        <View className='host-code'>{siteId}</View>
        <View className='host-digits' aria-label={`打卡数字 ${[...digits].join(' ')}`}>
          {`${digits.slice(0, 3)} ${digits.slice(3)}`}
        </View>
        <View className='host-bar' aria-hidden>
          <View className='host-bar-left' style={{ width: `${(left / interval) * 100}%` }} />
        </View>
        <View className='second'>{left} 秒后换新码</View>
        {error && <View className='chip chip-warn'>网络断了，存下的码还能用几分钟</View>}
      </View>
    </>
  )
})

const Out = observer(function Out({ store }: { store: ScreenStore }) {
  return (
    <View className='stack host-out' {...roleOf('alert')}>
      <View className='title row'>
        <Icon name='alert' />
        现在没有可用的码
      </View>
      <View>{store.error}</View>
      <View className='second'>网络断得久，存下的码用完了。网络一好会自动出码；着急的话，可以用固定码，或帮客人打卡。</View>
      <Button onClick={() => store.refresh()}>再试一次</Button>
    </View>
  )
})

/** While it is shown: looks at the clock, keeps the screen bright and awake, and asks at once when the network is back. */
function useShownCode(store: ScreenStore): void {
  const [shown, setShown] = useState(true)
  useDidShow(() => setShown(true))
  useDidHide(() => setShown(false))
  useEffect(() => {
    if (!shown) return
    store.look(Date.now())
    const timer = setInterval(() => {
      store.look(Date.now())
      store.prepare()
    }, lookMs)
    const stops = [online.onBack(() => store.refresh()), stayAwake()]
    const bright = brighten()
    return () => {
      clearInterval(timer)
      for (const stop of stops) stop()
      bright.then((restore) => restore())
    }
  }, [store, shown])
}
