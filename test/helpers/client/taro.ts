// What of @tarojs/taro the app and NutUI use, on the phone of phone.ts.

import { drawnAs, paper } from './paper'
import { phone, refusal, type Step } from './phone'
import { getNetworkType, login, onNetworkStatusChange, request, uploadFile } from './taro-network'

export * from './taro-hooks'

const go = (how: Step['how']) => {
  return async ({ url = '', delta = 1 }: { url?: string; delta?: number } = {}) => {
    phone.steps.push({ how, url: how === 'navigateBack' ? String(delta) : url })
  }
}

/** What is measured begins at the top of the page. */
const box = () => ({ width: 100, height: 40, top: -phone.scrolled, left: 0, right: 100, bottom: 40 - phone.scrolled })
type Box = ReturnType<typeof box>
const screen = { windowWidth: 375, windowHeight: 667, screenWidth: 375, screenHeight: 667, pixelRatio: 2, statusBarHeight: 20 }

export function createSelectorQuery() {
  const told: (() => void)[] = []
  const measure = (tell?: (found: Box) => void) => {
    told.push(() => tell?.(box()))
    return query
  }
  const same = () => query
  const query = {
    ...{ in: same, select: same, selectAll: same, selectViewport: same, scrollOffset: same },
    node(tell?: (found: { node: typeof paper }) => void) {
      told.push(() => tell?.({ node: paper }))
      return query
    },
    boundingClientRect: measure,
    fields: (_fields: unknown, tell?: (found: Box) => void) => measure(tell),
    exec(tell?: (found: Box[]) => void) {
      for (const each of told) each()
      tell?.(told.map(box))
    },
  }
  return query
}

const taro = {
  request,
  uploadFile,
  getNetworkType,
  onNetworkStatusChange,
  login,
  navigateTo: go('navigateTo'),
  redirectTo: go('redirectTo'),
  reLaunch: go('reLaunch'),
  switchTab: go('switchTab'),
  navigateBack: go('navigateBack'),
  getCurrentPages: () => Array.from({ length: phone.pagesBelow + 1 }, () => ({ route: 'pages/home/index' })),
  getCurrentInstance: () => ({ router: { path: '/', params: phone.params }, page: {}, app: {} }),
  getStorageSync: (name: string) => phone.storage.get(name) ?? '',
  setStorageSync(name: string, value: unknown) {
    if (phone.full) throw refusal('setStorage', 'exceed storage max size')
    phone.storage.set(name, value)
  },
  removeStorageSync: (name: string) => phone.storage.delete(name),
  async getLocation() {
    if (!phone.place) throw refusal('getLocation', 'auth deny')
    return { ...phone.place, errMsg: 'getLocation:ok' }
  },
  async chooseLocation() {
    if (!phone.place) throw refusal('chooseLocation', 'cancel')
    return { ...phone.place, name: '地图上的点', address: '', errMsg: 'chooseLocation:ok' }
  },
  async chooseMedia() {
    if (!phone.pictures) throw refusal('chooseMedia', 'cancel')
    return { tempFiles: phone.pictures.map((tempFilePath) => ({ tempFilePath, size: 0, fileType: 'image' })) }
  },
  async scanCode() {
    if (phone.camera === null) throw refusal('scanCode', 'cancel')
    return { result: phone.camera }
  },
  createInnerAudioContext: () => ({
    src: '',
    play(this: { src: string }) {
      phone.asked.push({ name: 'playAudio', src: this.src })
    },
    pause: () => void phone.asked.push({ name: 'pauseAudio' }),
    ...{ destroy() {}, onEnded() {}, onError() {} },
  }),
  async saveFile({ tempFilePath }: { tempFilePath: string }) {
    if (phone.full) throw refusal('saveFile', 'the maximum size of the file storage limit is exceeded')
    const savedFilePath = `wxfile://store_${tempFilePath.replace(/\W/g, '_')}`
    phone.files.set(savedFilePath, phone.bytesOf(tempFilePath))
    return { savedFilePath }
  },
  async canvasToTempFilePath() {
    const tempFilePath = `wxfile://tmp_picture${phone.files.size}.jpg`
    phone.files.set(tempFilePath, drawnAs())
    return { tempFilePath }
  },
  async saveImageToPhotosAlbum({ filePath }: { filePath: string }) {
    if (phone.album === null) throw refusal('saveImageToPhotosAlbum', 'cancel')
    if (!phone.album) throw refusal('saveImageToPhotosAlbum', 'auth deny')
    phone.saved.push(phone.bytesOf(filePath))
  },
  async removeSavedFile({ filePath }: { filePath: string }) {
    phone.files.delete(filePath)
  },
  getPrivacySetting: ({ success }: { success: (said: { needAuthorization: boolean }) => void }) =>
    success({ needAuthorization: phone.privacyOpen }),
  async showToast({ title }: { title: string }) {
    phone.toasts.push(title)
  },
  getAppBaseInfo: () => ({ fontSizeSetting: phone.fontSize, version: '8.0.50' }),
  getAccountInfoSync: () => ({ miniProgram: { appId: 'wx0123456789abcdef', envVersion: 'develop', version: '' } }),
  getEnv: () => (process.env.TARO_ENV === 'h5' ? 'WEB' : 'WEAPP'),
  ENV_TYPE: { WEAPP: 'WEAPP', WEB: 'WEB' },
  getSystemInfoSync: () => screen,
  getWindowInfo: () => ({ ...screen, windowWidth: phone.width }),
  onWindowResize: (tell: () => void) => phone.on('resize', tell),
  offWindowResize() {},
  createSelectorQuery,
  nextTick: (run: () => void) => setTimeout(run, 0),
  pxTransform: (size: number) => `${size}px`,
  eventCenter: { on() {}, off() {}, once() {}, trigger() {} },
  ...Object.fromEntries(
    [
      'makePhoneCall',
      'previewImage',
      'stopPullDownRefresh',
      'pageScrollTo',
      'setNavigationBarTitle',
      'openPrivacyContract',
      'openSetting',
      'openLocation',
      'setClipboardData',
      'setKeepScreenOn',
    ].map((name) => [name, async (options: object = {}) => void phone.asked.push({ name, ...options })]),
  ),
}

export const { getEnv, getWindowInfo, getSystemInfoSync, nextTick, eventCenter, getCurrentInstance, pxTransform } = taro
export default taro
