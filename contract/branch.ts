import Type, { type Static } from 'typebox'
import { defineCalls, Id, IdParams, Moment, nullable, oneOf, Page, PageQuery } from './call'
import { Photo } from './photo'

/** pending: waits for the secretary; returned: sent back with a word, to be written again. */
export const xuexiStates = ['pending', 'confirmed', 'returned'] as const
export type XuexiState = (typeof xuexiStates)[number]

const Month = Type.String({ pattern: '^20\\d\\d-(0[1-9]|1[0-2])$' })
const BranchCode = Type.String({ minLength: 1, maxLength: 40 })
const Total = Type.Integer({ minimum: 0, maximum: 9_999_999 })

export const Branch = Type.Object({
  code: Type.String(),
  name: Type.String(),
  /** The reader is its secretary: sees names, and confirms. */
  mine: Type.Boolean(),
})
export type Branch = Static<typeof Branch>

const sums = {
  checkIns: Type.Integer(),
  /** Days with a check-in that counts. */
  days: Type.Integer(),
  minutes: Type.Integer(),
  points: Type.Integer(),
}
export const MemberMonth = Type.Object({
  personId: Id,
  nickname: Type.String(),
  ...sums,
  /** The confirmed 学习强国 total of the month. */
  xuexi: nullable(Type.Integer()),
})
export type MemberMonth = Static<typeof MemberMonth>

export const BranchMonth = Type.Object({
  branch: Branch,
  month: Month,
  /** Of all members, `active` of them with a check-in that counts. */
  totals: Type.Object({ members: Type.Integer(), active: Type.Integer(), ...sums }),
  ...Page(MemberMonth).properties,
})
export type BranchMonth = Static<typeof BranchMonth>

/** What somebody has in 学习强国 at the end of a month, or of it so far: it only grows. */
export const XuexiTotal = Type.Object({
  id: Id,
  month: Month,
  total: Type.Integer(),
  state: oneOf(xuexiStates),
  confirmed: nullable(Type.Integer()),
  photo: nullable(Photo),
  saidAt: Moment,
  /** The secretary’s word. */
  note: nullable(Type.String()),
})
export type XuexiTotal = Static<typeof XuexiTotal>

/** One that waits, as the secretary sees it. */
export const XuexiWaiting = Type.Object({
  ...XuexiTotal.properties,
  nickname: Type.String(),
  /** The total confirmed last before this month. */
  before: nullable(Type.Integer()),
  /** One’s own: somebody else confirms it. */
  own: Type.Boolean(),
})
export type XuexiWaiting = Static<typeof XuexiWaiting>

const readers = ['secretary', 'admin'] as const

export const branchCalls = defineCalls({
  'GET /branches': {
    summary: 'The branches the reader is secretary of; all of the town for its admin',
    who: readers,
    reply: Type.Object({ items: Type.Array(Branch) }),
  },
  'GET /branch/months': {
    summary: 'A month of a branch: its sums for the secretary and the town’s admin, its members one by one for the secretary alone',
    who: readers,
    query: Type.Object({ branch: Type.Optional(BranchCode), month: Type.Optional(Month), ...PageQuery }),
    reply: BranchMonth,
  },
  'GET /branch/xuexi': {
    summary: '学习强国 totals of members that wait for the secretary, oldest first',
    who: ['secretary'],
    query: Type.Object({ branch: Type.Optional(BranchCode), ...PageQuery }),
    reply: Page(XuexiWaiting),
  },
  'GET /branch/xuexi/mine': {
    summary: 'My 学习强国 totals, newest first, and the months that may be written now',
    who: ['party_member'],
    reply: Type.Object({
      branchName: Type.String(),
      months: Type.Array(Type.Object({ month: Month, atLeast: Type.Integer() })),
      items: Type.Array(XuexiTotal),
    }),
  },
  'POST /branch/xuexi': {
    summary: 'Write down my total of this or last month, with a screenshot; the secretary confirms it',
    who: ['party_member'],
    body: Type.Object({ month: Month, total: Total, photoId: Id }, { additionalProperties: false }),
    reply: XuexiTotal,
    status: 201,
    idempotent: true,
  },
  'POST /branch/xuexi/:id/decisions': {
    summary: 'Confirm the total that was seen, or send it back with a word; nobody confirms their own',
    who: ['secretary'],
    params: IdParams,
    body: Type.Object(
      { confirmed: Type.Boolean(), total: Total, note: Type.Optional(nullable(Type.String({ maxLength: 200 }))) },
      { additionalProperties: false },
    ),
    reply: XuexiWaiting,
    status: 201,
    idempotent: true,
  },
  'POST /branch/xuexi/imports': {
    summary: 'Totals of a branch from a file, all or nothing; they count as confirmed by who imports, except their own',
    who: ['secretary'],
    query: Type.Object({ branch: Type.Optional(BranchCode), month: Month }),
    upload: true,
    reply: Type.Object({ confirmed: Type.Integer(), unchanged: Type.Integer(), waiting: Type.Integer() }),
    status: 201,
    idempotent: true,
  },
})
