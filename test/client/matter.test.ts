import { chipOf, placeText, runningLimit, timeLeft } from '@/lib/matter'
import type { State } from '../../contract/report'

const now = Date.parse('2026-11-20T12:00:00+08:00')
const inMinutes = (minutes: number) => new Date(now + minutes * 60_000).toISOString()
const matter = (state: State, due: number, close = 7 * 1440, handledAt: string | null = null) => ({
  state,
  dueAt: inMinutes(due),
  closeDueAt: inMinutes(close),
  handledAt,
})

test.each<[State, number, string, string]>([
  ['submitted', 42, '等待受理 · 剩 42 分钟', 'clock'],
  ['handling', -3, '处置中 · 超时 3 分钟', 'alert'],
  ['closed', -3, '已办结', 'check'],
  ['rejected', 42, '不予受理', 'stop'],
  ['merged', 42, '已并案', 'merge'],
  ['suspended', 42, '挂账中', 'pause'],
])('when a matter is %s with %d minutes left, then its chip reads %s', (state, due, text, icon) => {
  expect(chipOf(matter(state, due), now)).toMatchObject({ text, icon })
})

test('when a matter is handled, then the limit to closing runs', () => {
  const handled = matter('handled', -60, 3 * 1440, inMinutes(-30))
  expect(runningLimit(handled)).toBe(handled.closeDueAt)
  expect(timeLeft(handled, now)).toEqual({ text: '剩 3 天', late: false })
})

test.each([
  ['20号楼', '3', '爱博四村 20号楼 3 层'],
  ['20', '3层', '爱博四村 20 号楼 3层'],
  [null, null, '爱博四村'],
])('when the building is %s and the floor %s, then the place reads %s', (building, floor, text) => {
  expect(placeText({ compoundName: '爱博四村', building, floor })).toBe(text)
})
