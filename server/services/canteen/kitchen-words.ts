import type { Allergen, DishKind } from '../../../contract/canteen'

/** What kitchens call the kinds of dishes. */
export const kindWords: Readonly<Record<DishKind, string>> = {
  set: '套餐',
  big_meat: '大荤',
  small_meat: '小荤',
  veg: '素菜',
  soup: '汤',
  staple: '主食',
  breakfast: '早点',
}

export const allergenWords: Readonly<Record<Allergen, string>> = {
  gluten_cereal: '麸质谷物',
  crustacean: '虾蟹',
  fish: '鱼',
  egg: '蛋',
  peanut: '花生',
  soy: '大豆',
  milk: '奶',
  tree_nut: '坚果',
}
