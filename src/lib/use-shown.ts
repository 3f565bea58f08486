import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'

/** Runs when the page is shown, and every `ms` while it is. Says whether it is. */
export function useShown(run: () => void, ms?: number): boolean {
  const [shown, setShown] = useState(true)
  const newest = useRef(run)
  newest.current = run
  useDidShow(() => setShown(true))
  useDidHide(() => setShown(false))
  useEffect(() => {
    if (!shown) return
    newest.current()
    if (!ms) return
    const timer = setInterval(() => newest.current(), ms)
    return () => clearInterval(timer)
  }, [shown, ms])
  return shown
}
