import Type, { type Static } from 'typebox'
import { defineCalls, Id, Moment, nullable, oneOf, Page, PageQuery } from './call'
import { Photo } from './photo'

/** What a board may rank. */
export const rankedKinds = ['area', 'compound', 'village_company', 'enterprise', 'department', 'station', 'branch', 'person'] as const
export type RankedKind = (typeof rankedKinds)[number]
export const periodKinds = ['month', 'quarter', 'half'] as const
export type PeriodKind = (typeof periodKinds)[number]
/** What the town's own records can say of a unit and a period. */
export const measures = [
  'report_good_rate',
  'report_on_time_rate',
  'xuexi_total',
  'xuexi_participation',
  'study_points',
  'station_stars',
] as const
export type Measure = (typeof measures)[number]
/** ranked; or listed apart: newcomer (nothing to be compared with), no_figures, few (below the smallest sample). */
export const standings = ['ranked', 'newcomer', 'no_figures', 'few'] as const
export type Standing = (typeof standings)[number]
export const editionStates = ['draft', 'in_review', 'returned', 'published'] as const
export type EditionState = (typeof editionStates)[number]
/** reading: rows are being checked; refused: nothing of it can be kept; kept: its figures are in drafts. */
export const importStates = ['reading', 'ready', 'refused', 'kept'] as const
export type ImportState = (typeof importStates)[number]

const BoardCode = Type.String({ pattern: '^[A-Z][A-Z0-9.]{1,31}$' })
const UnitCode = Type.String({ minLength: 1, maxLength: 40 })
const TownCode = Type.String({ pattern: '^\\d{9}$' })
/** 2026-10, 2026-Q3 or 2026-H1. */
const Period = Type.String({ pattern: '^20\\d\\d-(0[1-9]|1[0-2]|Q[1-4]|H[12])$' })
/** An exact decimal number as text: no float between the file and the screen. */
const Decimal = Type.String({ pattern: '^-?\\d{1,9}(\\.\\d{1,6})?$' })
const Town = { town: Type.Optional(TownCode) }
const BoardParams = Type.Object({ code: BoardCode })
const UnitParams = Type.Object({ code: BoardCode, unitCode: UnitCode })
const DraftParams = Type.Object({ code: BoardCode, period: Period })
const EntryParams = Type.Object({ code: BoardCode, period: Period, unitCode: UnitCode })
const ImportParams = Type.Object({ code: BoardCode, id: Id })
const FollowParams = Type.Object({ kind: oneOf(rankedKinds), unitCode: UnitCode })

/** One of what the score is made of. Its figure counts `weight` of a hundred when it is `full`. */
export const BoardPart = Type.Object(
  {
    key: Type.String({ pattern: '^[a-z][a-z0-9_]{0,30}$' }),
    name: Type.String({ minLength: 1, maxLength: 20 }),
    weight: Decimal,
    full: Decimal,
    /** Where the figure comes from on a board of records; null where it is written. */
    measure: nullable(oneOf(measures)),
  },
  { additionalProperties: false },
)
export type BoardPart = Static<typeof BoardPart>

/** What holds a score down to `cap`, whatever the parts say. */
export const BoardVeto = Type.Object(
  { key: BoardPart.properties.key, name: Type.String({ minLength: 1, maxLength: 40 }), cap: Decimal },
  { additionalProperties: false },
)
export type BoardVeto = Static<typeof BoardVeto>

const definition = {
  parentCode: nullable(BoardCode),
  name: Type.String({ minLength: 1, maxLength: 40 }),
  /** Order among its neighbours on the list of boards. */
  position: Type.Integer({ minimum: 0, maximum: 999 }),
  /** Null: a group of boards. */
  unitKind: nullable(oneOf(rankedKinds)),
  /** Whose units are ranked: those of the town, of its district, or of the whole city. */
  reach: oneOf(['town', 'district', 'city'] as const),
  /** Written (a file or by hand), or computed from the town's records. */
  source: oneOf(['written', 'records'] as const),
  /** top: by score; progress: by gain on the previous equal period. */
  mode: oneOf(['top', 'progress'] as const),
  /** Whether the higher or the lower score is better. */
  better: oneOf(['higher', 'lower'] as const),
  /** What the score is counted in: 分, %, 台. */
  scoreUnit: Type.String({ minLength: 1, maxLength: 8 }),
  decimals: Type.Integer({ minimum: 0, maximum: 4 }),
  parts: Type.Array(BoardPart, { maxItems: 12 }),
  vetoes: Type.Array(BoardVeto, { maxItems: 12 }),
  periodKinds: Type.Array(oneOf(periodKinds), { maxItems: 3 }),
  /** Quarters and halves: the mean of their months, or inspected on their own. */
  longPeriod: oneOf(['mean', 'own'] as const),
  /** Order of those who share a rank. */
  tieOrder: oneOf(['code', 'name'] as const),
  /** Ratings, checks or whatever `sample` counts; fewer, and the unit is listed apart. */
  minimumSample: Type.Integer({ minimum: 0, maximum: 100_000 }),
  /** From here on the red list, to here on the black one (turned round where lower is better); null: there is none. */
  redLine: nullable(Decimal),
  blackLine: nullable(Decimal),
  /** How the score comes about, in words for everybody. */
  formula: Type.String({ maxLength: 600 }),
}

/** A board as data. `version` counts its changes; 0 writes a new one. */
export const BoardDefinition = Type.Object({ ...definition, version: Type.Integer({ minimum: 0 }) }, { additionalProperties: false })
export type BoardDefinition = Static<typeof BoardDefinition>

/** A board on the list; a group has no `unitKind`. */
export const Board = Type.Object({
  townCode: Type.String(),
  code: BoardCode,
  parentCode: nullable(BoardCode),
  name: Type.String(),
  unitKind: nullable(oneOf(rankedKinds)),
  mode: oneOf(['top', 'progress'] as const),
  /** Computed from records: its running period can be read before it is published. */
  live: Type.Boolean(),
  /** The last period of the shortest kind that is out, and its first. */
  latest: nullable(Type.Object({ period: Period, publishedAt: Moment, leader: Type.String() })),
})
export type Board = Static<typeof Board>

/** One unit on a board. */
export const BoardRow = Type.Object({
  unitCode: Type.String(),
  name: Type.String(),
  standing: oneOf(standings),
  rank: nullable(Type.Integer()),
  score: nullable(Decimal),
  /** Against the previous equal period; null without one. */
  change: nullable(Decimal),
  /** Places won (positive) or lost. */
  rankChange: nullable(Type.Integer()),
  mark: nullable(oneOf(['red', 'black'] as const)),
  /** Why it is on the black list, or held down by a veto. */
  reason: nullable(Type.String()),
  appealed: Type.Boolean(),
})
export type BoardRow = Static<typeof BoardRow>

const Placed = Type.Object({ rank: nullable(Type.Integer()), score: nullable(Decimal) })

/** What a correction changed. */
export const Correction = Type.Object({
  revision: Type.Integer(),
  publishedAt: Moment,
  reason: Type.String(),
  /** The first fifty; `changed` counts all. */
  changes: Type.Array(Type.Object({ unitCode: Type.String(), name: Type.String(), from: nullable(Placed), to: nullable(Placed) })),
  changed: Type.Integer(),
})
export type Correction = Static<typeof Correction>

/** Which figures are shown: a published revision, or those of the records as of now. */
export const BoardEdition = Type.Object({
  period: Period,
  state: oneOf(['published', 'live'] as const),
  revision: Type.Integer(),
  /** When it was published, or computed. */
  at: Moment,
  /** Ranked, and listed apart. */
  ranked: Type.Integer(),
  apart: Type.Integer(),
  /** Newest first. */
  corrections: Type.Array(Correction),
})
export type BoardEdition = Static<typeof BoardEdition>

/** The board's definition as it was for the figures shown. */
export const BoardFacts = Type.Object({ townCode: Type.String(), code: BoardCode, ...definition })
export type BoardFacts = Static<typeof BoardFacts>

export const BoardPage = Type.Object({
  board: BoardFacts,
  /** Null: nothing has been published yet. */
  edition: nullable(BoardEdition),
  /** Those one can choose from, newest first, the running one of a live board too. */
  periods: Type.Array(Period),
  ...Page(BoardRow).properties,
})
export type BoardPage = Static<typeof BoardPage>

export const Appeal = Type.Object({
  id: Id,
  text: Type.String(),
  photos: Type.Array(Photo),
  at: Moment,
  state: oneOf(['open', 'accepted', 'declined'] as const),
  answer: nullable(Type.String()),
  answeredAt: nullable(Moment),
})
export type Appeal = Static<typeof Appeal>

/** Where a unit stands and why. */
export const UnitPage = Type.Object({
  board: BoardFacts,
  edition: BoardEdition,
  periods: Type.Array(Period),
  unit: BoardRow,
  /** Each part's figure, and what it adds to the score. */
  parts: Type.Array(Type.Object({ ...BoardPart.properties, figure: nullable(Decimal), adds: nullable(Decimal) })),
  sample: nullable(Type.Integer()),
  /** Their names. */
  vetoes: Type.Array(Type.String()),
  note: nullable(Type.String()),
  evidence: Type.Array(Photo),
  /** The one right above, and how far it is; null on the first place and for who is listed apart. */
  next: nullable(Type.Object({ rank: Type.Integer(), name: Type.String(), distance: Decimal })),
  /** Two up, itself, two down, as they stand on the board. */
  neighbours: Type.Array(BoardRow),
  /** The last twelve equal periods up to this one, oldest first; a period that was not out is left out. */
  line: Type.Array(Type.Object({ period: Period, rank: nullable(Type.Integer()), score: nullable(Decimal), ranked: Type.Integer() })),
  appeals: Type.Array(Appeal),
})
export type UnitPage = Static<typeof UnitPage>

/** A unit's place on one board, as the home of the boards shows it. */
export const BoardPlace = Type.Object({
  boardCode: BoardCode,
  boardName: Type.String(),
  mode: oneOf(['top', 'progress'] as const),
  scoreUnit: Type.String(),
  period: Period,
  ranked: Type.Integer(),
  unit: BoardRow,
})
export type BoardPlace = Static<typeof BoardPlace>

export const UnitPlaces = Type.Object({
  kind: oneOf(rankedKinds),
  unitCode: Type.String(),
  name: Type.String(),
  townCode: Type.String(),
  places: Type.Array(BoardPlace),
})
export type UnitPlaces = Static<typeof UnitPlaces>

export const RankedUnit = Type.Object({ kind: oneOf(rankedKinds), unitCode: Type.String(), name: Type.String() })
export type RankedUnit = Static<typeof RankedUnit>

/** A row of a draft or of a file that is looked at before it is kept. */
export const DraftRow = Type.Object({
  ...BoardRow.properties,
  figures: Type.Record(Type.String(), Decimal),
  sample: nullable(Type.Integer()),
  vetoes: Type.Array(Type.String()),
  note: nullable(Type.String()),
  photos: Type.Array(Photo),
  /** Where the unit stands in what is published for this period. */
  before: nullable(Placed),
})
export type DraftRow = Static<typeof DraftRow>

/** A period's figures on their way to be published. */
export const Draft = Type.Object({
  boardCode: BoardCode,
  boardName: Type.String(),
  period: Period,
  revision: Type.Integer(),
  state: oneOf(editionStates),
  /** Units with figures. */
  units: Type.Integer(),
  changedAt: Moment,
  submittedBy: nullable(Type.String()),
  /** Why it is corrected; null in a first edition. */
  reason: nullable(Type.String()),
  /** The reviewer's word when it came back. */
  note: nullable(Type.String()),
  /** The reader has put figures into it or handed it in: somebody else publishes it. */
  own: Type.Boolean(),
})
export type Draft = Static<typeof Draft>

export const DraftPage = Type.Object({
  draft: Draft,
  board: BoardFacts,
  /** What was looked at; it goes along when it is published. */
  digest: Type.String(),
  ...Page(DraftRow).properties,
})
export type DraftPage = Static<typeof DraftPage>

export const BoardImport = Type.Object({
  id: Id,
  state: oneOf(importStates),
  /** Read so far. */
  rows: Type.Integer(),
  periods: Type.Array(Type.Object({ period: Period, units: Type.Integer(), published: Type.Boolean() })),
  faults: Type.Array(Type.Object({ line: Type.Integer(), message: Type.String() })),
  faultCount: Type.Integer(),
})
export type BoardImport = Static<typeof BoardImport>

export const AppealCase = Type.Object({
  ...Appeal.properties,
  boardCode: BoardCode,
  boardName: Type.String(),
  period: Period,
  unitCode: Type.String(),
  unitName: Type.String(),
  rank: nullable(Type.Integer()),
  score: nullable(Decimal),
  by: Type.String(),
})
export type AppealCase = Static<typeof AppealCase>

const editors = ['board_editor', 'admin'] as const
const reviewers = ['board_reviewer', 'admin'] as const
const staff = ['board_editor', 'board_reviewer', 'admin'] as const
const Word = Type.String({ minLength: 1, maxLength: 500 })
const PhotoIds = Type.Array(Id, { maxItems: 9, uniqueItems: true })
const DraftQuery = Type.Object(PageQuery)

/** What everybody reads, and follows. */
export const boardReadCalls = defineCalls({
  'GET /boards': {
    summary: 'The boards of a town (the reader’s where none is named), groups before their boards, with the last that is out',
    who: 'anyone',
    query: Type.Object(Town),
    reply: Type.Object({ town: Type.Object({ code: Type.String(), name: Type.String() }), items: Type.Array(Board) }),
    etag: true,
  },
  'GET /boards/mine': {
    summary:
      'Where my units stand on all boards: home area and compound, branch, myself where I let my name show; those I follow; those I speak for',
    who: 'signed-in',
    reply: Type.Object({ mine: Type.Array(UnitPlaces), following: Type.Array(UnitPlaces), keeps: Type.Array(RankedUnit) }),
  },
  'GET /boards/:code': {
    summary: 'A board of a period, the last one where none is named, as it stands; `q` finds units by name, pinyin or initials',
    who: 'anyone',
    params: BoardParams,
    query: Type.Object({
      ...Town,
      period: Type.Optional(Period),
      q: Type.Optional(Type.String({ maxLength: 40 })),
      cursor: PageQuery.cursor,
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 100 })),
    }),
    reply: BoardPage,
    etag: true,
  },
  'GET /boards/:code/units/:unitCode': {
    summary: 'Where a unit stands on a board and why: parts, evidence, neighbours, the line of twelve periods, appeals',
    who: 'anyone',
    params: UnitParams,
    query: Type.Object({ ...Town, period: Type.Optional(Period) }),
    reply: UnitPage,
    etag: true,
  },
  'GET /boards/:code/export': {
    summary: 'A published board as a CSV file; cells that a table program would run are made harmless',
    who: 'anyone',
    params: BoardParams,
    query: Type.Object({ ...Town, period: Type.Optional(Period) }),
    reply: Type.String(),
    produces: 'text/csv; charset=utf-8',
  },
  'PUT /boards/units/:kind/:unitCode/follow': {
    summary: 'Follow a unit: told in the inbox when a board with it is out',
    who: 'signed-in',
    params: FollowParams,
    query: Type.Object(Town),
    reply: Type.Null(),
    status: 204,
  },
  'DELETE /boards/units/:kind/:unitCode/follow': {
    summary: 'Follow a unit no longer',
    who: 'signed-in',
    params: FollowParams,
    query: Type.Object(Town),
    reply: Type.Null(),
    status: 204,
  },
})

/** Definitions, drafts, review, publication and appeals. */
export const boardStaffCalls = defineCalls({
  'POST /boards/:code/units/:unitCode/appeals': {
    summary: 'The unit’s keeper says what is wrong with its figures; one open appeal a unit and period',
    who: 'signed-in',
    params: UnitParams,
    query: Type.Object(Town),
    body: Type.Object({ period: Period, text: Word, photoIds: PhotoIds }, { additionalProperties: false }),
    reply: Appeal,
    status: 201,
    idempotent: true,
  },
  'GET /boards/appeals': {
    summary: 'Appeals of the town, those that wait first, oldest first',
    who: staff,
    query: Type.Object({ open: Type.Optional(Type.Boolean()), ...PageQuery }),
    reply: Page(AppealCase),
  },
  'POST /boards/appeals/:id/answers': {
    summary: 'Answer an appeal; the answer stands beside the row. Accepted: a correction follows',
    who: staff,
    params: Type.Object({ id: Id }),
    body: Type.Object({ accepted: Type.Boolean(), text: Word }, { additionalProperties: false }),
    reply: AppealCase,
    status: 201,
    idempotent: true,
  },
  'GET /boards/:code/definition': {
    summary: 'A board of the town as data, as it stands now',
    who: staff,
    params: BoardParams,
    reply: BoardDefinition,
  },
  'PUT /boards/:code/definition': {
    summary: 'Write a board, or write it anew; what is published keeps the definition it was made with',
    who: editors,
    params: BoardParams,
    body: BoardDefinition,
    reply: BoardDefinition,
  },
  'GET /boards/units': {
    summary: 'Units of a kind that a board of the town may rank, by code',
    who: staff,
    query: Type.Object({
      kind: oneOf(rankedKinds),
      q: Type.Optional(Type.String({ maxLength: 40 })),
      ...PageQuery,
    }),
    reply: Page(RankedUnit),
  },
  'PUT /boards/units/:kind/:unitCode': {
    summary: 'Write down a village company or an enterprise of the town, or its new name; other units are kept elsewhere',
    who: editors,
    params: FollowParams,
    body: Type.Object({ name: Type.String({ minLength: 1, maxLength: 40 }) }, { additionalProperties: false }),
    reply: RankedUnit,
  },
  'GET /boards/drafts': {
    summary: 'What is on its way to be published in the town, changed last first',
    who: staff,
    query: DraftQuery,
    reply: Page(Draft),
  },
  'POST /boards/:code/drafts': {
    summary: 'Begin a period: from the records, as the mean of its months, as a correction of what is published, or empty',
    who: editors,
    params: BoardParams,
    body: Type.Object({ period: Period }, { additionalProperties: false }),
    reply: Draft,
    status: 201,
    idempotent: true,
  },
  'GET /boards/:code/drafts/:period': {
    summary: 'A draft with the ranks it would give; a reader without the role gets 404',
    who: 'signed-in',
    params: DraftParams,
    query: DraftQuery,
    reply: DraftPage,
  },
  'PUT /boards/:code/drafts/:period/entries/:unitCode': {
    summary: 'Write a unit’s figures by hand, with evidence; begins the draft where there is none',
    who: editors,
    params: EntryParams,
    body: Type.Object(
      {
        /** By key of the part; `score` on a board without parts. */
        figures: Type.Record(Type.String({ maxLength: 31 }), Type.String({ maxLength: 40 })),
        sample: Type.Optional(nullable(Type.Integer({ minimum: 0, maximum: 1_000_000 }))),
        vetoes: Type.Optional(Type.Array(Type.String({ maxLength: 31 }), { maxItems: 12, uniqueItems: true })),
        reason: Type.Optional(nullable(Type.String({ maxLength: 200 }))),
        note: Type.Optional(nullable(Type.String({ maxLength: 200 }))),
        photoIds: Type.Optional(PhotoIds),
      },
      { additionalProperties: false },
    ),
    reply: Draft,
  },
  'DELETE /boards/:code/drafts/:period/entries/:unitCode': {
    summary: 'Take a unit’s figures out of a draft',
    who: editors,
    params: EntryParams,
    reply: Draft,
  },
  'POST /boards/:code/drafts/:period/submission': {
    summary: 'Hand a draft in for review; its figures stand still from here. A correction says why',
    who: editors,
    params: DraftParams,
    body: Type.Object({ reason: Type.Optional(nullable(Type.String({ maxLength: 200 }))) }, { additionalProperties: false }),
    reply: Draft,
    status: 201,
    idempotent: true,
  },
  'POST /boards/:code/drafts/:period/return': {
    summary: 'Send a draft back with a word',
    who: staff,
    params: DraftParams,
    body: Type.Object({ note: Type.String({ minLength: 1, maxLength: 200 }) }, { additionalProperties: false }),
    reply: Draft,
    status: 201,
    idempotent: true,
  },
  'POST /boards/:code/publications': {
    summary: 'Publish what was reviewed: somebody who put no figure into it, and exactly what they have seen (`digest`)',
    who: reviewers,
    params: BoardParams,
    body: Type.Object({ period: Period, digest: Type.String({ maxLength: 64 }) }, { additionalProperties: false }),
    reply: BoardEdition,
    status: 201,
    idempotent: true,
  },
})

/** Figures that come in a file. */
export const boardFileCalls = defineCalls({
  'GET /boards/:code/template': {
    summary: 'A workbook to fill in for a board and period: its columns, and the units by code and name',
    who: editors,
    params: BoardParams,
    query: Type.Object({ period: Type.Optional(Period) }),
    reply: Type.String(),
    produces: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
  'POST /boards/:code/imports': {
    summary:
      'Read a file of figures (CSV or workbook) and check every row; nothing is kept yet. Rows without a period belong to that of the query. A large file is still `reading` when the answer comes',
    who: editors,
    params: BoardParams,
    query: Type.Object({ period: Type.Optional(Period) }),
    upload: true,
    reply: BoardImport,
    status: 201,
    idempotent: true,
  },
  'GET /boards/:code/imports/:id': {
    summary: 'How far the reading is, and what is wrong: each bad row with its number and reason',
    who: editors,
    params: ImportParams,
    reply: BoardImport,
  },
  'GET /boards/:code/imports/:id/preview': {
    summary: 'The ranks that the file would give for a period',
    who: editors,
    params: ImportParams,
    query: Type.Object({ period: Period, ...PageQuery }),
    reply: Page(DraftRow),
  },
  'POST /boards/:code/imports/:id/acceptance': {
    summary: 'Keep the figures of the file in drafts of their periods, all or nothing; a published period gets a correction',
    who: editors,
    params: ImportParams,
    body: Type.Object({}, { additionalProperties: false }),
    reply: Type.Object({ drafts: Type.Array(Type.Object({ period: Period, revision: Type.Integer() })) }),
    status: 201,
    idempotent: true,
  },
})
