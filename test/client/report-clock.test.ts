import fc from 'fast-check'
import { countdownOf, leftText, stepTo } from '@/pages/report/countdown'
import { begunBy, daysAround, earlierDays, earlierToday, momentOfWheel, momentOfWheelBy, noonIn, wheelOf } from '@/pages/report/when'
import type { ReportCard } from '../../contract/report'

const at = (text: string) => new Date(`${text}+08:00`).toISOString()
const time = (text: string) => new Date(at(text)).getTime()
const minute = 60_000

const open: Pick<ReportCard, 'state' | 'createdAt' | 'dueAt' | 'closeDueAt' | 'handledAt' | 'closedAt' | 'suspendedUntil'> = {
  state: 'handling',
  createdAt: at('2026-11-20T09:00:00'),
  dueAt: at('2026-11-20T11:00:00'),
  closeDueAt: at('2026-11-27T09:00:00'),
  handledAt: null,
  closedAt: null,
  suspendedUntil: null,
}

test.each([
  ['2026-11-20T09:30:00', '承诺剩余', '90', '分钟', false],
  ['2026-11-20T10:18:00', '承诺剩余', '42', '分钟', false],
  ['2026-11-20T10:55:55', '承诺剩余', '4:05', '分:秒', false],
  ['2026-11-20T10:59:59', '承诺剩余', '0:01', '分:秒', false],
  ['2026-11-20T11:03:00', '处置已超时', '3', '分钟', true],
  ['2026-11-21T11:03:00', '处置已超时', '24', '小时', true],
])('when the limit is 11:00 and it is %s, then the number says %s %s %s', (now, label, figure, unit, late) => {
  expect(countdownOf(open, time(now))).toMatchObject({ label, figure, unit, late })
})

test('when half of the time is used, then half of the bar is', () => {
  expect(countdownOf(open, time('2026-11-20T10:00:00'))?.used).toBeCloseTo(0.5)
})

test('when it is handled, then the limit of closing runs', () => {
  const handled = { ...open, state: 'handled' as const, handledAt: at('2026-11-20T10:00:00') }
  expect(countdownOf(handled, time('2026-11-22T09:00:00'))).toMatchObject({ label: '承诺办结还剩', figure: '5', unit: '天' })
})

test('when it is closed, then the number is how long it took, and whether in time', () => {
  const closed = { ...open, state: 'closed' as const, handledAt: at('2026-11-20T10:00:00'), closedAt: at('2026-11-20T12:00:00') }
  expect(countdownOf(closed, 0)).toMatchObject({ label: '已按时办结，共用', figure: '3', unit: '小时' })
  expect(countdownOf({ ...closed, handledAt: at('2026-11-20T11:30:00') }, 0)?.label).toBe('已办结，处置超时')
})

test('when it is suspended, then no clock runs and the day it goes on is said; when rejected, then there is no number', () => {
  const suspended = { ...open, state: 'suspended' as const, suspendedUntil: at('2026-11-25T12:00:00') }
  expect(countdownOf(suspended, time('2026-11-20T10:00:00'))).toMatchObject({ label: '挂账到', figure: '11月25日 12:00', used: null })
  expect(countdownOf({ ...open, state: 'rejected' }, 0)).toBeNull()
})

test('when time goes on, then what is left only shrinks and the used part stays between none and all', () => {
  fc.assert(
    fc.property(fc.integer({ min: -300, max: 300 }), fc.integer({ min: 0, max: 300 }), (start, later) => {
      const due = time('2026-11-20T11:00:00')
      const used = (now: number) => countdownOf(open, now)?.used ?? -1
      expect(used(due + start * minute)).toBeLessThanOrEqual(used(due + (start + later) * minute))
      expect(used(due + start * minute)).toBeGreaterThanOrEqual(0)
      expect(used(due + start * minute)).toBeLessThanOrEqual(1)
    }),
  )
})

test('when the limit is near, then it is drawn each second, else not', () => {
  const due = time('2026-11-20T11:00:00')
  expect(stepTo(open.dueAt, due - 4 * minute)).toBe(1000)
  expect(stepTo(open.dueAt, due - 60 * minute)).toBeGreaterThan(10_000)
  expect(stepTo(null, due)).toBeGreaterThan(10_000)
})

test('when a card tells what is left, then in seconds at the end and as overdue afterwards', () => {
  const due = time('2026-11-20T11:00:00')
  expect(leftText(open.dueAt, due - 42 * minute)).toEqual({ text: '剩 42 分钟', late: false })
  expect(leftText(open.dueAt, due - 61_000)).toEqual({ text: '剩 1:01', late: false })
  expect(leftText(open.dueAt, due + 3 * minute)).toEqual({ text: '超时 3 分钟', late: true })
})

test('when it is early in the morning, then earlier today offers nothing of yesterday', () => {
  expect(earlierToday(time('2026-11-20T00:30:00'))).toEqual([])
  expect(earlierToday(time('2026-11-20T03:30:00')).map(({ text }) => text)).toEqual(['1 小时前', '2 小时前'])
  expect(earlierToday(time('2026-11-20T13:00:00')).map(({ text }) => text)).toContain('今天早上')
})

test('when ready times are offered, then each is past, and of the last eight days', () => {
  fc.assert(
    fc.property(fc.integer({ min: time('2026-01-01T00:00:00'), max: time('2027-12-31T23:59:00') }), (now) => {
      for (const { moment } of [...earlierToday(now), ...earlierDays(now)]) {
        const age = now - new Date(moment).getTime()
        expect(age).toBeGreaterThanOrEqual(0)
        expect(age).toBeLessThan(8 * 24 * 60 * minute)
      }
    }),
  )
})

test('when a wheel is turned to a moment, then it says that moment again to the minute', () => {
  fc.assert(
    fc.property(fc.integer({ min: time('2026-01-01T00:00:00'), max: time('2027-12-31T23:59:00') }), (now) => {
      expect(new Date(momentOfWheel(wheelOf(now))).getTime()).toBe(Math.floor(now / minute) * minute)
    }),
  )
})

test('when days are offered, then they are named as people do', () => {
  expect(daysAround(time('2026-11-20T09:00:00'), -2, 2)).toEqual([
    { value: '2026-11-18', text: '11月18日 周三' },
    { value: '2026-11-19', text: '昨天' },
    { value: '2026-11-20', text: '今天' },
    { value: '2026-11-21', text: '明天' },
    { value: '2026-11-22', text: '11月22日 周日' },
  ])
  expect(noonIn(time('2026-11-20T23:00:00'), 3)).toBe('2026-11-23T12:00:00+08:00')
})

test('when a wheel ends now, then it offers no hour and minute to come, and is not turned past it', () => {
  const now = time('2026-11-20T09:20:00')
  expect(begunBy(now, ['2026-11-20', '09', '10'])).toEqual({ hours: 10, minutes: 21 })
  expect(begunBy(now, ['2026-11-20', '08', '10'])).toEqual({ hours: 10, minutes: 60 })
  expect(begunBy(now, ['2026-11-19', '23', '10'])).toEqual({ hours: 24, minutes: 60 })
  expect(begunBy(null, ['2026-11-20', '09', '10'])).toEqual({ hours: 24, minutes: 60 })
  expect(new Date(momentOfWheelBy(now, ['2026-11-20', '23', '10'])).getTime()).toBe(now)
  expect(momentOfWheelBy(now, ['2026-11-19', '23', '10'])).toBe('2026-11-19T23:10:00+08:00')
})
