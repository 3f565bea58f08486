import Taro from '@tarojs/taro'

/** To where the action was begun; to the matter itself where there is no page before. */
export function back(id: string): void {
  if (Taro.getCurrentPages().length > 1) Taro.navigateBack()
  else Taro.redirectTo({ url: `/pages/report/detail/index?id=${id}` })
}
