import type { AllCalls } from '../../contract'
import type { BoardDefinition, BoardEdition, Draft, DraftPage } from '../../contract/board'
import type { BodyOf } from '../../contract/call'
import { seedDemoBoards } from '../../server/database/demo/seed'
import { type Caller, TestTown } from './server'

/** The demo town with its boards, on a database and a clock of its own. */
export async function openBoards(start = '2026-11-20T09:00:00+08:00'): Promise<TestTown> {
  const town = await TestTown.open(start)
  await seedDemoBoards(town.db, town.now)
  return town
}

export type EntryBody = BodyOf<AllCalls['PUT /boards/:code/drafts/:period/entries/:unitCode']>

/** A board as the tests write it: village companies by their score of the month. */
export const definition = (changes: Partial<BoardDefinition> = {}): BoardDefinition => ({
  ...{ parentCode: null, name: '村、公司先进榜', position: 1, unitKind: 'village_company', reach: 'town', source: 'written', mode: 'top' },
  ...{ better: 'higher', scoreUnit: '分', decimals: 1, parts: [], vetoes: [], periodKinds: ['month'], longPeriod: 'mean' },
  ...{ tieOrder: 'code', minimumSample: 0, redLine: null, blackLine: null, formula: '按现场检查的得分排名。', version: 0 },
  ...changes,
})

/** Two parts of a score. */
export const parts: BoardDefinition['parts'] = [
  { key: 'site', name: '现场检查', weight: '60', full: '100', measure: null },
  { key: 'rate', name: '按时率', weight: '40', full: '50', measure: null },
]

/** The companies of the tests' board, by code. */
export const companies = { A: '东村', B: '西村', C: '南村', D: '北村' } as const

/** 小沈 writes a board down, and the companies there are. */
export async function define(town: TestTown, code: string, changes: Partial<BoardDefinition> = {}): Promise<BoardDefinition> {
  const shen = await town.as('board_editor')
  for (const [unitCode, name] of Object.entries(companies))
    await shen.ok('PUT /boards/units/:kind/:unitCode', { params: { kind: 'village_company', unitCode }, body: { name } })
  return shen.ok('PUT /boards/:code/definition', { params: { code }, body: definition(changes) })
}

/** Figures of a unit: a score, or all that is written. */
export type Figures = Readonly<Record<string, string | EntryBody>>

const bodyOf = (figures: string | EntryBody): EntryBody => (typeof figures === 'string' ? { figures: { score: figures } } : figures)

export const tryEnter = (caller: Caller, code: string, period: string, unitCode: string, figures: string | EntryBody) =>
  caller.call('PUT /boards/:code/drafts/:period/entries/:unitCode', { params: { code, period, unitCode }, body: bodyOf(figures) })

/** 小沈 writes figures by hand. */
export async function enter(town: TestTown, code: string, period: string, figures: Figures): Promise<void> {
  const shen = await town.as('board_editor')
  for (const [unitCode, one] of Object.entries(figures)) {
    const { status, problem } = await tryEnter(shen, code, period, unitCode, one)
    if (status >= 300) throw new Error(`writing figures answered ${status} ${problem.code}`)
  }
}

export const trySubmit = (caller: Caller, code: string, period: string, reason: string | null = null) =>
  caller.call('POST /boards/:code/drafts/:period/submission', { params: { code, period }, body: { reason } })

/** 小沈 writes figures and hands them in. */
export async function submit(town: TestTown, code: string, period: string, figures: Figures, reason?: string): Promise<Draft> {
  await enter(town, code, period, figures)
  const { status, body, problem } = await trySubmit(await town.as('board_editor'), code, period, reason ?? null)
  if (status !== 201) throw new Error(`handing in answered ${status} ${problem.code}`)
  return body
}

export const look = (caller: Caller, code: string, period: string): Promise<DraftPage> =>
  caller.ok('GET /boards/:code/drafts/:period', { params: { code, period }, query: { limit: 100 } })

export const tryPublish = (caller: Caller, code: string, period: string, digest: string) =>
  caller.call('POST /boards/:code/publications', { params: { code }, body: { period, digest } })

/** 小沈 writes figures and hands them in; 老徐 looks at them and publishes. */
export async function publish(town: TestTown, code: string, period: string, figures: Figures, reason?: string): Promise<BoardEdition> {
  await submit(town, code, period, figures, reason)
  const xu = await town.as('board_reviewer')
  const { status, body, problem } = await tryPublish(xu, code, period, (await look(xu, code, period)).digest)
  if (status !== 201) throw new Error(`publishing answered ${status} ${problem.code}`)
  return body
}

/** 1 东村 98.5 */
export const listed = ({ items }: Pick<DraftPage, 'items'>): string[] =>
  items.map(({ rank, name, score, standing }) => `${rank ?? standing} ${name} ${score ?? '-'}`)
