import { mealName } from '@/lib/meal'
import { price } from '@/lib/money'
import { modeWords, payWayWords } from '../labels'
import { eaterShort } from '../meal-words'
import type { OrderStore } from './order-store'

/** The booking as one would say it: 给妈妈订明天午餐：红烧肉 1 份、米饭 1 份，11:15 取，堂吃，到店付 ¥10.60。 */
export function sentenceOf({ meal, eater, lines, window, mode, way, bill }: OrderStore, now: number): string {
  const dishes = lines.map(({ dish, quantity }) => `${dish.name} ${quantity} 份`).join('、')
  const parts = [dishes, window && `${window} 取`, modeWords[mode], bill && `${payWayWords[way]} ${price(bill.payableFen)}`]
  return `给${eater ? eaterShort(eater) : '…'}订${mealName(meal, now)}：${parts.filter(Boolean).join('，')}。`
}
