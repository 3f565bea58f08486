import Type, { type Static } from 'typebox'
import { defineCalls, Id, IdParams, Location, Moment, NearText, Nothing, nullable, oneOf, Page, PageQuery } from './call'
import { Photo } from './photo'

export const siteKinds = [
  'study_corner',
  'study_point_road',
  'study_point_building',
  'study_point_mall',
  'red_site',
  'red_mailbox',
  'party_station',
  'practice_center',
  'practice_station',
  'practice_space',
] as const
export type SiteKind = (typeof siteKinds)[number]
/** How one checks in: a code on the site's screen that changes, a fixed code read within the fence, or by the host's hand. */
export const checkInWays = ['screen', 'fixed', 'host'] as const
export type CheckInWay = (typeof checkInWays)[number]
/** pending: kept, and its reward withheld until the host or the branch secretary has looked. */
export const checkInStates = ['counted', 'pending', 'refused'] as const
export type CheckInState = (typeof checkInStates)[number]
/** Why a check-in is looked at before it counts. */
export const checkInMarks = [
  'too_far',
  'no_position',
  'closed',
  'too_fast',
  'shared_device',
  'code_far_apart',
  'code_spread',
  'late',
] as const
export type CheckInMark = (typeof checkInMarks)[number]
export const pointKinds = ['check_in', 'thought', 'minutes', 'route', 'quiz', 'correction'] as const
export type PointKind = (typeof pointKinds)[number]

/** A day of the Shanghai calendar, YYYY-MM-DD. */
const Day = Type.String({ format: 'date', pattern: '^20' })
const Month = Type.String({ pattern: '^20\\d\\d-(0[1-9]|1[0-2])$' })
/** HH:MM on Shanghai's clock; 24:00 is the end of the day. */
const Time = Type.String({ pattern: '^(([01]\\d|2[0-3]):[0-5]\\d|24:00)$' })
const SiteId = Type.String({ minLength: 1, maxLength: 32, pattern: '^[A-Za-z0-9_-]+$' })
const RouteId = Type.String({ minLength: 1, maxLength: 32, pattern: '^[A-Za-z0-9_-]+$' })
const Words = (most: number) => Type.String({ minLength: 1, maxLength: most, pattern: '\\S' })

const Opening = Type.Object({ opens: Time, closes: Time }, { additionalProperties: false })
/** Hours of the days of a week: 1 is Monday, 7 Sunday. */
const WeeklyHours = Type.Object(
  {
    weekdays: Type.Array(Type.Integer({ minimum: 1, maximum: 7 }), { minItems: 1, maxItems: 7, uniqueItems: true }),
    opens: Time,
    closes: Time,
  },
  { additionalProperties: false },
)
/** A day that is unlike the others: closed without hours. */
const HoursException = Type.Object(
  { date: Day, hours: Type.Array(Opening, { maxItems: 4 }), note: nullable(Words(60)) },
  { additionalProperties: false },
)

export const Site = Type.Object({
  id: SiteId,
  name: Type.String(),
  kind: oneOf(siteKinds),
  townCode: Type.String(),
  address: nullable(Type.String()),
  location: Location,
  /** Metres as the crow flies, and minutes on foot, when the call said where it is made from. */
  distance: nullable(Type.Integer()),
  walkMinutes: nullable(Type.Integer()),
  openNow: Type.Boolean(),
  /** When it next opens or closes; null when it is always open, or closed for the next fortnight. */
  changesAt: nullable(Moment),
  /** Today's hours. */
  hours: Type.Array(Opening),
  /** Lights on and off, every day. */
  lights: nullable(Opening),
  coverUrl: nullable(Type.String()),
  /** Check-ins that count, of everybody. */
  checkIns: Type.Integer(),
})
export type Site = Static<typeof Site>

export const CheckInRef = Type.Object({ id: Id, state: oneOf(checkInStates), at: Moment })

/** What visitors think of a site. */
export const SiteRatings = Type.Object({
  /** Mean of the stars of the last twelve months to one decimal; null without any. */
  stars: nullable(Type.Number()),
  ratings: Type.Integer(),
  /** What the reader has said this month. */
  mine: nullable(Type.Object({ stars: Type.Integer(), text: nullable(Type.String()) })),
  /** The reader has been here this month, and does not run the place. */
  mayRate: Type.Boolean(),
})
export type SiteRatings = Static<typeof SiteRatings>

export const SiteDetail = Type.Object({
  ...Site.properties,
  story: nullable(Type.String()),
  audioUrl: nullable(Type.String()),
  directions: nullable(Type.String()),
  photos: Type.Array(Photo),
  weekly: Type.Array(WeeklyHours),
  exceptions: Type.Array(HoursException),
  ways: Type.Array(oneOf(checkInWays)),
  fenceMetres: Type.Integer(),
  routes: Type.Array(Type.Object({ id: RouteId, name: Type.String() })),
  /** What the reader has done here today, and when the next check-in counts. */
  today: nullable(CheckInRef),
  nextCountsAt: nullable(Moment),
  rating: SiteRatings,
  /** The reader is host here, or may change the site. */
  mayHost: Type.Boolean(),
  mayEdit: Type.Boolean(),
})
export type SiteDetail = Static<typeof SiteDetail>

/** What staff write down of a site. */
const SiteBody = Type.Object(
  {
    name: Words(40),
    kind: oneOf(siteKinds),
    address: nullable(Words(100)),
    location: Location,
    story: nullable(Words(5000)),
    audioUrl: nullable(Type.String({ maxLength: 300, pattern: '^https://\\S+$' })),
    directions: nullable(Words(300)),
    photoIds: Type.Array(Id, { maxItems: 9, uniqueItems: true }),
    weekly: Type.Array(WeeklyHours, { maxItems: 21 }),
    exceptions: Type.Array(HoursException, { maxItems: 60 }),
    lights: nullable(Opening),
    ways: Type.Array(oneOf(checkInWays), { minItems: 1, uniqueItems: true }),
    fenceMetres: Type.Integer({ minimum: 20, maximum: 2000 }),
  },
  { additionalProperties: false },
)

export const Route = Type.Object({
  id: RouteId,
  name: Type.String(),
  about: nullable(Type.String()),
  stops: Type.Array(Type.Object({ siteId: SiteId, name: Type.String(), done: Type.Boolean() })),
  /** Stops the reader has been to; 0 signed out. */
  done: Type.Integer(),
})
export type Route = Static<typeof Route>

/** The codes of the site's screen for the next minutes, so that the page that shows them asks for nothing while it does. */
export const ScreenCodes = Type.Object({
  siteName: Type.String(),
  /** The server's clock: the page goes by the difference to its own. */
  now: Moment,
  intervalSeconds: Type.Integer(),
  /** `digits` say the same as the code, for who types them at the site. */
  codes: Type.Array(Type.Object({ code: Type.String(), digits: Type.String(), from: Moment, until: Moment })),
})
export type ScreenCodes = Static<typeof ScreenCodes>

export const PointLine = Type.Object({ kind: oneOf(pointKinds), points: Type.Integer(), why: Type.String(), at: Moment, day: Day })
export type PointLine = Static<typeof PointLine>
export const Badge = Type.Object({ code: Type.String(), name: Type.String(), about: Type.String(), earnedAt: nullable(Moment) })
export type Badge = Static<typeof Badge>

export const CheckIn = Type.Object({
  id: Id,
  siteId: SiteId,
  siteName: Type.String(),
  kind: oneOf(siteKinds),
  way: oneOf(checkInWays),
  state: oneOf(checkInStates),
  /** When the code was read, by the server's clock. */
  at: Moment,
  day: Day,
  marks: Type.Array(Type.Object({ mark: oneOf(checkInMarks), why: Type.String() })),
  thought: nullable(Type.String()),
  photos: Type.Array(Photo),
  minutes: nullable(Type.Integer()),
  points: Type.Integer(),
  decision: nullable(Type.Object({ counts: Type.Boolean(), note: nullable(Type.String()), at: Moment })),
})
export type CheckIn = Static<typeof CheckIn>

/** What one is told right after. */
export const CheckInResult = Type.Object({
  ...CheckIn.properties,
  lines: Type.Array(PointLine),
  totalPoints: Type.Integer(),
  streak: Type.Integer(),
  newBadges: Type.Array(Badge),
  nextCountsAt: Moment,
})
export type CheckInResult = Static<typeof CheckInResult>

/** A check-in as those see it who decide on it. */
export const DoubtfulCheckIn = Type.Object({ ...CheckIn.properties, nickname: Type.String(), distance: nullable(Type.Integer()) })
export type DoubtfulCheckIn = Static<typeof DoubtfulCheckIn>

export const StudyPath = Type.Object({
  month: Month,
  /** Days of the month with a check-in that counts. */
  days: Type.Array(Day),
  streak: Type.Integer(),
  longestStreak: Type.Integer(),
  checkIns: Type.Integer(),
  minutes: Type.Integer(),
  points: Type.Integer(),
  pending: Type.Integer(),
  badges: Type.Array(Badge),
  /** Where the person has been, and how often. */
  sites: Type.Array(Type.Object({ id: SiteId, name: Type.String(), location: Location, times: Type.Integer(), last: Day })),
})
export type StudyPath = Static<typeof StudyPath>

const Position = Type.Object(
  {
    lng: Type.Number({ minimum: -180, maximum: 180 }),
    lat: Type.Number({ minimum: -90, maximum: 90 }),
    /** Metres, as the phone reports it. */
    accuracy: Type.Number({ minimum: 0, maximum: 1_000_000 }),
  },
  { additionalProperties: false },
)
const Extras = {
  thought: Type.Optional(nullable(Type.String({ maxLength: 500 }))),
  photoIds: Type.Optional(Type.Array(Id, { maxItems: 3, uniqueItems: true })),
  minutes: Type.Optional(nullable(Type.Integer({ minimum: 1, maximum: 480 }))),
}
const SiteParams = Type.Object({ id: SiteId })
const editors = ['admin', 'site_host'] as const

export const studyCalls = defineCalls({
  'GET /sites': {
    summary: 'Study and red-history sites of the town; nearest first with `near`',
    who: 'anyone',
    query: Type.Object({
      town: Type.Optional(Type.String({ pattern: '^\\d{9}$' })),
      near: Type.Optional(NearText),
      kind: Type.Optional(oneOf(siteKinds)),
      open: Type.Optional(Type.Boolean()),
      ...PageQuery,
    }),
    reply: Page(Site),
    etag: true,
  },
  'GET /sites/:id': {
    summary: 'One site whole',
    who: 'anyone',
    params: SiteParams,
    query: Type.Object({ near: Type.Optional(NearText) }),
    reply: SiteDetail,
  },
  'POST /sites': {
    summary: 'A new site of the admin’s town',
    who: ['admin'],
    body: Type.Object({ id: SiteId, ...SiteBody.properties }, { additionalProperties: false }),
    reply: SiteDetail,
    status: 201,
    idempotent: true,
  },
  'PATCH /sites/:id': {
    summary: 'Change a site; what is absent stays',
    who: editors,
    params: SiteParams,
    body: Type.Partial(SiteBody, { additionalProperties: false }),
    reply: SiteDetail,
  },
  'POST /sites/imports': {
    summary: 'Sites from a CSV, all or nothing; the answer names every bad row',
    who: ['admin'],
    upload: true,
    reply: Type.Object({ added: Type.Integer(), changed: Type.Integer(), unchanged: Type.Integer() }),
    status: 201,
    idempotent: true,
  },
  'GET /routes': {
    summary: 'Routes of several sites, with how far the reader has come',
    who: 'anyone',
    query: Type.Object({ town: Type.Optional(Type.String({ pattern: '^\\d{9}$' })) }),
    reply: Type.Object({ items: Type.Array(Route) }),
  },
  'PUT /routes/:id': {
    summary: 'Write a route of the admin’s town, or write it anew',
    who: ['admin'],
    params: Type.Object({ id: RouteId }),
    body: Type.Object(
      { name: Words(40), about: nullable(Words(500)), siteIds: Type.Array(SiteId, { minItems: 2, maxItems: 20, uniqueItems: true }) },
      { additionalProperties: false },
    ),
    reply: Route,
  },
  'DELETE /routes/:id': {
    summary: 'Take a route away; what was earned on it stays',
    who: ['admin'],
    params: Type.Object({ id: RouteId }),
    reply: Nothing,
    status: 204,
  },
  'GET /sites/:id/code': {
    summary: 'For the host: the codes of the screen for the next ten minutes',
    who: editors,
    params: SiteParams,
    reply: ScreenCodes,
  },
  'GET /sites/:id/fixed-code': {
    summary: 'For the host: the code to print, good with a position within the fence',
    who: editors,
    params: SiteParams,
    reply: Type.Object({ siteName: Type.String(), code: Type.String() }),
  },
  'GET /sites/:id/people': {
    summary:
      'For the host: people of the town by the beginning of their nickname, ten at most (telephone numbers are sealed and cannot be searched); each one shown is written down',
    who: editors,
    params: SiteParams,
    query: Type.Object({ q: Type.String({ minLength: 2, maxLength: 20, pattern: '\\S' }) }),
    reply: Type.Object({
      items: Type.Array(Type.Object({ id: Id, nickname: Type.String(), areaName: nullable(Type.String()), here: Type.Boolean() })),
    }),
    perMinute: 60,
  },
  'POST /sites/:id/check-ins': {
    summary: 'The host checks somebody in who cannot scan',
    who: editors,
    params: SiteParams,
    body: Type.Object({ personId: Id, minutes: Extras.minutes }, { additionalProperties: false }),
    reply: Type.Object({ id: Id, nickname: Type.String(), at: Moment, state: oneOf(checkInStates) }),
    status: 201,
    idempotent: true,
  },
  'POST /sites/:id/ratings': {
    summary: 'Stars and a word from who has checked in here this month; a later one of the month takes its place',
    who: 'signed-in',
    params: SiteParams,
    body: Type.Object(
      { stars: Type.Integer({ minimum: 1, maximum: 5 }), text: Type.Optional(nullable(Type.String({ maxLength: 200 }))) },
      { additionalProperties: false },
    ),
    reply: SiteRatings,
    status: 201,
    idempotent: true,
  },
  'POST /check-ins': {
    summary: 'Check in with a code that was read; it is always kept, and says why where it does not count at once',
    who: 'signed-in',
    body: Type.Object(
      {
        siteId: Type.Optional(SiteId),
        /** What was read; or the six digits of a screen, with `siteId` or as JS1.site.digits. */
        code: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
        location: Type.Optional(nullable(Position)),
        /** By the phone's clock, as is `sentAt`: only the time between them counts. */
        readAt: Type.Optional(Moment),
        sentAt: Type.Optional(Moment),
        /** Made once by the phone. */
        device: Type.Optional(Type.String({ minLength: 8, maxLength: 64, pattern: '^[A-Za-z0-9_-]+$' })),
        ...Extras,
      },
      { additionalProperties: false },
    ),
    reply: CheckInResult,
    status: 201,
    idempotent: true,
    perMinute: 60,
  },
  'PATCH /check-ins/:id': {
    summary: 'Add a thought, pictures or minutes to a check-in of today',
    who: 'signed-in',
    params: IdParams,
    body: Type.Object(Extras, { additionalProperties: false }),
    reply: CheckInResult,
  },
  'GET /check-ins': {
    summary: 'My check-ins, newest first',
    who: 'signed-in',
    query: Type.Object({ scope: Type.Optional(oneOf(['mine'])), ...PageQuery }),
    reply: Page(CheckIn),
  },
  'GET /check-ins/doubtful': {
    summary: 'Check-ins that a host or a branch secretary has to decide on, oldest first',
    who: ['site_host', 'secretary', 'admin'],
    query: Type.Object(PageQuery),
    reply: Page(DoubtfulCheckIn),
  },
  'POST /check-ins/:id/decisions': {
    summary: 'Let a doubtful check-in count, or not; nobody decides on their own',
    who: ['site_host', 'secretary', 'admin'],
    params: IdParams,
    body: Type.Object({ counts: Type.Boolean(), note: Type.Optional(nullable(Words(200))) }, { additionalProperties: false }),
    reply: DoubtfulCheckIn,
    status: 201,
    idempotent: true,
  },
  'GET /study/path': {
    summary: 'My path: the month’s days, streak, badges, points, where I have been',
    who: 'signed-in',
    query: Type.Object({ month: Type.Optional(Month) }),
    reply: StudyPath,
  },
  'GET /study/share-code': {
    summary: 'The mini-program’s code to print on a share picture, as a data URL; null where the town has no WeChat',
    who: 'signed-in',
    reply: Type.Object({ picture: nullable(Type.String()) }),
    perMinute: 20,
  },
  'GET /study/points': {
    summary: 'My points, each with where it came from, newest first',
    who: 'signed-in',
    query: Type.Object(PageQuery),
    reply: Type.Object({ ...Page(PointLine).properties, total: Type.Integer() }),
  },
})
