import Taro from '@tarojs/taro'

/** To the page before; to the given tab where the app was opened right here. */
export function backOr(tab: string): void {
  if (Taro.getCurrentPages().length > 1) Taro.navigateBack()
  else Taro.switchTab({ url: tab })
}
