import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useState } from 'react'

/** The present in ms, fresh every `ms` while the page is shown. */
export function useNow(ms = 20_000): number {
  const [now, setNow] = useState(Date.now())
  const [shown, setShown] = useState(true)
  useDidShow(() => {
    setNow(Date.now())
    setShown(true)
  })
  useDidHide(() => setShown(false))
  useEffect(() => {
    if (!shown) return
    const timer = setInterval(() => setNow(Date.now()), ms)
    return () => clearInterval(timer)
  }, [shown, ms])
  return now
}
