import { launchOptions } from '../pages/launch'
import { answer, type Callbacks, Failure } from './answer'

const standardFont = 17
const barHeight = 44

/** The base library that project.config.json names; see gates/base-library.ts. */
const baseLibrary = '3.4.2'

const windowInfo = () => {
  const height = document.getElementById('pages')?.clientHeight ?? innerHeight
  return {
    pixelRatio: devicePixelRatio,
    screenWidth: innerWidth,
    screenHeight: innerHeight,
    windowWidth: innerWidth,
    windowHeight: height,
    statusBarHeight: 0,
    screenTop: barHeight,
    safeArea: { left: 0, top: 0, right: innerWidth, bottom: innerHeight, width: innerWidth, height: innerHeight },
  }
}
const deviceInfo = () => ({
  brand: 'Huawei',
  model: 'runner',
  system: 'Android 12',
  platform: 'android',
  abi: 'arm64-v8a',
  benchmarkLevel: 20,
})
const appBaseInfo = () => ({
  SDKVersion: baseLibrary,
  version: '8.0.50',
  language: 'zh_CN',
  theme: 'light',
  enableDebug: false,
  host: { env: 'WeChat' },
  fontSizeSetting: window.phoneSettings.fontSize,
  fontSizeScaleFactor: window.phoneSettings.fontSize / standardFont,
})
const systemInfo = () => ({ ...windowInfo(), ...deviceInfo(), ...appBaseInfo() })

type Resized = (size: { size: { windowWidth: number; windowHeight: number } }) => void
const resizeListeners = new Set<Resized>()
addEventListener('resize', () => {
  const { windowWidth, windowHeight } = windowInfo()
  for (const listen of resizeListeners) listen({ size: { windowWidth, windowHeight } })
})

/** Of a phone as it lies on the table, 0 to 1. */
let brightness = 0.5

export const device = {
  getScreenBrightness: (options?: Callbacks) => answer('getScreenBrightness', options, () => ({ value: brightness })),
  setKeepScreenOn: (options: Callbacks & { keepScreenOn: boolean }) =>
    answer('setKeepScreenOn', options, () => {
      if (typeof options.keepScreenOn !== 'boolean') throw new Failure('parameter error: parameter.keepScreenOn should be Boolean')
      return {}
    }),
  setScreenBrightness: (options: Callbacks & { value: number }) =>
    answer('setScreenBrightness', options, () => {
      if (!(options.value >= 0 && options.value <= 1)) throw new Failure('parameter error: parameter.value should be between 0 and 1')
      brightness = options.value
      return {}
    }),
  onWindowResize: (listen: Resized) => void resizeListeners.add(listen),
  offWindowResize: (listen?: Resized) => (listen ? void resizeListeners.delete(listen) : resizeListeners.clear()),
  getWindowInfo: windowInfo,
  getDeviceInfo: deviceInfo,
  getAppBaseInfo: appBaseInfo,
  getSystemInfoSync: systemInfo,
  getSystemInfo: (options?: Callbacks) => answer('getSystemInfo', options, systemInfo),
  getMenuButtonBoundingClientRect: () => ({ width: 87, height: 32, top: 6, right: innerWidth - 7, bottom: 38, left: innerWidth - 94 }),
  getAccountInfoSync: () => ({ miniProgram: { appId: 'wx0123456789abcdef', envVersion: 'release', version: '1.0.0' } }),
  getLaunchOptionsSync: () => launchOptions(),
  getEnterOptionsSync: () => launchOptions(),
  nextTick: (callback: () => void) => void setTimeout(callback),
}
