import type { Allergen, Diet, DishKind, GuestStatus, Mode, OrderState, PaymentState, PayWay } from '../../../contract/canteen'

export { sittingWords } from '@/lib/meal'

export const modeWords: Record<Mode, string> = { eat_in: '堂吃', take_away: '打包带走', delivery: '送餐到家' }
export const orderStateWords: Record<OrderState, string> = {
  booked: '已订好',
  collected: '已取餐',
  cancelled: '已取消',
  expired: '超时未付，已取消',
  no_show: '没来取餐',
}
export const payWayWords: Record<PayWay, string> = { counter: '到店付', prepaid: '先付款' }
export const paymentWords: Record<PaymentState, string> = {
  unpaid: '未付',
  paying: '付款中',
  paid: '已付',
  refunding: '待退款',
  refunded: '已退款',
}
export const kindWords: Record<DishKind, string> = {
  set: '套餐',
  big_meat: '大荤',
  small_meat: '小荤',
  veg: '素菜',
  soup: '汤',
  staple: '主食',
  breakfast: '早点',
}
export const allergenWords: Record<Allergen, string> = {
  gluten_cereal: '麸质谷物',
  crustacean: '虾蟹',
  fish: '鱼',
  egg: '蛋',
  peanut: '花生',
  soy: '大豆',
  milk: '奶',
  tree_nut: '坚果',
}
export const dietWords: Record<Diet, string> = { low_salt: '少盐', low_sugar: '低糖' }
export const statusWords: Record<GuestStatus, string> = { district: '住在本区', hukou: '上海户籍', low_income: '低保' }
