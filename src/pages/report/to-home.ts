import Taro from '@tarojs/taro'

export const toHome = () => Taro.switchTab({ url: '/pages/home/index' })
