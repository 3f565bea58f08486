import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import type { AllCalls } from '../../contract'
import type { BodyOf } from '../../contract/call'
import type { Report, State } from '../../contract/report'
import type { Caller, TestTown } from './server'

export const aibo4 = 'CP31011200801201'
export const aibo4Property = 'WY-CP31011200801201'
export const grid = 'XH-01'
/** 顾队长's department. */
export const enforcement = 'CG-XH'
/** The middle of 爱博四村, and of the compound of the other town. */
export const aibo4Place = { lng: 121.3072, lat: 31.1859 }
export const jinxiu = 'CP31011210701502'

export type Draft = BodyOf<AllCalls['POST /reports']>
export type Transit = BodyOf<AllCalls['POST /reports/:id/transitions']>

/** A lift out of order: no picture needed, four hours, the property company leads, everybody may see it. */
export const lift = (changes: Partial<Draft> = {}): Draft => ({
  categoryCode: 'LT.FAULT',
  text: '电梯停在 5 楼不动了。',
  compoundCode: aibo4,
  building: '20号楼',
  ...changes,
})

export const send = (caller: Caller, draft: Draft = lift()): Promise<Report> => caller.ok('POST /reports', { body: draft })
export const look = (caller: Caller, id: string): Promise<Report> => caller.ok('GET /reports/:id', { params: { id } })
export const act = (caller: Caller, id: string, body: Transit) => caller.call('POST /reports/:id/transitions', { params: { id }, body })
export const does = (caller: Caller, id: string, body: Transit): Promise<Report> =>
  caller.ok('POST /reports/:id/transitions', { params: { id }, body })

/** Takes a real picture and uploads it. */
export async function snap(caller: Caller, background = '#886644'): Promise<string> {
  const picture = sharp({ create: { width: 640, height: 480, channels: 3, background } })
  // Noise, so that no two pictures are the same bytes.
  const noise = await sharp({
    create: { width: 64, height: 48, channels: 3, background, noise: { type: 'gaussian', mean: 128, sigma: 40 } },
  })
    .png()
    .toBuffer()
  const answer = await caller.upload(
    await picture
      .composite([{ input: noise }])
      .jpeg()
      .toBuffer(),
    `${randomUUID()}.jpg`,
  )
  if (answer.status !== 201) throw new Error(`upload answered ${answer.status} ${answer.problem.code}`)
  return answer.body.id
}

type Step = readonly [persona: 'grid_worker' | 'property' | 'resident', body: Transit]
const note = '按规定办理'
const accept: Step = ['grid_worker', { action: 'accept' }]
const dispatch: Step = ['grid_worker', { action: 'dispatch', assignee: aibo4Property, helpers: [enforcement] }]
const handled: readonly Step[] = [accept, dispatch, ['property', { action: 'accept' }], ['property', { action: 'handle', note }]]
const closed: readonly Step[] = [...handled, ['grid_worker', { action: 'verify' }], ['grid_worker', { action: 'close' }]]

/** How a report of 王阿姨's comes into a state: 张敏 accepts, 周师傅 handles. */
const ways: Readonly<Record<Exclude<State, 'suspended' | 'merged'>, readonly Step[]>> = {
  submitted: [],
  accepted: [accept],
  filed: [accept, ['grid_worker', { action: 'file' }]],
  dispatched: [accept, dispatch],
  handling: handled.slice(0, 3),
  handled,
  verified: closed.slice(0, 5),
  closed,
  returned: [accept, dispatch, ['property', { action: 'return', note }]],
  rejected: [['grid_worker', { action: 'reject', note }]],
  reopened: [...closed, ['resident', { action: 'reopen', note }]],
}

/** A new report of 王阿姨's that stands in the state. */
export async function inState(town: TestTown, state: State, draft: Draft = lift()): Promise<Report> {
  const wang = await town.as('resident')
  const report = await send(wang, draft)
  for (const [persona, body] of await wayTo(town, state, draft)) await does(await town.as(persona), report.id, body)
  return look(wang, report.id)
}

async function wayTo(town: TestTown, state: State, draft: Draft): Promise<readonly Step[]> {
  if (state === 'suspended') {
    const until = new Date(town.now.getTime() + 3 * 86_400_000).toISOString()
    return [accept, ['grid_worker', { action: 'suspend', note, until }]]
  }
  if (state === 'merged') {
    const other = await send(await town.as('neighbour'), draft)
    return [['grid_worker', { action: 'merge', into: other.id }]]
  }
  return ways[state]
}
