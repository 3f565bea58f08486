import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { readHours } from '../../server/services/study/file-hours'
import { reached } from '../../server/services/study/rules-badges'
import { type Hours, hoursOn, nextCounts, type Span, statusAt, weekdayOf } from '../../server/services/study/rules-hours'
import { hoursFault } from '../../server/services/study/rules-hours-check'
import { marksOf, type Scene, usableFix } from '../../server/services/study/rules-marks'
import { earned, type PointRule, type Sums } from '../../server/services/study/rules-points'
import { keptFor } from '../../server/services/study/rules-read'
import { hasGap, streaksOf } from '../../server/services/study/rules-streak'
import { createStudyCodes, isGood, screenCodes, stepAt } from '../../server/services/study/study-code'
import { shanghaiDay } from '../../server/shared/shanghai'
import { dayAfter, minuteOfDay } from '../../server/shared/times'

const codes = createStudyCodes(Buffer.alloc(32, 1))
const at = (moment: string) => new Date(`2026-11-${moment}+08:00`)
const someday = fc.integer({ min: 0, max: 4000 }).map((count) => dayAfter('2024-01-01', count))

describe('a code', () => {
  const sites = fc.stringMatching(/^[A-Za-z0-9_-]{1,32}$/)
  const moments = fc.integer({ min: Date.parse('2020-01-01'), max: Date.parse('2060-01-01') })

  test('when any site shows it at any time, then it names site and step, and is good from its time to the margin after it, not longer', () => {
    fc.assert(
      fc.property(sites, moments, fc.integer({ min: -100_000, max: 100_000 }), (site, ms, off) => {
        const step = stepAt(new Date(ms))
        const code = codes.screen(site, step)
        expect(codes.read(code)).toEqual({ way: 'screen', siteId: site, step })
        const begins = step * 30_000
        for (const good of [0, 30_000, 35_000]) expect(isGood(step, new Date(begins + good))).toBe(true)
        for (const bad of [-1, 35_001]) expect(isGood(step, new Date(begins + bad))).toBe(false)
        expect(isGood(step, new Date(begins + off))).toBe(off >= 0 && off <= 35_000)
      }),
    )
  })

  test('when it is printed, then it names the site and fits a mini-program code up to ids of fifteen letters', () => {
    fc.assert(fc.property(sites, (site) => expect(codes.read(codes.fixed(site))).toEqual({ way: 'fixed', siteId: site })))
    expect(codes.fixed('A'.repeat(15)).length).toBe(32)
  })

  test('when any one character of it is another, or it is cut or lengthened, then it is none', () => {
    const characters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=+/ \n王'
    for (const code of [codes.screen('STU-001', 59_000_000), codes.fixed('STU-001')]) {
      for (let place = 0; place < code.length; place += 1) {
        for (const character of characters) {
          const forged = code.slice(0, place) + character + code.slice(place + 1)
          if (forged !== code) expect([forged, codes.read(forged)]).toEqual([forged, undefined])
        }
      }
      for (const forged of [code.slice(0, -1), `${code}A`, `${code}\n`, ` ${code}`, '']) expect(codes.read(forged)).toBeUndefined()
    }
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (text) => expect(codes.read(text)).toBeUndefined()))
  })

  test('when it was signed with another key, or for another way, then it is none', () => {
    expect(codes.read(createStudyCodes(Buffer.alloc(32, 2)).screen('STU-001', 1))).toBeUndefined()
    const signature = createHmac('sha256', Buffer.alloc(32, 1)).update('fixed STU-001').digest().subarray(0, 16).toString('base64url')
    expect(codes.read(`JS1.STU-001.1.${signature}`)).toBeUndefined()
  })

  test('when a screen asks for ten minutes, then it has a code for each moment of them', () => {
    fc.assert(
      fc.property(moments, fc.integer({ min: 0, max: 600_000 }), (ms, after) => {
        const list = screenCodes(codes, 'STU-001', new Date(ms), 600_000)
        const shown = list.filter(({ from, until }) => Date.parse(from) <= ms + after && ms + after < Date.parse(until))
        expect(shown).toHaveLength(1)
        expect(codes.read(shown[0]?.code ?? '')).toMatchObject({ step: stepAt(new Date(ms + after)) })
      }),
    )
  })
})

test('when a phone says when it read and sent, then only what can be counts', () => {
  expect(keptFor('2026-11-20T10:00:00Z', '2026-11-20T18:10:00+08:00')).toBe(600_000)
  for (const [readAt, sentAt] of [
    ['2026-11-20T10:00:01Z', '2026-11-20T10:00:00Z'],
    ['1970-01-01T00:00:00Z', '2026-11-20T10:00:00Z'],
    ['2026-11-20T23:59:60Z', '2026-11-21T10:00:00Z'],
    [undefined, '2026-11-20T10:00:00Z'],
    ['2026-11-20T10:00:00Z', undefined],
  ])
    expect(keptFor(readAt, sentAt)).toBe(0)
})

describe('hours', () => {
  const daily = (...spans: [number, number][]): Hours => ({
    weekly: [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) => spans.map(([opens, closes]) => ({ weekday, opens, closes }))),
    exceptions: [],
  })
  const lights = daily([18 * 60 + 45, 22 * 60])

  test.each([
    ['20T18:44:59', false, '20T18:45:00'],
    ['20T18:45:00', true, '20T22:00:00'],
    ['20T21:59:59', true, '20T22:00:00'],
    ['20T22:00:00', false, '21T18:45:00'],
    ['20T00:00:00', false, '20T18:45:00'],
  ])('when the lights are asked for at %s, then they are on or off as they should, until when', (moment, openNow, changes) => {
    expect(statusAt(lights, at(moment))).toEqual({ openNow, changesAt: at(changes) })
  })

  test('when it is open round the clock, then it never changes; from noon to midnight and on, then it is one time', () => {
    expect(statusAt(daily([0, 1440]), at('20T23:59:59'))).toEqual({ openNow: true, changesAt: null })
    expect(statusAt(daily([0, 360], [720, 1440]), at('20T13:00:00'))).toEqual({ openNow: true, changesAt: at('21T06:00:00') })
    expect(statusAt(daily([600, 720], [720, 800]), at('20T11:00:00'))).toEqual({ openNow: true, changesAt: at('20T13:20:00') })
  })

  test('when there are no hours, or none for a fortnight, then it is closed and nobody knows until when', () => {
    expect(statusAt(daily(), at('20T12:00:00'))).toEqual({ openNow: false, changesAt: null })
  })

  test('when Monday is closed and the year ends with a day off, then it opens after that', () => {
    const museum = {
      weekly: daily([540, 990]).weekly.filter(({ weekday }) => weekday !== 1),
      exceptions: [{ day: '2026-11-24', hours: [] }],
    }
    expect(weekdayOf('2026-11-23')).toBe(1)
    expect(statusAt(museum, at('22T16:30:00'))).toEqual({ openNow: false, changesAt: at('25T09:00:00') })
    expect(nextCounts(museum, '2026-11-22')).toEqual(at('25T09:00:00'))
    expect(nextCounts(daily([0, 1440]), '2026-11-30')).toEqual(new Date('2026-12-01T00:00:00+08:00'))
  })

  const spans = fc
    .uniqueArray(fc.integer({ min: 0, max: 1440 }), { minLength: 0, maxLength: 6 })
    .map((minutes) => minutes.sort((a, b) => a - b))
    .map((minutes) => minutes.flatMap((opens, i) => (i % 2 === 0 && minutes[i + 1] ? [{ opens, closes: minutes[i + 1] as number }] : [])))
  const anyHours: fc.Arbitrary<Hours> = fc.record({
    weekly: fc
      .tuple(...[1, 2, 3, 4, 5, 6, 7].map(() => spans))
      .map((week) => week.flatMap((day, i) => day.map((span) => ({ ...span, weekday: i + 1 })))),
    exceptions: fc.uniqueArray(fc.record({ day: someday, hours: spans }), { selector: ({ day }) => day, maxLength: 3 }),
  })

  test('when any hours are asked at any minute, then it is open as its own day says, and nothing changes before it is said to', () => {
    fc.assert(
      fc.property(anyHours, someday, fc.integer({ min: 0, max: 1439 }), (hours, day, minute) => {
        const openAt = (moment: Date) => {
          const now = minuteOfDay(moment)
          return hoursOn(hours, shanghaiDay(moment)).some(({ opens, closes }) => opens <= now && now < closes)
        }
        const now = new Date(new Date(`${day}T00:00:00+08:00`).getTime() + minute * 60_000)
        const { openNow, changesAt } = statusAt(hours, now)
        expect(openNow).toBe(openAt(now))
        if (!changesAt) return
        expect(openAt(changesAt)).toBe(!openNow)
        expect(openAt(new Date(changesAt.getTime() - 1))).toBe(openNow)
      }),
    )
  })

  test('when any hours without fault are written down, then none overlaps; and over midnight is a fault', () => {
    fc.assert(fc.property(anyHours, (hours) => expect(hoursFault(hours)).toBeUndefined()))
    const span = (opens: number, closes: number): Span => ({ opens, closes })
    const week = (...list: Span[]) => list.map((one) => ({ ...one, weekday: 3 }))
    expect(hoursFault({ weekly: week(span(1320, 360)) })).toMatchObject({ field: 'weekly' })
    expect(hoursFault({ weekly: week(span(600, 720), span(700, 800)) })).toMatchObject({ field: 'weekly' })
    expect(hoursFault({ weekly: week(span(600, 720), span(720, 800)) })).toBeUndefined()
    expect(hoursFault({ exceptions: [{ day: '2026-11-24', hours: [span(600, 600)] }] })).toMatchObject({ field: 'exceptions' })
    const twice = { day: '2026-11-24', hours: [] }
    expect(hoursFault({ exceptions: [twice, twice] })).toMatchObject({ field: 'exceptions' })
    expect(hoursFault({ lights: span(1320, 1125) })).toMatchObject({ field: 'lights' })
  })

  test.each([
    ['10:00-22:00', 7, [600, 1320]],
    ['9:00-12:00；13:00-17:00', 14, [540, 720]],
    ['00:00-24:00', 7, [0, 1440]],
    ['周一至周五 09:00-18:00', 5, [540, 1080]],
    ['周二至周日 09:00-16:30', 6, [540, 990]],
    ['6-7 10:00-16:00;3 9:00-10:00', 3, [540, 600]],
  ])('when a cell says %s, then it is read', (text, count, [opens, closes]) => {
    const weekly = readHours(text) as Hours['weekly']
    expect(weekly).toHaveLength(count)
    expect(weekly[0]).toMatchObject({ opens, closes })
  })

  test.each(['全天', '22:00-06:00', '25:00-26:00', '10:00', '周五至周一 09:00-10:00', '9:00-12:00;11:00-13:00', '10:00-22:00 周一'])(
    'when a cell says %s, then it is told how to write it',
    (text) => {
      expect(readHours(text)).toEqual(expect.any(String))
    },
  )
})

describe('a streak', () => {
  const never = () => false
  test.each([
    [[], 0, 0],
    [['2026-11-20'], 1, 1],
    [['2026-11-19'], 1, 1],
    [['2026-11-18'], 0, 1],
    [['2026-11-16', '2026-11-17', '2026-11-18', '2026-11-20'], 1, 3],
    [['2026-10-30', '2026-10-31', '2026-11-01'], 0, 3],
  ])('when the days are %j on 20 November, then it is %i, and the longest %i', (days, streak, longest) => {
    expect(streaksOf(days, '2026-11-20', never)).toEqual({ streak, longest })
  })

  test('when nothing was open on a day between, then it goes on, over the end of a year too', () => {
    const shut = (day: string) => ['2026-12-31', '2027-01-01'].includes(day)
    expect(streaksOf(['2026-12-30', '2027-01-02'], '2027-01-02', shut)).toEqual({ streak: 2, longest: 2 })
    expect(streaksOf(['2026-12-30'], '2027-01-02', shut)).toEqual({ streak: 1, longest: 1 })
    expect(streaksOf(['2026-12-29'], '2027-01-02', shut)).toEqual({ streak: 0, longest: 1 })
  })

  test('when any days were studied and any were shut, then it is what counting day by day gives', () => {
    const days = fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 40 }).map((list) => list.sort((a, b) => a - b))
    fc.assert(
      fc.property(days, fc.uniqueArray(fc.integer({ min: 0, max: 60 })), (studied, shut) => {
        const name = (count: number) => dayAfter('2026-10-15', count)
        let [run, longest] = [0, 0]
        for (let day = 0; day <= 60; day += 1) {
          if (studied.includes(day)) run += 1
          else if (!shut.includes(day) && day !== 60) run = 0
          longest = Math.max(longest, run)
        }
        const closed = new Set(shut.map(name))
        const names = studied.map(name)
        expect(streaksOf(names, name(60), (day) => closed.has(day))).toEqual({ streak: run, longest })
        const between = Array.from({ length: 60 - (studied[0] ?? 60) }, (_, at) => 59 - at)
        expect(hasGap(names, name(60))).toBe(between.some((day) => !studied.includes(day)))
      }),
    )
  })
})

describe('points', () => {
  const rules: PointRule[] = [
    { kind: 'check_in', points: 2, unit: 1, perDay: 6 },
    { kind: 'thought', points: 1, unit: 10, perDay: 1 },
    { kind: 'minutes', points: 1, unit: 15, perDay: 4 },
    { kind: 'route', points: 5, unit: 1, perDay: null },
  ]
  test.each([
    [{ thought: null, minutes: null }, {}, { check_in: 2 }],
    [{ thought: '九个字的感想还不够', minutes: 14 }, {}, { check_in: 2 }],
    [{ thought: '十 个 字 的 感 想 就 正 好 够', minutes: 15 }, {}, { check_in: 2, thought: 1, minutes: 1 }],
    [
      { thought: '今天又写了一段长长的感想。', minutes: 480 },
      { thought: 1, minutes: 3, check_in: 5 },
      { check_in: 1, minutes: 1 },
    ],
    [{ thought: null, minutes: 60 }, { check_in: 6, minutes: 4 }, {}],
  ])('when %j is done on a day that has %j, then it brings %j', (deed, ofDay, brings) => {
    expect(Object.fromEntries(earned(rules, deed, ofDay, {}).map(({ kind, points }) => [kind, points]))).toEqual(brings)
  })

  test('when a cap cut a line short and there is room again, then it stays as it was', () => {
    expect(earned(rules, { thought: null, minutes: 60 }, { check_in: 1, minutes: 1 }, { check_in: 1, minutes: 1 })).toEqual([
      { kind: 'minutes', points: 3 },
    ])
  })

  test('when a day has any deeds, each told in any number of steps, then no cap is passed, and nothing is given twice', () => {
    const deed = fc.record({
      thought: fc.option(fc.string({ maxLength: 20 })),
      steps: fc.array(fc.integer({ min: 1, max: 480 }), { maxLength: 4 }),
    })
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 8 }), (deeds) => {
        const ofDay: Record<string, number> = {}
        for (const { thought, steps } of deeds) {
          const ofThis: Record<string, number> = {}
          for (const minutes of [null, ...steps.sort((a, b) => a - b)]) {
            for (const { kind, points } of earned(rules, { thought, minutes }, ofDay as Sums, ofThis as Sums)) {
              ofDay[kind] = (ofDay[kind] ?? 0) + points
              ofThis[kind] = (ofThis[kind] ?? 0) + points
            }
          }
          expect(ofThis.check_in ?? 0).toBeLessThanOrEqual(2)
          expect(ofThis.minutes ?? 0).toBeLessThanOrEqual(Math.floor(Math.max(0, ...steps) / 15))
        }
        for (const { kind, perDay } of rules) expect(ofDay[kind] ?? 0).toBeLessThanOrEqual(perDay ?? 0)
      }),
    )
  })

  test('when figures come to the threshold of a badge, then it is reached, and not before', () => {
    const badge = { code: 'B', metric: 'streak', threshold: 5 } as const
    const figures = { check_ins: 99, sites: 99, streak: 4, kinds: 99, routes: 99, minutes: 99 }
    expect(reached([badge], figures)).toEqual([])
    expect(reached([badge], { ...figures, streak: 5 })).toEqual([badge])
  })
})

describe('marks', () => {
  const site = { lng: 121.3656, lat: 31.1699, fenceMetres: 120 }
  const open: Hours = { weekly: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens: 0, closes: 1440 })), exceptions: [] }
  const scene = (more: Partial<Scene> = {}): Scene => ({
    ...{ way: 'screen', at: at('20T19:00:00'), keptMs: 0, site: { ...site, hours: open }, fix: undefined, previous: [] },
    ...{ deviceShared: false, codeShared: false, codeThere: 0, codeNowhere: 0 },
    ...more,
  })
  const off = (metres: number, accuracy: number) => ({ lng: site.lng, lat: site.lat + metres / 111_194.93, accuracy })

  test('when the position is within a metre of fence and accuracy, then the metre decides', () => {
    fc.assert(
      fc.property(fc.integer({ min: 20, max: 2000 }), fc.integer({ min: 0, max: 1000 }), (fenceMetres, accuracy) => {
        const marks = (metres: number) => marksOf(scene({ fix: off(metres, accuracy), site: { ...site, fenceMetres, hours: open } }))
        expect(marks(fenceMetres + accuracy - 1)).toEqual([])
        expect(marks(fenceMetres + accuracy + 1)).toEqual(['too_far'])
      }),
    )
  })

  test('when somebody comes from ten kilometres away, then what matters is whether a car could, as far as the positions are known', () => {
    const from = (secondsBefore: number, accuracy = 0) =>
      marksOf(
        scene({
          fix: off(0, 0),
          previous: [
            { ...off(0, 0), at: at('20T12:00:00').toISOString() },
            { ...off(10_000, accuracy), at: new Date(at('20T19:00:00').getTime() - secondsBefore * 1000).toISOString() },
          ],
        }),
      )
    expect(from(239)).toEqual(['too_fast'])
    expect(from(241)).toEqual([])
    expect(from(0)).toEqual(['too_fast'])
    expect(from(227, 500)).toEqual(['too_fast'])
    expect(from(229, 500)).toEqual([])
  })

  test('when nothing but the code is known, then it counts; a fixed one does not', () => {
    expect(marksOf(scene())).toEqual([])
    expect(marksOf(scene({ way: 'fixed' }))).toEqual(['no_position'])
    expect(marksOf(scene({ way: 'host' }))).toEqual([])
  })

  test('when many use a code without a position, then one more waits, unless as many phones were seen there', () => {
    const spread = (codeNowhere: number, codeThere: number, more: Partial<Scene> = {}) =>
      marksOf(scene({ codeShared: true, codeNowhere, codeThere, ...more }))
    expect(spread(10, 0)).toEqual([])
    expect(spread(11, 0)).toEqual(['code_spread'])
    expect(spread(11, 11)).toEqual([])
    expect(spread(60, 40)).toEqual(['code_spread'])
    expect(spread(60, 40, { fix: off(100, 20) })).toEqual([])
    expect(spread(60, 40, { way: 'host' })).toEqual([])
  })

  test('when everything speaks against it, then each reason is told', () => {
    const worst = scene({
      ...{
        fix: off(5000, 10),
        deviceShared: true,
        codeShared: true,
        keptMs: 600_001,
        site: { ...site, hours: { weekly: [], exceptions: [] } },
      },
      previous: [{ ...off(-5000, 10), at: at('20T18:59:00').toISOString() }],
    })
    expect(marksOf(worst)).toEqual(['too_far', 'closed', 'too_fast', 'shared_device', 'code_far_apart', 'late'])
  })

  test('when a position is sent, then it is usable in China with an accuracy of a kilometre', () => {
    expect(usableFix({ lng: 121, lat: 31, accuracy: 1000 })).toBeDefined()
    expect(usableFix(null)).toBeUndefined()
    for (const [lng, lat, accuracy] of [
      [0, 0, 1],
      [121, 31, 1001],
      [-121, 31, 10],
      [121, 60, 10],
      [180, 90, 0],
    ] as const)
      expect(usableFix({ lng, lat, accuracy })).toBeUndefined()
  })
})
