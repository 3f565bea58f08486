import type { Sitting } from '../../../contract/canteen'

/** Dishes of each meal from Monday to Sunday, in the order the menu shows them. Invented for the demo. */
export const weekMenu: readonly Readonly<Record<Sitting, readonly string[]>>[] = [
  {
    breakfast: ['D032', 'D033', 'D034', 'D035'],
    lunch: ['D001', 'D002', 'D011', 'D012', 'D018', 'D019', 'D025', 'D028', 'D029'],
    dinner: ['D006', 'D017', 'D011', 'D020', 'D026', 'D028'],
  },
  {
    breakfast: ['D036', 'D037', 'D038', 'D032'],
    lunch: ['D003', 'D004', 'D013', 'D014', 'D020', 'D021', 'D026', 'D028', 'D030'],
    dinner: ['D007', 'D012', 'D013', 'D021', 'D027', 'D028'],
  },
  {
    breakfast: ['D033', 'D034', 'D035', 'D036'],
    lunch: ['D005', 'D006', 'D015', 'D016', 'D022', 'D023', 'D027', 'D028', 'D031'],
    dinner: ['D008', 'D014', 'D015', 'D022', 'D025', 'D028'],
  },
  {
    breakfast: ['D037', 'D038', 'D032', 'D033'],
    lunch: ['D007', 'D008', 'D017', 'D011', 'D024', 'D018', 'D025', 'D028', 'D029'],
    dinner: ['D009', 'D016', 'D017', 'D023', 'D026', 'D028'],
  },
  {
    breakfast: ['D034', 'D035', 'D036', 'D037'],
    lunch: ['D009', 'D010', 'D012', 'D013', 'D019', 'D020', 'D026', 'D028', 'D030'],
    dinner: ['D010', 'D011', 'D012', 'D024', 'D027', 'D028'],
  },
  {
    breakfast: ['D038', 'D032', 'D033', 'D034'],
    lunch: ['D001', 'D002', 'D014', 'D015', 'D021', 'D022', 'D027', 'D028', 'D031'],
    dinner: ['D001', 'D013', 'D014', 'D018', 'D025', 'D028'],
  },
  {
    breakfast: ['D035', 'D036', 'D037', 'D038'],
    lunch: ['D003', 'D004', 'D016', 'D017', 'D023', 'D024', 'D025', 'D028', 'D029'],
    dinner: ['D002', 'D015', 'D016', 'D019', 'D026', 'D028'],
  },
]

/** Portions of the dishes in the places of the week's menu, in the pilot canteen. */
export const portions: Readonly<Record<Sitting, readonly number[]>> = {
  breakfast: [60, 60, 60, 60],
  lunch: [60, 60, 80, 80, 90, 90, 120, 150, 150],
  dinner: [30, 40, 40, 45, 60, 75],
}

/** Set meals that stand before the dishes every day, with their portions in the pilot canteen. */
export const setMenu: Readonly<Record<Sitting, readonly (readonly [code: string, portions: number])[]>> = {
  breakfast: [],
  lunch: [
    ['S01', 80],
    ['S02', 60],
  ],
  dinner: [
    ['S02', 30],
    ['S03', 40],
  ],
}
