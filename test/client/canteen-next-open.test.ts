import { dayAfter, dayName, dishesText, mealName, shortDay, weekdayOf } from '@/lib/meal'
import { grouped, price } from '@/lib/money'
import { lastOf, nextOpen } from '@/pages/canteen/next-open'
import { mondayOf } from '@/pages/canteen/nutrition/nutrition-store'
import type { Menu, Order, Sitting } from '../../contract/canteen'

const menu = (date: string, sitting: Sitting, open = true) => ({ date, sitting, open }) as Menu
const order = (date: string, changes: Partial<Order> = {}) =>
  ({
    ...{ id: date, canteenId: 'C', date, sitting: 'lunch', state: 'booked' },
    ...{ orderer: { id: 'me', nickname: '我', me: true }, eater: { id: 'me', nickname: '我', me: true } },
    ...changes,
  }) as Order
const week = [
  menu('2026-11-24', 'dinner'),
  menu('2026-11-25', 'breakfast'),
  menu('2026-11-25', 'lunch'),
  menu('2026-11-26', 'lunch'),
  menu('2026-11-26', 'dinner'),
]

describe('the next meal to book', () => {
  test('when nothing is wished for, then it is the next lunch, though a dinner comes before', () => {
    expect(nextOpen(week, { canteenId: 'C' })).toBe(week[2])
  })

  test('when a sitting is wished for, then it is the next of that one, and a lunch where it has none', () => {
    expect(nextOpen(week, { canteenId: 'C', sitting: 'dinner' })).toBe(week[0])
    expect(nextOpen(week.slice(2, 4), { canteenId: 'C', sitting: 'dinner' })).toBe(week[2])
  })

  test('when the eater has that meal already, then it is the one after; another eater’s does not count, nor a cancelled one', () => {
    const wish = { canteenId: 'C', sitting: 'lunch', eaterId: 'me' } as const
    expect(nextOpen(week, wish, [order('2026-11-25')])).toBe(week[3])
    expect(nextOpen(week, wish, [order('2026-11-25', { eater: { id: 'mum', nickname: '妈', me: false } })])).toBe(week[2])
    expect(nextOpen(week, wish, [order('2026-11-25', { state: 'cancelled' })])).toBe(week[2])
    expect(nextOpen(week, wish, [order('2026-11-25', { canteenId: 'D' })])).toBe(week[2])
  })

  test('when nothing can be ordered, then there is none', () => {
    expect(nextOpen([menu('2026-11-25', 'lunch', false)], { canteenId: 'C' })).toBeNull()
  })
})

describe('the last meal', () => {
  test('when somebody books for others, then the last they booked counts more than the last they ate', () => {
    const forMum = order('2026-11-24', { eater: { id: 'mum', nickname: '妈', me: false } })
    const byOther = order('2026-11-25', { orderer: { id: 'x', nickname: '他', me: false } })
    expect(lastOf([byOther, forMum], 'C')).toBe(forMum)
    expect(lastOf([byOther], 'C')).toBe(byOther)
  })

  test('when it was cancelled, or elsewhere, then it is nothing to go by', () => {
    expect(lastOf([order('2026-11-25', { state: 'cancelled' }), order('2026-11-24', { canteenId: 'D' })], 'C')).toBeNull()
  })
})

describe('words', () => {
  const now = Date.parse('2026-11-24T23:30:00+08:00')

  test('when a day is named, then as people say it, on Shanghai’s calendar', () => {
    expect([0, 1, 2].map((days) => dayName(dayAfter('2026-11-24', days), now))).toEqual(['今天', '明天', '11月26日 周四'])
    expect([0, 1, 2, 3].map((days) => shortDay(dayAfter('2026-11-24', days), now))).toEqual(['今天', '明天', '后天', '周五'])
    expect(mealName({ date: '2026-11-25', sitting: 'lunch' }, now)).toBe('明天午餐')
    expect(dayAfter('2026-12-31', 1)).toBe('2027-01-01')
    expect(weekdayOf('2026-11-29')).toBe('周日')
  })

  test('when a week is asked for, then it begins on Monday, on a Sunday too', () => {
    expect(['2026-11-23', '2026-11-25', '2026-11-29', '2026-11-30'].map(mondayOf)).toEqual([
      '2026-11-23',
      '2026-11-23',
      '2026-11-23',
      '2026-11-30',
    ])
  })

  test('when dishes, money and counts are told, then briefly', () => {
    const item = (name: string) => ({ dishId: name, name, quantity: 1, priceFen: 100 })
    expect([dishesText([item('红烧肉')]), dishesText([item('红烧肉'), item('米饭')])]).toEqual(['红烧肉', '红烧肉等 2 样'])
    expect([price(1060), price(-300), price(0)]).toEqual(['¥10.60', '−¥3', '¥0'])
    expect([grouped(7), grouped(72_418), grouped(1_000_000)]).toEqual(['7', '72,418', '1,000,000'])
  })
})
