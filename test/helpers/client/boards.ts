import { lastOver } from '@/lib/periods'
import type { AllCalls } from '../../../contract'
import type { BoardDefinition } from '../../../contract/board'
import type { BodyOf } from '../../../contract/call'
import { type SomebodyElse, somebodyElse } from './somebody-else'

/** The last month that is over. */
export const month = lastOver('month', Date.now())
/** 爱博四村, where 王阿姨 and 李强 live. */
export const abo4 = '310112008012'
export const town = '310112008'
export const sorting = 'GARB.RA.TOP'

let staff: { readonly shen: SomebodyElse; readonly xu: SomebodyElse } | undefined
/** 小沈, who makes boards, and 老徐, who publishes them. */
const desk = async () => {
  staff ??= { shen: await somebodyElse('board_editor'), xu: await somebodyElse('board_reviewer') }
  return staff
}

const definition: BoardDefinition = {
  ...{ parentCode: null, name: '商户文明榜', position: 900, unitKind: 'enterprise', reach: 'town', source: 'written', mode: 'top' },
  ...{ better: 'higher', scoreUnit: '分', decimals: 1, parts: [], vetoes: [], periodKinds: ['month'], longPeriod: 'mean' },
  ...{ tieOrder: 'code', minimumSample: 0, redLine: null, blackLine: null, formula: '按检查的得分排。', version: 0 },
}

/** 小沈 writes down a board of a test's own; a new code each time. */
export async function defineBoard(changes: Partial<BoardDefinition> = {}): Promise<string> {
  const { shen } = await desk()
  const code = `T${Math.random().toString(36).slice(2, 8).toUpperCase()}`
  await shen.call('PUT /boards/:code/definition', { params: { code }, body: { ...definition, ...changes } })
  return code
}

/** 小沈 writes down that there are these enterprises. */
export async function nameEnterprises(names: Readonly<Record<string, string>>): Promise<void> {
  const { shen } = await desk()
  const at = (unitCode: string) => ({ params: { kind: 'enterprise' as const, unitCode } })
  for (const [unitCode, name] of Object.entries(names))
    await shen.call('PUT /boards/units/:kind/:unitCode', { ...at(unitCode), body: { name } })
}

type Scores = Readonly<Record<string, string | BodyOf<AllCalls['PUT /boards/:code/drafts/:period/entries/:unitCode']>>>
const key = () => `board-${Math.random()}`

/** 小沈 writes scores, or all that can be written of a unit, and hands them in; a further time it is a correction, for the reason. */
export async function handIn(code: string, scores: Scores, reason: string | null = null, period = month): Promise<void> {
  const { shen } = await desk()
  const at = { params: { code, period } }
  if (reason) await shen.call('POST /boards/:code/drafts', { params: { code }, body: { period }, key: key() })
  for (const [unitCode, score] of Object.entries(scores)) {
    const body = typeof score === 'string' ? { figures: { score } } : score
    await shen.call('PUT /boards/:code/drafts/:period/entries/:unitCode', { params: { ...at.params, unitCode }, body })
  }
  await shen.call('POST /boards/:code/drafts/:period/submission', { ...at, body: { reason }, key: key() })
}

/** And 老徐 publishes them. */
export async function publish(code: string, scores: Scores, reason: string | null = null, period = month): Promise<void> {
  await handIn(code, scores, reason, period)
  const { xu } = await desk()
  const { digest } = await xu.call('GET /boards/:code/drafts/:period', { params: { code, period } })
  await xu.call('POST /boards/:code/publications', { params: { code }, body: { period, digest }, key: key() })
}
