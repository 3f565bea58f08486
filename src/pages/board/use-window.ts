import Taro, { usePageScroll } from '@tarojs/taro'
import { useRef, useState } from 'react'

/** So many rows come and go together. */
const step = 10

/**
 * Which rows of a long list are drawn: those on the screen, and some before and behind. Looks where the list is whenever the page
 * is scrolled, and tells how far it is from the top of the screen. `id`: of the element that holds the rows; `height`: of one row, in px.
 */
export function useWindow(
  id: string,
  count: number,
  height: number,
  tell: (top: number) => void,
): { readonly from: number; readonly to: number } {
  const [first, setFirst] = useState(0)
  const looking = useRef<'no' | 'yes' | 'again'>('no')
  const look = () => {
    if (looking.current !== 'no') {
      looking.current = 'again'
      return
    }
    looking.current = 'yes'
    Taro.createSelectorQuery()
      .select(`#${id}`)
      .boundingClientRect((found) => {
        const { top } = (found ?? { top: 0 }) as { top: number }
        tell(top)
        setFirst(Math.max(0, (Math.floor(-top / height / step) - 1) * step))
      })
      .exec(() => {
        const missed = looking.current === 'again'
        looking.current = 'no'
        if (missed) look()
      })
  }
  usePageScroll(look)
  const from = Math.min(first, Math.floor(Math.max(0, count - 1) / step) * step)
  const onScreen = Math.ceil(Taro.getWindowInfo().windowHeight / height)
  return { from, to: Math.min(count, from + onScreen + 3 * step) }
}
