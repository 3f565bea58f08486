import fc from 'fast-check'
import { checkMenuRows, type RawRow } from '../../server/services/canteen/menu-file'
import { hostileTexts } from '../helpers/hostile'
import { row } from '../helpers/menu-files'

const dishes = new Map(['D001', 'D002', 'D-3'].map((id, at) => [id, { priceFen: 1000 + at }]))
const setting = { today: '2026-11-20', dishes, sittings: new Set(['breakfast', 'lunch'] as const) }
const faultsOf = (...rows: RawRow[]) => checkMenuRows(rows, setting).faults.map(({ message }) => message)

test('when they are right, then they are what the kitchen plans, at the price of the dish where they name none', () => {
  const rows = [
    row(2),
    row(3, { sitting: '早餐', dishId: 'D002', quota: '0', priceFen: '0' }),
    row(4, { date: '2027年1月19日', sitting: 'Lunch', dishId: 'D-3', quota: '10000', priceFen: '100000' }),
    row(5, { date: '2026/11/20', quota: '007' }),
    row(6, { date: '2026.12.1' }),
  ]
  expect(checkMenuRows(rows, setting)).toEqual({
    items: [
      { line: 2, date: '2026-11-23', sitting: 'lunch', dishId: 'D001', quota: 60, priceFen: 1000 },
      { line: 3, date: '2026-11-23', sitting: 'breakfast', dishId: 'D002', quota: 0, priceFen: 0 },
      { line: 4, date: '2027-01-19', sitting: 'lunch', dishId: 'D-3', quota: 10_000, priceFen: 100_000 },
      { line: 5, date: '2026-11-20', sitting: 'lunch', dishId: 'D001', quota: 7, priceFen: 1000 },
      { line: 6, date: '2026-12-01', sitting: 'lunch', dishId: 'D001', quota: 60, priceFen: 1000 },
    ],
    faults: [],
  })
})

test.each<[Partial<RawRow>, string]>([
  [{ date: '' }, '没有写日期'],
  [{ date: '2026-02-30' }, '“2026-02-30”不是日期，请写成 2026-11-20 这样'],
  [{ date: '11/23' }, '“11/23”不是日期，请写成 2026-11-20 这样'],
  [{ date: '46349' }, '“46349”不是日期，请写成 2026-11-20 这样'],
  [{ date: '2026-11-19' }, '2026-11-19 已经过去了'],
  [{ date: '2027-01-20' }, '2027-01-20 太远了，现在只能排到 2027-01-19'],
  [{ sitting: '' }, '没有写餐次'],
  [{ sitting: '夜宵' }, '“夜宵”不是餐次，请写早餐、午餐或晚餐'],
  [{ sitting: 'dinner' }, '本食堂不供应晚餐'],
  [{ dishId: '' }, '没有写菜品编号'],
  [{ dishId: 'D999' }, '没有编号为 D999 的菜'],
  [{ dishId: 'x'.repeat(100) }, `没有编号为 ${'x'.repeat(20)}… 的菜`],
  [{ quota: '' }, '没有写份数'],
  [{ quota: '-1' }, '份数“-1”要改成 0 到 10000 的整数'],
  [{ quota: '1.5' }, '份数“1.5”要改成 0 到 10000 的整数'],
  [{ quota: '10001' }, '份数“10001”要改成 0 到 10000 的整数'],
  [{ quota: '1e3' }, '份数“1e3”要改成 0 到 10000 的整数'],
  [{ priceFen: '12元' }, '价格“12元”要改成 0 到 100000 的整数，单位是分'],
  [{ priceFen: '100001' }, '价格“100001”要改成 0 到 100000 的整数，单位是分'],
])('when a row has %j, then it says what is wrong and where', (more, reason) => {
  expect(faultsOf(row(6), row(7, { dishId: 'D002', ...more }))).toEqual([`第 7 行：${reason}`])
})

test('when a dish is twice in a meal, then both lines are named, and what is right is kept', () => {
  const rows = [row(2), row(3, { sitting: 'breakfast' }), row(9, { date: '2026/11/23', sitting: '午餐', quota: '1' }), row(11)]
  const { items, faults } = checkMenuRows(rows, setting)
  expect(faults).toEqual([
    { line: 9, message: '第 9 行：D001 在同一餐的第 2 行已经写过了' },
    { line: 11, message: '第 11 行：D001 在同一餐的第 2 行已经写过了' },
  ])
  expect(items).toHaveLength(2)
})

test('when everything in a row is wrong, then each of it is told', () => {
  const wrong = { date: 'a', sitting: 'b', dishId: 'c', quota: 'd', priceFen: 'e' }
  expect(faultsOf(row(2, wrong), row(3, wrong))).toHaveLength(10)
})

test('when the cells hold what has hurt somebody before, then each row is planned or told about, on one short line', () => {
  const text = fc.constantFrom(...hostileTexts, '2026-11-23', 'lunch', 'D001', '60', '__proto__', 'constructor')
  const cells = fc.record({ date: text, sitting: text, dishId: text, quota: text, priceFen: fc.option(text) })
  fc.assert(
    fc.property(fc.array(cells, { maxLength: 6 }), (rows) => {
      const { items, faults } = checkMenuRows(
        rows.map((cells, at) => ({ line: at + 2, ...cells })),
        setting,
      )
      expect(items.length + new Set(faults.map(({ line }) => line)).size).toBe(rows.length)
      for (const { line, message } of faults) expect(message).toMatch(new RegExp(`^第 ${line} 行：[^\\p{Cc}]{3,80}$`, 'u'))
    }),
  )
})
