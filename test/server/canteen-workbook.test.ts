import fc from 'fast-check'
import readWorkbook from 'read-excel-file/universal'
import type { KitchenList } from '../../contract/canteen'
import { kitchenWorkbook } from '../../server/services/canteen/kitchen-workbook'
import { usualBounds } from '../../server/shared/table-bounds'
import { unzip } from '../../server/shared/table-zip'
import { hostileTexts } from '../helpers/hostile'

const list: KitchenList = {
  canteenName: '虹桥镇社区食堂',
  date: '2026-11-23',
  sitting: 'lunch',
  orders: 3,
  windows: [
    { starts: '11:00', ends: '11:30', orders: 2 },
    { starts: '11:30', ends: '12:00', orders: 1 },
  ],
  dishes: [
    { dishId: 'D001', name: '红烧肉', kind: 'big_meat', total: 3, byWindow: [2, 1], allergens: ['soy', 'gluten_cereal'] },
    { dishId: 'D028', name: '罗宋汤', kind: 'soup', total: 1, byWindow: [0, 1], allergens: [] },
  ],
  notes: [{ number: '0427', window: '11:30', note: '少盐，肉切小一点', dishes: '红烧肉×1、罗宋汤×1' }],
  deliveries: [{ number: '0427', window: '11:30', eater: '王阿姨', address: '虹桥路 1 弄 2 号 301 室', dishes: '红烧肉×1' }],
}

/** The sheets as another program reads them. */
async function sheetsOf(list: KitchenList) {
  const bytes = await kitchenWorkbook(list)
  const sheets = await readWorkbook(new Blob([new Uint8Array(bytes)]), { trim: false })
  return Object.fromEntries(sheets.map(({ sheet, data }) => [sheet, data as unknown[][]]))
}
const xmlOf = async (list: KitchenList) => [...unzip(await kitchenWorkbook(list), /\.xml$/, usualBounds.workbook).values()].join('\n')
const noted = (...notes: string[]): KitchenList => ({
  ...list,
  notes: notes.map((note) => ({ number: '0427', window: '11:30', note, dishes: '' })),
})

test('when the kitchen list is a workbook, then another program reads the same out of it', async () => {
  const title = (name: string) => [`虹桥镇社区食堂　2026-11-23 午餐　${name}（共 3 单）`]
  const rest = (row: string[], width: number) => [...row, ...Array.from({ length: width - 1 }, () => null)]
  expect(await sheetsOf(list)).toEqual({
    备餐汇总: [
      rest(title('备餐汇总'), 6),
      ['菜品', '类别', '过敏原', '合计', '11:00–11:30（2 单）', '11:30–12:00（1 单）'],
      ['红烧肉', '大荤', '大豆、麸质谷物', 3, 2, 1],
      ['罗宋汤', '汤', null, 1, 0, 1],
    ],
    备注: [rest(title('备注'), 4), ['取餐号', '时段', '备注', '菜品'], ['0427', '11:30', '少盐，肉切小一点', '红烧肉×1、罗宋汤×1']],
    送餐: [
      rest(title('送餐'), 5),
      ['取餐号', '时段', '用餐人', '地址', '菜品'],
      ['0427', '11:30', '王阿姨', '虹桥路 1 弄 2 号 301 室', '红烧肉×1'],
    ],
  })
})

test('when nothing is delivered, then there is no sheet for it, and a meal that nobody ordered is a workbook too', async () => {
  expect(Object.keys(await sheetsOf({ ...list, deliveries: [] }))).toEqual(['备餐汇总', '备注'])
  const empty = { ...list, orders: 0, windows: [], dishes: [], notes: [], deliveries: [] }
  expect((await sheetsOf(empty)).备餐汇总?.map((row) => row[0])).toEqual([expect.stringContaining('（共 0 单）'), '菜品'])
})

test('when it is printed, then the heads are bold and the columns wide enough', async () => {
  const xml = await xmlOf(list)
  expect(xml).toMatch(/<b\s*\/>/)
  expect(xml).toMatch(/<col [^>]*width="50"/)
  expect(xml).toContain('orientation="landscape"')
})

const formulas = ['=1+1', '+1', '-1', '@SUM(1)', '=HYPERLINK("http://x","y")', "=cmd|' /C calc'!A0", '\t=1+1', '0427']

test('when a guest writes a formula, then it is text, and stays text when the cell is edited', async () => {
  const sheets = await sheetsOf(noted(...formulas))
  expect(sheets.备注?.slice(2).map((row) => row[2])).toEqual(formulas.map((note) => note.replace('\t', ' ')))
  const xml = await xmlOf(noted(...formulas))
  expect(xml).not.toMatch(/<f[ >]/)
  const styles = [...xml.matchAll(/<c r="C(?:[3-9]|10)" s="(\d+)" t="s">/g)].map(([, style]) => Number(style))
  const formats = /<cellXfs.*<\/cellXfs>/s.exec(xml)?.[0].match(/<xf .*?>/g) ?? []
  expect(styles.length).toBeGreaterThanOrEqual(formulas.length)
  for (const style of styles) expect(formats[style]).toContain(`numFmtId="${/numFmtId="(\d+)" formatCode="@"/.exec(xml)?.[1]}"`)
})

test('when a guest writes what every object has, or what a workbook reads as something else, then it is what they wrote', async () => {
  const notes = ['constructor', '__proto__', 'toString', 'hasOwnProperty', '_x0041_', '_x005F_x0041_', '<b>&amp;</b>', ']]>', '👵🏻']
  const sheets = await sheetsOf(noted(...notes, ...notes))
  expect(sheets.备注?.slice(2).map((row) => String(row[2]).trim())).toEqual([...notes, ...notes])
})

test('when words are any text at all, then the workbook can be read, each on its line', async () => {
  const text = fc.oneof(
    fc.constantFrom(...hostileTexts.map((text) => text.slice(0, 200)), ...formulas),
    fc.string({ unit: 'binary', maxLength: 20 }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 5 }), async (notes) => {
      const words = { canteenName: notes[0] as string, dishes: list.dishes.map((dish) => ({ ...dish, name: notes.at(-1) as string })) }
      const sheets = await sheetsOf({ ...noted(...notes), ...words })
      expect(sheets.备注?.slice(2).map((row) => row[0])).toEqual(notes.map(() => '0427'))
      for (const row of sheets.备注?.slice(2) ?? []) expect(String(row[2] ?? '')).not.toMatch(/\p{Cc}/u)
      expect(sheets.备餐汇总?.[2]?.slice(3)).toEqual([3, 2, 1])
    }),
    { numRuns: 30 },
  )
})
