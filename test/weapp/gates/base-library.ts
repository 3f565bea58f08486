/**
 * The functions of WeChat's that the app may use, and the base library each came with. A new one is looked up in WeChat's
 * documentation, entered here, and built into the runner.
 */
export const since: Readonly<Record<string, string>> = {
  canvasToTempFilePath: '1.0.0',
  chooseLocation: '1.0.0',
  chooseMessageFile: '2.5.0',
  chooseMedia: '2.10.0',
  createInnerAudioContext: '1.6.0',
  createSelectorQuery: '1.4.0',
  downloadFile: '1.0.0',
  getAppBaseInfo: '2.20.1',
  getLocation: '1.0.0',
  getNetworkType: '1.0.0',
  getPrivacySetting: '2.32.3',
  getScreenBrightness: '1.2.0',
  getStorageSync: '1.0.0',
  getWindowInfo: '2.20.1',
  login: '1.0.0',
  makePhoneCall: '1.0.0',
  navigateBack: '1.0.0',
  navigateTo: '1.0.0',
  offWindowResize: '2.3.0',
  onNetworkStatusChange: '1.1.0',
  onWindowResize: '2.3.0',
  openDocument: '1.0.0',
  openLocation: '1.0.0',
  openPrivacyContract: '2.32.3',
  openSetting: '1.1.0',
  pageScrollTo: '1.4.0',
  previewImage: '1.0.0',
  redirectTo: '1.0.0',
  removeSavedFile: '1.0.0',
  removeStorageSync: '1.0.0',
  request: '1.0.0',
  saveFile: '1.0.0',
  saveImageToPhotosAlbum: '1.2.0',
  scanCode: '1.0.0',
  setClipboardData: '1.1.0',
  setKeepScreenOn: '1.4.0',
  setScreenBrightness: '1.2.0',
  setStorageSync: '1.0.0',
  showToast: '1.0.0',
  stopPullDownRefresh: '1.0.0',
  switchTab: '1.0.0',
  uploadFile: '1.0.0',
}

/** The eight that app.json must name in requiredPrivateInfos. */
export const privateFunctions = [
  'getFuzzyLocation',
  'getLocation',
  'onLocationChange',
  'startLocationUpdate',
  'startLocationUpdateBackground',
  'chooseLocation',
  'choosePoi',
  'chooseAddress',
]

/** Whether a base library has what came with another. */
export function includes(library: string, version: string): boolean {
  const [here = [], there = []] = [library, version].map((text) => text.split('.').map(Number))
  const differs = here.findIndex((part, place) => part !== there[place])
  return differs < 0 || (here[differs] ?? 0) > (there[differs] ?? 0)
}
