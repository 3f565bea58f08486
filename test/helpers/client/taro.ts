// Stand-in for @tarojs/taro: hooks run like plain effects, APIs are jest.fn()
import { useEffect } from 'react'

type Fn = (...args: unknown[]) => unknown
const hook = (fn: Fn) => {
  useEffect(() => {
    fn()
  }, [])
} // eslint-disable-line react-hooks/exhaustive-deps
export const useLoad = (fn: Fn) => {
  useEffect(() => {
    fn(taro.router.params)
  }, [])
}
export const useReady = hook
export const useDidShow = hook
export const useLaunch = hook
export const useDidHide = (fn: Fn) => {
  useEffect(
    () => () => {
      fn()
    },
    [],
  )
}
export const useUnload = useDidHide
export const usePullDownRefresh = (_: Fn) => {}
export const useReachBottom = (_: Fn) => {}
export const usePageScroll = (_: Fn) => {}
export const useResize = (_: Fn) => {}
export const useShareAppMessage = (_: Fn) => {}
export const useTabItemTap = (_: Fn) => {}
export const useRouter = () => taro.router

const win = {
  windowWidth: 375,
  windowHeight: 667,
  screenWidth: 375,
  screenHeight: 667,
  pixelRatio: 2,
  statusBarHeight: 20,
  safeArea: { top: 20, bottom: 667, left: 0, right: 375, width: 375, height: 647 },
}
const rect = { width: 100, height: 40, top: 0, left: 0, right: 100, bottom: 40 }
const query = () => {
  const q: Record<string, Fn> = {}
  let n = 0
  for (const k of ['in', 'select', 'selectAll', 'selectViewport', 'node', 'scrollOffset', 'context']) q[k] = () => q
  q.boundingClientRect = q.fields = (cb?: unknown) => {
    n += 1
    if (typeof cb === 'function') cb(rect)
    return q
  }
  q.exec = (cb?: unknown) => {
    if (typeof cb === 'function') cb(Array.from({ length: Math.max(1, n) }, () => rect))
    return q
  }
  return q
}
const storage = new Map<string, unknown>()
const store: Record<string, unknown> = {}

export const taro = {
  router: { path: '/', params: {} as Record<string, string> },
  ENV_TYPE: { WEAPP: 'WEAPP', WEB: 'WEB' },
  eventCenter: { on: jest.fn(), off: jest.fn(), once: jest.fn(), trigger: jest.fn() },
  Current: { router: { path: '/', params: {} }, page: {}, app: {} },
  getEnv: () => 'WEB',
  getCurrentInstance: () => ({ router: { path: '/', params: {} }, page: {}, app: {} }),
  getCurrentPages: () => [{ route: '/' }],
  getSystemInfoSync: () => win,
  getWindowInfo: () => win,
  getDeviceInfo: () => ({ platform: 'devtools', system: 'iOS 17' }),
  createSelectorQuery: query,
  createIntersectionObserver: () => ({ relativeToViewport: () => ({ observe: jest.fn() }), disconnect: jest.fn() }),
  nextTick: (fn: Fn) => {
    setTimeout(fn, 0)
  },
  pxTransform: (n: number) => `${n}px`,
  getStorageSync: (k: string) => storage.get(k) ?? '',
  setStorageSync: (k: string, v: unknown) => {
    storage.set(k, v)
  },
  removeStorageSync: (k: string) => {
    storage.delete(k)
  },
  canIUse: () => true,
}
// any other API: a memoised jest.fn that resolves { errMsg: 'ok' }
const proxy: Record<string, unknown> = new Proxy(taro as unknown as Record<string, unknown>, {
  get(t, k: string) {
    if (k in t) return t[k]
    if (k === '__esModule' || k === 'then') return undefined
    return (store[k] ??= jest.fn(async () => ({ errMsg: `${k}:ok` })))
  },
})
export default proxy
export const {
  getEnv,
  getSystemInfoSync,
  getWindowInfo,
  getDeviceInfo,
  createSelectorQuery,
  createIntersectionObserver,
  nextTick,
  pxTransform,
  eventCenter,
  getCurrentInstance,
  getCurrentPages,
  getStorageSync,
  setStorageSync,
  removeStorageSync,
  canIUse,
  Current,
  ENV_TYPE,
} = taro
for (const k of [
  'chooseImage',
  'chooseMedia',
  'uploadFile',
  'previewImage',
  'navigateTo',
  'navigateBack',
  'switchTab',
  'redirectTo',
  'reLaunch',
  'request',
  'showToast',
  'hideToast',
  'showModal',
  'showLoading',
  'hideLoading',
  'login',
  'getLocation',
  'requestSubscribeMessage',
  'getSystemInfo',
  'setClipboardData',
])
  void proxy[k]
