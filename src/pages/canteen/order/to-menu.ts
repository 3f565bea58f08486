import Taro from '@tarojs/taro'
import type { Meal } from '../baskets-store'
import { menuUrl } from '../urls'

/** Back to the menu where the person came from it, or else to the menu of the meal; what is chosen is there too. */
export function toMenu(meal: Meal): void {
  const below = Taro.getCurrentPages().at(-2)?.route ?? ''
  if (below.includes('pages/canteen/menu/')) Taro.navigateBack()
  else Taro.redirectTo({ url: menuUrl(meal) })
}
