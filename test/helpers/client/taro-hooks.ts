import { useEffect, useRef } from 'react'
import { phone } from './phone'

type Run = () => void
type Moment = Parameters<typeof phone.on>[0]

/** Calls the newest `run` at a moment of the page's life. */
function useMoment(moment: Moment, run: Run): void {
  const newest = useRef(run)
  newest.current = run
  useEffect(() => phone.on(moment, () => newest.current()), [moment])
}

function useOnce(run: Run): void {
  const first = useRef(run)
  useEffect(() => first.current(), [])
}

export const useLoad = (run: (params: Record<string, string>) => void) => useOnce(() => run(phone.params))
export const useReady = useOnce
export const useLaunch = useOnce
export const useDidShow = (run: Run) => {
  useOnce(run)
  useMoment('show', run)
}
export const useDidHide = (run: Run) => useMoment('hide', run)
export const useUnload = (run: Run) => {
  const newest = useRef(run)
  newest.current = run
  useEffect(() => () => newest.current(), [])
}
export const useReachBottom = (run: Run) => useMoment('reachBottom', run)
export const usePullDownRefresh = (run: Run) => useMoment('pullDown', run)
export const useRouter = () => ({ path: '/', params: phone.params })
export const usePageScroll = (run: Run) => useMoment('scroll', run)
/** What the page gives to who shares it. */
export const useShareAppMessage = (tell: () => { title?: string; path?: string }) => {
  phone.share = tell
}
