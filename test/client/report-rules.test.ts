import { eventText, limitText, reasonsFor, stateWord } from '@/pages/report/labels'
import { mayAccept } from '@/pages/report/may-accept'
import { isHandler, nextAction } from '@/pages/report/next-action'
import type { Grant } from '../../contract/account'
import type { Action, EventKind, Report, State } from '../../contract/report'

const property = { code: 'WY-CP31011200801201', kind: 'property', name: '爱博四村物业服务处' } as const
const grid = { code: 'XH-01', kind: 'grid', name: '新虹示例网格' } as const

test.each<[State, Report['lead'], Action[], Action | null]>([
  ['submitted', grid, ['reject', 'accept', 'merge'], 'accept'],
  ['accepted', property, ['file', 'dispatch', 'arrive', 'handle', 'suspend'], 'dispatch'],
  ['accepted', grid, ['file', 'dispatch', 'arrive', 'handle'], 'arrive'],
  ['accepted', property, ['arrive', 'handle', 'suspend'], 'arrive'],
  ['returned', grid, ['dispatch', 'suspend'], 'dispatch'],
  ['dispatched', property, ['accept', 'arrive', 'return'], 'accept'],
  ['dispatched', property, ['dispatch', 'arrive', 'suspend', 'comment'], null],
  ['handling', property, ['handle', 'return'], 'handle'],
  ['handled', property, ['verify', 'return'], 'verify'],
  ['handled', property, ['return', 'comment'], null],
  ['verified', property, ['close', 'comment'], 'close'],
  ['suspended', property, ['resume', 'comment'], 'resume'],
  ['closed', property, [], null],
])('when it is %s with %j and %j are allowed, then the big button is %s', (state, lead, actions, next) => {
  expect(nextAction({ state, lead, actions })).toBe(next)
})

const grant = (role: Grant['role'], scopeCode: string): Grant => ({ id: 'g', role, scopeCode, scopeName: '' })
const zhang = grant('grid_worker', 'XH-01')
const zhou = grant('property', 'CP31011200801201')
const gu = grant('department', 'CG-XH')

test.each<[string, State, Report['lead'], Grant, boolean]>([
  ['grid', 'submitted', property, zhang, true],
  ['its property', 'submitted', property, zhou, true],
  ['a department', 'submitted', property, gu, false],
  ['grid', 'dispatched', property, zhang, false],
  ['its property', 'dispatched', property, zhou, true],
  ['its department', 'dispatched', { code: 'CG-XH', kind: 'department', name: '执法队' }, gu, true],
  ['grid that has it', 'dispatched', grid, zhang, true],
  ['grid', 'accepted', grid, zhang, false],
])('when %s looks at a card that is %s, then 接单 is there or not', (_who, state, lead, grants, may) => {
  expect(mayAccept({ state, lead, compoundCode: 'CP31011200801201' }, [grants])).toBe(may)
})

test('when somebody may only comment or reopen, then they are no handler', () => {
  expect(isHandler({ actions: ['comment', 'reopen'], mayContact: false })).toBe(false)
  expect(isHandler({ actions: ['accept'], mayContact: false })).toBe(true)
  expect(isHandler({ actions: [], mayContact: true })).toBe(true)
})

test('when an event is told, then there are words in Chinese, with or without a name to go with it', () => {
  const kinds: EventKind[] = [
    'suspend',
    'return',
    'merge',
    'absorb',
    'support',
    'overdue',
    'supervise',
    'close',
    'reject',
    'resume',
    'verify',
  ]
  for (const kind of kinds) {
    expect(eventText({ kind, from: null, actor: '网格员', target: null })).toMatch(/[\u4e00-\u9fff]{2,}/)
  }
  expect(eventText({ kind: 'accept', from: 'submitted', actor: '网格员 张敏', target: null })).toBe('网格员 张敏已受理')
  expect(eventText({ kind: 'accept', from: 'dispatched', actor: '爱博四村物业服务处', target: null })).toBe('爱博四村物业服务处接单')
  expect(eventText({ kind: 'rate', from: 'closed', actor: '您', target: '5 星' })).toBe('您评了 5 星')
})

test.each([
  [5, '5 分钟'],
  [60, '1 小时'],
  [1440, '24 小时'],
  [4320, '3 天'],
  [10080, '7 天'],
])('when the limit is %d minutes, then it is said as %s', (minutes, words) => {
  expect(limitText(minutes)).toBe(words)
})

test('when it goes back because of the work, then the reasons are about the work', () => {
  expect(reasonsFor('return', 'handled')).toContain('没有处理干净')
  expect(reasonsFor('return', 'dispatched')).toContain('不归我们管')
  expect(reasonsFor('accept', 'submitted')).toEqual([])
})

test('when it is overdue, then its state says so, but not once it is closed', () => {
  expect(stateWord({ state: 'handling', overdue: true })).toBe('处置中 · 已超时')
  expect(stateWord({ state: 'closed', overdue: true })).toBe('已办结')
})
