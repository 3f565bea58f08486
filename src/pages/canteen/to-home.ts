import Taro from '@tarojs/taro'

/** To the canteen's first page, from a page that has nothing to show. */
export const toHome = () => Taro.redirectTo({ url: '/pages/canteen/home/index' })
