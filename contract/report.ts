import Type, { type Static } from 'typebox'
import { defineCalls, Id, IdParams, Location, Moment, NearText, nullable, oneOf, Page, PageQuery } from './call'
import { Photo } from './photo'
import { unitKinds } from './place'

/** Where a report stands: the seven links of grid management and the side states (glossary). */
export const states = [
  'submitted',
  'accepted',
  'filed',
  'dispatched',
  'handling',
  'handled',
  'verified',
  'closed',
  'returned',
  'suspended',
  'rejected',
  'merged',
  'reopened',
] as const
export type State = (typeof states)[number]

/** What a person may do to a report; the table in the server's rules says from where, who, and what it must carry. */
export const actions = [
  'accept',
  'file',
  'dispatch',
  'arrive',
  'handle',
  'verify',
  'close',
  'return',
  'suspend',
  'resume',
  'reject',
  'merge',
  'supervise',
  'reopen',
  'comment',
] as const
export type Action = (typeof actions)[number]

/** What stands in the event log: the actions, and what happens without one. */
export const eventKinds = [...actions, 'report', 'support', 'absorb', 'overdue', 'rate'] as const
export type EventKind = (typeof eventKinds)[number]

export const handlerKinds = ['grid_worker', 'property', 'neighborhood', 'city_mgmt', 'housing_office', 'petition_office'] as const
export type HandlerKind = (typeof handlerKinds)[number]
/** none: no picture asked; photo_optional: may; photo: must, with the report and with its handling. */
export const evidenceRules = ['none', 'photo_optional', 'photo'] as const
/** normal: neighbours see it; masked: they see neither text nor pictures; private: reporter and handlers only; staff_only. */
export const privacies = ['normal', 'masked', 'private', 'staff_only'] as const
export type Privacy = (typeof privacies)[number]

export const Category = Type.Object({
  code: Type.String(),
  name: Type.String(),
  /** Minutes from report to handled. */
  limitMinutes: Type.Integer(),
  handlerKind: oneOf(handlerKinds),
  evidence: oneOf(evidenceRules),
  privacy: oneOf(privacies),
  /** False: only devices report it. */
  byResidents: Type.Boolean(),
  /** What to do instead when life is in danger: call 110, 119 or 120. Shown before the form. */
  stopper: nullable(Type.Object({ text: Type.String(), phone: Type.String() })),
})
export type Category = Static<typeof Category>

export const CategoryGroup = Type.Object({ code: Type.String(), name: Type.String(), categories: Type.Array(Category) })
export type CategoryGroup = Static<typeof CategoryGroup>

export const UnitRef = Type.Object({ code: Type.String(), kind: oneOf(unitKinds), name: Type.String() })

/** One matter in a list. Text and cover are null where privacy hides them. */
export const ReportCard = Type.Object({
  id: Id,
  number: Type.String(),
  state: oneOf(states),
  categoryCode: Type.String(),
  categoryName: Type.String(),
  privacy: oneOf(privacies),
  areaName: Type.String(),
  compoundCode: Type.String(),
  compoundName: Type.String(),
  building: nullable(Type.String()),
  floor: nullable(Type.String()),
  spot: nullable(Type.String()),
  location: nullable(Location),
  text: nullable(Type.String()),
  coverUrl: nullable(Type.String()),
  createdAt: Moment,
  /** Handled by then (limit of the category; stands still while suspended). */
  dueAt: Moment,
  /** Closed by then (7 days; stands still while suspended). */
  closeDueAt: Moment,
  handledAt: nullable(Moment),
  closedAt: nullable(Moment),
  suspendedUntil: nullable(Moment),
  /** Past the limit that runs now, as the clock found it. */
  overdue: Type.Boolean(),
  supervised: Type.Boolean(),
  supporters: Type.Integer(),
  lead: nullable(UnitRef),
  /** Nickname of who took it on, for staff and the reporter. */
  acceptedBy: nullable(Type.String()),
  mine: Type.Boolean(),
  supported: Type.Boolean(),
  followed: Type.Boolean(),
  stars: nullable(Type.Integer()),
})
export type ReportCard = Static<typeof ReportCard>

export const Report = Type.Object({
  ...ReportCard.properties,
  happenedAt: Moment,
  anonymous: Type.Boolean(),
  helpers: Type.Array(UnitRef),
  /** Pictures of the report (eventSeq 1) and of its handling. */
  photos: Type.Array(Type.Object({ ...Photo.properties, eventSeq: Type.Integer() })),
  /** What the reader may do now. */
  actions: Type.Array(oneOf(actions)),
  mayRate: Type.Boolean(),
  maySupport: Type.Boolean(),
  /** May read who reported it, with the telephone (each read is logged). */
  mayContact: Type.Boolean(),
  ratingText: nullable(Type.String()),
  /** The report that took this one in. */
  mergedInto: nullable(Type.Object({ id: Id, number: Type.String() })),
})
export type Report = Static<typeof Report>

/** One line of the append-only log. `note` is null where the reader may not read it. */
export const ReportEvent = Type.Object({
  seq: Type.Integer(),
  at: Moment,
  kind: oneOf(eventKinds),
  from: nullable(oneOf(states)),
  to: oneOf(states),
  /** As the reader may know them: 您, 网格员 张敏, 爱博四村物业, 一位居民, 系统. */
  actor: Type.String(),
  note: nullable(Type.String()),
  /** Who it was handed to, the report it was merged with, until when it is suspended, or the stars: as the screen shows it. */
  target: nullable(Type.String()),
  /** Number of the report it happened to, where that one was merged into this. */
  source: nullable(Type.String()),
  digest: Type.String(),
})
export type ReportEvent = Static<typeof ReportEvent>

export const Evidence = Type.Object({
  valid: Type.Boolean(),
  events: Type.Integer(),
  photos: Type.Integer(),
  /** Digest of the newest event: whoever has noted it can prove later that nothing before it was changed. */
  head: Type.String(),
  /** Number of the first event whose digest, link or pictures do not fit; null when all fit. */
  brokenAt: nullable(Type.Integer()),
  chain: Type.Array(
    Type.Object({
      seq: Type.Integer(),
      at: Moment,
      kind: oneOf(eventKinds),
      previous: Type.String(),
      digest: Type.String(),
      photos: Type.Array(Type.String()),
    }),
  ),
})
export type Evidence = Static<typeof Evidence>

const Note = Type.String({ minLength: 1, maxLength: 2000, pattern: '\\S' })
const PhotoIds = Type.Array(Id, { maxItems: 9, uniqueItems: true })
const ReportId = IdParams

export const scopes = ['mine', 'near', 'worklist', 'followed'] as const
/** Worklist shelves: to handle, to verify, suspended, done today. */
export const shelves = ['todo', 'verify', 'suspended', 'done'] as const
export type Shelf = (typeof shelves)[number]

export const reportCalls = defineCalls({
  'GET /report-categories': {
    summary: 'Categories in two levels with limits, evidence rule, privacy and handler kind',
    who: 'anyone',
    query: Type.Object({ town: Type.Optional(Type.String({ pattern: '^\\d{9}$' })) }),
    reply: Type.Object({ items: Type.Array(CategoryGroup) }),
    etag: true,
  },
  'POST /reports': {
    summary: 'Report a matter',
    who: 'signed-in',
    body: Type.Object(
      {
        categoryCode: Type.String({ maxLength: 20 }),
        text: Type.String({ maxLength: 2000 }),
        compoundCode: Type.String({ maxLength: 32 }),
        building: Type.Optional(nullable(Type.String({ maxLength: 20 }))),
        floor: Type.Optional(nullable(Type.String({ maxLength: 20 }))),
        spot: Type.Optional(nullable(Type.String({ maxLength: 100 }))),
        location: Type.Optional(nullable(Location)),
        photoIds: Type.Optional(PhotoIds),
        anonymous: Type.Optional(Type.Boolean({ default: false })),
        happenedAt: Type.Optional(nullable(Moment)),
      },
      { additionalProperties: false },
    ),
    reply: Report,
    status: 201,
    idempotent: true,
    perMinute: 30,
  },
  'GET /reports': {
    summary: 'Mine; near (my area, or round a place); worklist of a handler by the clock; followed',
    who: 'signed-in',
    query: Type.Object({
      scope: oneOf(scopes),
      shelf: Type.Optional(oneOf(shelves)),
      group: Type.Optional(Type.String({ maxLength: 20 })),
      areaCode: Type.Optional(Type.String({ pattern: '^\\d{12}$' })),
      near: Type.Optional(NearText),
      open: Type.Optional(Type.Boolean()),
      ...PageQuery,
    }),
    reply: Page(ReportCard),
  },
  'GET /reports/similar': {
    summary: 'Open reports of the last 7 days of the same category in the same compound or within 250 m',
    who: 'signed-in',
    query: Type.Object({
      categoryCode: Type.String({ maxLength: 20 }),
      compoundCode: Type.String({ maxLength: 32 }),
      near: Type.Optional(NearText),
    }),
    reply: Type.Object({ items: Type.Array(ReportCard) }),
  },
  'GET /reports/worklist-counts': {
    summary: 'How many matters stand on each shelf of the worklist (at most 999 each)',
    who: ['grid_worker', 'grid_leader', 'property', 'department', 'admin'],
    reply: Type.Object({
      todo: Type.Integer(),
      verify: Type.Integer(),
      suspended: Type.Integer(),
      done: Type.Integer(),
      overdue: Type.Integer(),
    }),
  },
  'GET /reports/:id': { summary: 'One matter', who: 'signed-in', params: ReportId, reply: Report },
  'GET /reports/:id/events': {
    summary: 'What happened, oldest first',
    who: 'signed-in',
    params: ReportId,
    reply: Type.Object({ items: Type.Array(ReportEvent) }),
  },
  'GET /reports/:id/evidence': { summary: 'Verify the chain of events and pictures', who: 'signed-in', params: ReportId, reply: Evidence },
  'GET /reports/:id/contact': {
    summary: 'Who reported it, for those who handle it; each read is written to the access log',
    who: ['grid_worker', 'grid_leader', 'property', 'department', 'admin'],
    params: ReportId,
    reply: Type.Object({
      nickname: Type.String(),
      phone: nullable(Type.String()),
      building: nullable(Type.String()),
      room: nullable(Type.String()),
    }),
  },
  'POST /reports/:id/transitions': {
    summary: 'Do one of the actions of the table of transitions',
    who: 'signed-in',
    params: ReportId,
    body: Type.Object(
      {
        action: oneOf(actions),
        note: Type.Optional(nullable(Note)),
        photoIds: Type.Optional(PhotoIds),
        /** dispatch: unit that takes the lead. */
        assignee: Type.Optional(Type.String({ minLength: 1, maxLength: 40 })),
        /** dispatch: units that help. */
        helpers: Type.Optional(Type.Array(Type.String({ minLength: 1, maxLength: 40 }), { maxItems: 5, uniqueItems: true })),
        /** suspend: until when. */
        until: Type.Optional(Moment),
        /** merge: id of the report that takes this one in. */
        into: Type.Optional(Id),
      },
      { additionalProperties: false },
    ),
    reply: Report,
    idempotent: true,
  },
  'POST /reports/:id/support': {
    summary: '我也遇到: counts once a person, and tells them of every step',
    who: 'signed-in',
    params: ReportId,
    reply: Type.Object({ supporters: Type.Integer() }),
    idempotent: true,
  },
  'PUT /reports/:id/follow': {
    summary: 'Follow or stop following',
    who: 'signed-in',
    params: ReportId,
    body: Type.Object({ following: Type.Boolean() }, { additionalProperties: false }),
    reply: Type.Object({ followed: Type.Boolean() }),
  },
  'POST /reports/:id/rating': {
    summary: 'The reporter judges a closed matter, once a closing',
    who: 'signed-in',
    params: ReportId,
    body: Type.Object(
      { stars: Type.Integer({ minimum: 1, maximum: 5 }), text: Type.Optional(nullable(Type.String({ maxLength: 500 }))) },
      { additionalProperties: false },
    ),
    reply: Report,
    status: 201,
    idempotent: true,
  },
})
