import type { Allergen, DishKind } from '../../../contract/canteen'

/** Price in fen; energy in kcal, protein, fat and carbohydrate in g, sodium in mg, all of one portion. */
export type DishFact = readonly [
  code: string,
  name: string,
  kind: Exclude<DishKind, 'set'>,
  priceFen: number,
  kcal: number,
  proteinG: number,
  fatG: number,
  carbohydrateG: number,
  sodiumMg: number,
  allergens: readonly Allergen[],
]

/** What a Shanghai canteen cooks; prices, nutrition and allergens are invented for the demo. */
export const dishes: readonly DishFact[] = [
  ['D001', '红烧肉', 'big_meat', 1200, 380, 15, 32, 8, 780, ['soy', 'gluten_cereal']],
  ['D002', '红烧狮子头', 'big_meat', 1000, 338, 17, 26, 9, 820, ['egg', 'soy', 'gluten_cereal']],
  ['D003', '糖醋小排', 'big_meat', 1400, 342, 18, 22, 18, 690, ['soy', 'gluten_cereal']],
  ['D004', '葱油白斩鸡', 'big_meat', 1200, 238, 26, 14, 2, 620, ['soy', 'gluten_cereal']],
  ['D005', '酱鸭', 'big_meat', 1300, 308, 24, 20, 8, 860, ['soy', 'gluten_cereal']],
  ['D006', '清蒸鲈鱼', 'big_meat', 1600, 174, 27, 6, 3, 560, ['fish', 'soy', 'gluten_cereal']],
  ['D007', '上海熏鱼', 'big_meat', 1200, 296, 24, 16, 14, 840, ['fish', 'soy', 'gluten_cereal']],
  ['D008', '油爆虾', 'big_meat', 1600, 189, 19, 9, 8, 720, ['crustacean', 'soy', 'gluten_cereal']],
  ['D009', '香糟带鱼', 'big_meat', 1200, 208, 22, 12, 3, 780, ['fish']],
  ['D010', '豆豉蒸排骨', 'big_meat', 1400, 272, 19, 20, 4, 760, ['soy']],
  ['D011', '芹菜肉丝', 'small_meat', 600, 153, 12, 9, 6, 520, ['soy', 'gluten_cereal']],
  ['D012', '烂糊肉丝', 'small_meat', 600, 144, 10, 8, 8, 560, ['soy', 'gluten_cereal']],
  ['D013', '滑蛋虾仁', 'small_meat', 900, 193, 16, 13, 3, 540, ['egg', 'crustacean']],
  ['D014', '番茄炒蛋', 'small_meat', 500, 184, 10, 12, 9, 430, ['egg']],
  ['D015', '百叶包肉', 'small_meat', 700, 196, 15, 12, 7, 620, ['soy', 'gluten_cereal']],
  ['D016', '肉末蒸蛋', 'small_meat', 400, 150, 12, 10, 3, 480, ['egg', 'soy', 'gluten_cereal']],
  ['D017', '家常豆腐', 'small_meat', 500, 175, 11, 11, 8, 520, ['soy', 'gluten_cereal']],
  ['D018', '四喜烤麸', 'veg', 500, 163, 10, 7, 15, 560, ['gluten_cereal', 'soy', 'peanut']],
  ['D019', '清炒鸡毛菜', 'veg', 300, 73, 3, 5, 4, 320, []],
  ['D020', '蒜泥空心菜', 'veg', 300, 77, 3, 5, 5, 330, []],
  ['D021', '油焖笋', 'veg', 500, 110, 4, 6, 10, 480, ['soy', 'gluten_cereal']],
  ['D022', '葱油蚕豆', 'veg', 400, 158, 8, 6, 18, 380, []],
  ['D023', '红烧萝卜', 'veg', 300, 80, 2, 4, 9, 450, ['soy', 'gluten_cereal']],
  ['D024', '凉拌黄瓜', 'veg', 300, 47, 1, 3, 4, 350, ['soy', 'gluten_cereal']],
  ['D025', '紫菜蛋汤', 'soup', 200, 55, 4, 3, 3, 420, ['egg']],
  ['D026', '冬瓜小排汤', 'soup', 500, 103, 7, 7, 3, 460, []],
  ['D027', '罗宋汤', 'soup', 300, 75, 3, 3, 9, 450, []],
  ['D028', '米饭', 'staple', 100, 176, 4, 0.5, 39, 2, []],
  ['D029', '咸肉菜饭', 'staple', 400, 280, 7, 8, 45, 520, []],
  ['D030', '阳春面', 'staple', 600, 366, 12, 6, 66, 1100, ['gluten_cereal', 'soy']],
  ['D031', '红烧大排面', 'staple', 1400, 576, 29, 20, 70, 1450, ['gluten_cereal', 'soy']],
  ['D032', '白粥', 'breakfast', 100, 83, 2, 0.3, 18, 3, []],
  ['D033', '杂粮粥', 'breakfast', 200, 129, 4, 1, 26, 5, []],
  ['D034', '香菇菜包', 'breakfast', 200, 160, 5, 4, 26, 320, ['gluten_cereal', 'soy']],
  ['D035', '鲜肉包', 'breakfast', 250, 212, 8, 8, 27, 380, ['gluten_cereal', 'soy']],
  ['D036', '豆浆', 'breakfast', 200, 84, 7, 4, 5, 20, ['soy']],
  ['D037', '茶叶蛋', 'breakfast', 200, 77, 7, 5, 1, 290, ['egg', 'soy', 'gluten_cereal']],
  ['D038', '鲜肉小馄饨', 'breakfast', 700, 265, 12, 9, 34, 760, ['gluten_cereal', 'soy', 'egg']],
]

/** Set meals: what is in them, for less than the dishes one by one. Invented for the demo. */
export const setMeals: readonly (readonly [code: string, name: string, priceFen: number, parts: readonly string[]])[] = [
  ['S01', '长者午餐套餐', 900, ['D016', 'D019', 'D025', 'D028']],
  ['S02', '红烧肉套餐', 1600, ['D001', 'D020', 'D025', 'D028']],
  ['S03', '番茄炒蛋套餐', 1200, ['D014', 'D023', 'D026', 'D028']],
]
