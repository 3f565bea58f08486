import Taro from '@tarojs/taro'

/** The WeChat side of what the platforms do differently; platform.h5.ts is the browser's. */
export interface Place {
  /** GCJ-02 degrees. */
  readonly lng: number
  readonly lat: number
  /** Metres the phone believes to be right within; 0 where unknown. */
  readonly accuracy: number
  readonly name?: string
}

export const inWeChat = true

/** Signs in without the person doing anything: WeChat gives a code. Undefined where there is no WeChat. */
export async function loginCode(): Promise<string | undefined> {
  const { code } = await Taro.login({ timeout: 10_000 })
  return code || undefined
}

/** Where the phone is. Rejects when the person or the phone refuses. */
export async function currentPlace(): Promise<Place> {
  const { longitude, latitude, accuracy } = await Taro.getLocation({ type: 'gcj02', isHighAccuracy: true, highAccuracyExpireTime: 4000 })
  return { lng: longitude, lat: latitude, accuracy }
}

/** Lets the person point at a place on a map. Rejects when they step back. */
export async function pickPlace(): Promise<Place> {
  const { longitude, latitude, name } = await Taro.chooseLocation({})
  return { lng: longitude, lat: latitude, accuracy: 0, name }
}

/** Whether pickPlace has a map to show. */
export const hasMap = true

/** Paths of pictures taken or chosen now, at most `count`; empty when the person steps back. */
export async function choosePictures(count: number, source: 'camera' | 'album'): Promise<string[]> {
  try {
    const { tempFiles } = await Taro.chooseMedia({ count, mediaType: ['image'], sourceType: [source], sizeType: ['compressed'] })
    return tempFiles.map((file) => file.tempFilePath)
  } catch (error) {
    if (/cancel/.test(String((error as { errMsg?: string }).errMsg))) return []
    throw error
  }
}

/** Keeps a picture beyond this run of the app, for a draft; gives its lasting path. */
export async function keepPicture(tempFilePath: string): Promise<string> {
  const { savedFilePath } = (await Taro.saveFile({ tempFilePath })) as Taro.saveFile.SuccessCallbackResult
  return savedFilePath
}

/** A path to show and upload a kept picture by. Rejects when it is gone. */
export const openPicture = async (filePath: string): Promise<string> => filePath

export function dropPicture(filePath: string): void {
  Taro.removeSavedFile({ filePath }).catch(() => {})
}

/** Whether the camera can read a code here. */
export const canScan = true

/** The text of a QR code held before the camera; undefined when the person steps back. Rejects where the camera may not be used. */
export async function scanCode(): Promise<string | undefined> {
  try {
    return (await Taro.scanCode({ onlyFromCamera: true, scanType: ['qrCode'] })).result || undefined
  } catch (error) {
    if (/cancel/.test(String((error as { errMsg?: string }).errMsg))) return undefined
    throw error
  }
}

/** Path of a CSV or Excel file that the person picks, in WeChat out of a chat; undefined when they step back. */
export async function chooseTable(): Promise<string | undefined> {
  try {
    const { tempFiles } = await Taro.chooseMessageFile({ count: 1, type: 'file', extension: ['csv', 'xlsx'] })
    return tempFiles[0]?.path
  } catch (error) {
    if (/cancel/.test(String((error as { errMsg?: string }).errMsg))) return undefined
    throw error
  }
}

/** Shows a downloaded workbook, with WeChat's menu to pass it on; a browser saves it under the name. */
export async function openWorkbook(filePath: string, _name: string): Promise<void> {
  await Taro.openDocument({ filePath, fileType: 'xlsx', showMenu: true })
}

/** A browser prints the page that is shown; WeChat cannot. */
export const canPrint = false
export const printPage = (): void => {}

/**
 * Tells of every key typed outside a field, and inside one named `own`, before the field sees it: a scanner types faster than a
 * field that is drawn anew keeps up with. `tell` says whether the key was its. WeChat knows only fields. Gives what stops it.
 */
export const watchKeys =
  (_own: string, _tell: (key: string) => boolean): (() => void) =>
  () => {}

/** Tells at once, and at each change, whether the phone has a network. */
export function watchNetwork(tell: (isOn: boolean) => void): void {
  Taro.getNetworkType({ success: ({ networkType }) => tell(networkType !== 'none') })
  Taro.onNetworkStatusChange(({ isConnected }) => tell(isConnected))
}

/** Tells of a page that did not open because its code did not arrive, and null when the app goes on. WeChat says so by itself. */
export const watchUnopened = (_tell: (url: string | null) => void): void => {}

/** 长辈版 of what lies outside the pages: WeChat draws its tab bar in one size only. */
export const markElder = (_elder: boolean): void => {}

/** The person's font size in WeChat against the standard one, 1 to 1.5. */
export function fontScale(): number {
  // Taro's typing leaves it out; WeChat gives it from base library 2.23.4 on
  const { fontSizeSetting: size = 17 } = (Taro.getAppBaseInfo?.() ?? {}) as { fontSizeSetting?: number }
  return Math.min(1.5, Math.max(1, size / 17))
}

/** Whether WeChat itself still has to ask for the privacy consent. */
export async function privacyNeeded(): Promise<boolean> {
  return new Promise((resolve) => {
    if (!Taro.getPrivacySetting) resolve(false)
    else Taro.getPrivacySetting({ success: ({ needAuthorization }) => resolve(needAuthorization), fail: () => resolve(false) })
  })
}

/** Whether the consent is given by WeChat's own button (open-type agreePrivacyAuthorization), and so kept by WeChat. */
export const privacyByWeChat = true
export const rememberPrivacy = (): void => {}

/** WeChat's own page of what was agreed to; its settings hold what may be taken back. */
export const openPrivacyContract = (): void => Taro.openPrivacyContract({})
export function openSettings(): void {
  Taro.openSetting().catch(() => {})
}
export const withdrawPrivacy = (): void => {}

/** Makes the screen as bright as it gets, for a scanner; gives what puts it back. A phone that will not is left as it is. */
export async function brighten(): Promise<() => void> {
  try {
    const { value } = await Taro.getScreenBrightness()
    await Taro.setScreenBrightness({ value: 1 })
    return () => void Taro.setScreenBrightness({ value }).catch(() => {})
  } catch {
    return () => {}
  }
}
