import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'

/** From this width on there is room for list and matter side by side. */
const wideFrom = 900

const isWide = () => Taro.getWindowInfo().windowWidth >= wideFrom

/** Whether the window is wide: a tablet at the counter, a PC in the office. */
export function useWide(): boolean {
  const [wide, setWide] = useState(isWide)
  useEffect(() => {
    const measure = () => setWide(isWide())
    Taro.onWindowResize(measure)
    return () => Taro.offWindowResize(measure)
  }, [])
  return wide
}
