import Type, { type Static } from 'typebox'
import { defineCalls, Id, IdParams, Nothing, nullable, oneOf, Page, PageQuery } from './call'

/**
 * waiting: nobody has read it yet; returned: sent back with a word, never shown; taken_down: it hung there, and a reviewer took it down
 * with a word. One that its writer took back is told of to nobody.
 */
export const cardStates = ['waiting', 'shown', 'returned', 'taken_down'] as const
export type CardState = (typeof cardStates)[number]

/** A day of the Shanghai calendar, YYYY-MM-DD. */
const Day = Type.String({ format: 'date', pattern: '^20' })
const TownCode = Type.String({ pattern: '^\\d{9}$' })

/** A card as it hangs on the wall: who wrote it is a nickname, and that only when the writer wanted it. */
export const WallCard = Type.Object({
  id: Id,
  text: Type.String(),
  /** Null: anonymous. */
  by: nullable(Type.String()),
  siteId: Type.String(),
  siteName: Type.String(),
  day: Day,
})
export type WallCard = Static<typeof WallCard>

export const MyCard = Type.Object({
  id: Id,
  text: Type.String(),
  named: Type.Boolean(),
  siteId: Type.String(),
  siteName: Type.String(),
  day: Day,
  state: oneOf(cardStates),
  /** What the reviewer said. */
  word: nullable(Type.String()),
})
export type MyCard = Static<typeof MyCard>

/** A check-in of mine that may carry a card. */
export const CardPlace = Type.Object({ checkInId: Id, siteId: Type.String(), siteName: Type.String(), day: Day })
export type CardPlace = Static<typeof CardPlace>

const reviewers = ['site_host', 'board_editor', 'admin'] as const

export const mailboxCalls = defineCalls({
  'GET /mailbox/cards': {
    summary: 'The wall of the red mailbox: cards that were reviewed, newest first',
    who: 'anyone',
    query: Type.Object({ town: Type.Optional(TownCode), ...PageQuery }),
    reply: Page(WallCard),
    etag: true,
  },
  'POST /mailbox/cards': {
    summary: 'Write a card with a check-in at a red mailbox, or with any check-in of today; it hangs on the wall after review',
    who: 'signed-in',
    body: Type.Object(
      {
        checkInId: Id,
        text: Type.String({ minLength: 1, maxLength: 300, pattern: '\\S' }),
        /** With the nickname; anonymous otherwise. */
        named: Type.Boolean(),
      },
      { additionalProperties: false },
    ),
    reply: MyCard,
    status: 201,
    idempotent: true,
    perMinute: 10,
  },
  'DELETE /mailbox/cards/:id': {
    summary: 'Take back a card of mine at any time; its words are deleted',
    who: 'signed-in',
    params: IdParams,
    reply: Nothing,
    status: 204,
  },
  'GET /mailbox/mine': {
    summary: 'My cards, newest first',
    who: 'signed-in',
    query: Type.Object(PageQuery),
    reply: Page(MyCard),
  },
  'GET /mailbox/places': {
    summary: 'My check-ins that may carry a card now, newest first, ten at most',
    who: 'signed-in',
    reply: Type.Object({ items: Type.Array(CardPlace) }),
  },
  'GET /mailbox/queue': {
    summary: 'Cards that wait for review at the host’s sites or in the editor’s town, oldest first, without one’s own',
    who: reviewers,
    query: Type.Object(PageQuery),
    reply: Page(WallCard),
  },
  'POST /mailbox/cards/:id/decisions': {
    summary: 'Show a card, or send it back with a word; nobody reviews their own',
    who: reviewers,
    params: IdParams,
    body: Type.Object(
      { shows: Type.Boolean(), word: Type.Optional(nullable(Type.String({ maxLength: 100 }))) },
      { additionalProperties: false },
    ),
    reply: Type.Object({ id: Id, state: oneOf(cardStates) }),
    status: 201,
    idempotent: true,
  },
  'GET /mailbox/hanging': {
    summary: 'Cards that hang on the wall from the host’s sites or the editor’s town, newest first, without one’s own',
    who: reviewers,
    query: Type.Object(PageQuery),
    reply: Page(WallCard),
  },
  'POST /mailbox/cards/:id/takedowns': {
    summary: 'Take a card that hangs there down again, with a word to its writer; nobody does with their own',
    who: reviewers,
    params: IdParams,
    body: Type.Object({ word: Type.String({ maxLength: 100 }) }, { additionalProperties: false }),
    reply: Type.Object({ id: Id, state: oneOf(cardStates) }),
    status: 201,
    idempotent: true,
  },
})
