import type { AllCalls } from '../../contract'
import type { BodyOf } from '../../contract/call'
import type { MyCard } from '../../contract/mailbox'
import type { Answer, Caller } from './server'

export const writeCard = (
  caller: Caller,
  checkInId: string,
  more: Partial<BodyOf<AllCalls['POST /mailbox/cards']>> = {},
  key?: string,
): Promise<Answer<MyCard>> =>
  caller.call('POST /mailbox/cards', { body: { checkInId, text: '愿家门口越来越好。', named: false, ...more }, ...(key ? { key } : {}) })

export const decideCard = (caller: Caller, id: string, body: BodyOf<AllCalls['POST /mailbox/cards/:id/decisions']>) =>
  caller.call('POST /mailbox/cards/:id/decisions', { params: { id }, body })

export const takeDown = (caller: Caller, id: string, word: string) =>
  caller.call('POST /mailbox/cards/:id/takedowns', { params: { id }, body: { word } })

export const wallOf = async (caller: Caller, query: { town?: string; limit?: number } = {}) =>
  (await caller.ok('GET /mailbox/cards', { query })).items
export const queueOf = async (caller: Caller) =>
  (await caller.ok('GET /mailbox/queue', { query: { limit: 100 } })).items.map(({ id }) => id)
export const hangingOf = async (caller: Caller) =>
  (await caller.ok('GET /mailbox/hanging', { query: { limit: 100 } })).items.map(({ id }) => id)
