import fc from 'fast-check'
import { clockTime, dayOf, exactTime, momentOf, saidTime, span, spanText } from '@/lib/time'

const noon = '2026-11-20T12:00:00+08:00'
const ago = (seconds: number) => new Date(new Date(noon).getTime() - seconds * 1000).toISOString()

test.each([
  [0, '刚刚'],
  [59.9, '刚刚'],
  [60, '1 分钟前'],
  [3599, '59 分钟前'],
  [3600, '今天 11:00'],
  [12 * 3600, '今天 00:00'],
  [12 * 3600 + 1, '昨天 23:59'],
  [36 * 3600, '昨天 00:00'],
  [36 * 3600 + 1, '11月18日 23:59'],
  [-3600, '今天 13:00'],
  [-12 * 3600, '明天 00:00'],
  [-36 * 3600, '11月22日 00:00'],
  [400 * 86400, '2025年10月16日'],
])('when it was %d seconds before noon, then people say %s', (seconds, said) => {
  expect(saidTime(ago(seconds), noon)).toBe(said)
})

test('when the day changes in Shanghai, then it changes for the app, wherever the phone’s clock is', () => {
  const justBefore = '2026-12-31T15:59:59Z'
  expect(saidTime('2026-12-31T14:00:00Z', justBefore)).toBe('今天 22:00')
  expect(saidTime('2026-12-31T14:00:00Z', '2026-12-31T16:00:00Z')).toBe('昨天 22:00')
  expect(saidTime('2026-12-29T14:00:00Z', '2026-12-31T16:00:00Z')).toBe('2026年12月29日')
  expect(dayOf(justBefore)).toBe('2026-12-31')
  expect(clockTime(justBefore)).toBe('23:59')
  expect(exactTime(justBefore)).toBe('2026-12-31 23:59:59')
})

const moments = fc.date({ min: new Date('2000-01-01T00:00:00Z'), max: new Date('2100-01-01T00:00:00Z'), noInvalidDate: true })
// the clock of Intl knows Shanghai by another way
const shanghai = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'medium' })

test('when any moment is shown exactly, then it is what Shanghai’s clocks showed', () => {
  fc.assert(fc.property(moments, (moment) => expect(exactTime(moment)).toBe(shanghai.format(moment))))
})

test('when a day and time are read off a moment, then they make the same minute again', () => {
  fc.assert(
    fc.property(moments, (moment) => {
      const minute = Math.floor(moment.getTime() / 60_000) * 60_000
      expect(new Date(momentOf(dayOf(moment), clockTime(moment))).getTime()).toBe(minute)
    }),
  )
})

test('when a moment is near another, then today, yesterday and tomorrow are days of Shanghai', () => {
  const apart = fc.integer({ min: -3 * 86_400_000, max: 3 * 86_400_000 })
  fc.assert(
    fc.property(moments, apart, (now, ms) => {
      const moment = new Date(now.getTime() + ms)
      const day = (date: Date) => Date.parse(shanghai.format(date).slice(0, 10)) / 86_400_000
      const word = /^(昨天|今天|明天)/.exec(saidTime(moment, now))?.[0]
      if (word) expect(day(moment) - day(now)).toBe({ 昨天: -1, 今天: 0, 明天: 1 }[word])
    }),
  )
})

test.each([
  [0, '1 分钟'],
  [60_001, '2 分钟'],
  [-42 * 60_000, '42 分钟'],
  [99 * 60_000, '99 分钟'],
  [100 * 60_000, '2 小时'],
  [47 * 3_600_000, '47 小时'],
  [48 * 3_600_000, '2 天'],
  [7 * 86_400_000, '7 天'],
])('when %d ms are left, then it reads %s', (ms, words) => {
  expect(spanText(ms)).toBe(words)
})

test('when more time is left, then never less is shown', () => {
  const minutesIn = { 分钟: 1, 小时: 60, 天: 1440 }
  const shown = (ms: number) => {
    const { figure, unit } = span(ms)
    return figure * minutesIn[unit as keyof typeof minutesIn]
  }
  const lengths = fc.nat(30 * 86_400_000)
  fc.assert(
    fc.property(lengths, lengths, (one, other) => {
      const [less, more] = one < other ? [one, other] : [other, one]
      expect(shown(less)).toBeLessThanOrEqual(shown(more))
    }),
  )
})
