import Taro from '@tarojs/taro'

/** WeChat's pages have no more of the screen to take; display.h5.ts is the browser's. */
export const fillScreen = async (): Promise<void> => {}
export const leaveScreen = async (): Promise<void> => {}
export const watchScreen =
  (_left: () => void): (() => void) =>
  () => {}

/** Keeps the screen from going dark; gives what lets it again. */
export function stayAwake(): () => void {
  Taro.setKeepScreenOn({ keepScreenOn: true }).catch(() => {})
  return () => void Taro.setKeepScreenOn({ keepScreenOn: false }).catch(() => {})
}
