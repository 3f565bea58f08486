import Type, { type Static } from 'typebox'
import { defineCalls, Id, IdParams, Moment, Nothing, nullable, oneOf, Page, PageQuery } from './call'

export const roles = [
  'party_member',
  'secretary',
  'site_host',
  'grid_worker',
  'grid_leader',
  'property',
  'department',
  'canteen_staff',
  'board_editor',
  'board_reviewer',
  'admin',
] as const

/** A role held in one scope: grid_worker of grid XH-01, admin of the town. `scopeName` is for the screen. */
export const Grant = Type.Object({ id: Id, role: oneOf(roles), scopeCode: Type.String(), scopeName: Type.String() })
export type Grant = Static<typeof Grant>

export const Home = Type.Object({
  areaCode: Type.String(),
  areaName: Type.String(),
  compoundCode: nullable(Type.String()),
  compoundName: nullable(Type.String()),
  building: nullable(Type.String()),
  /** Masked: 6**. */
  room: nullable(Type.String()),
})

export const Person = Type.Object({
  id: Id,
  nickname: Type.String(),
  avatarUrl: nullable(Type.String()),
  /** Masked: 138****1234. */
  phone: nullable(Type.String()),
  town: nullable(Type.Object({ code: Type.String(), name: Type.String() })),
  home: nullable(Home),
  elderMode: Type.Boolean(),
  /** Boards that rank people write the nickname. */
  nameOnBoards: Type.Boolean(),
  grants: Type.Array(Grant),
  unreadCount: Type.Integer(),
})
export type Person = Static<typeof Person>

export const Session = Type.Object({
  accessToken: Type.String(),
  refreshToken: Type.String(),
  /** Seconds the access token lives. */
  expiresIn: Type.Integer(),
  person: Person,
})
export type Session = Static<typeof Session>

export const personas = [
  'resident',
  'daughter',
  'party_member',
  'secretary',
  'site_host',
  'grid_worker',
  'grid_leader',
  'property',
  'department',
  'canteen_staff',
  'board_editor',
  'board_reviewer',
  'admin',
  'neighbour',
  'outsider',
] as const
export type Persona = (typeof personas)[number]

export const DemoPerson = Type.Object({
  persona: oneOf(personas),
  nickname: Type.String(),
  /** What this person does in the town, in Chinese. */
  duty: Type.String(),
})
export type DemoPerson = Static<typeof DemoPerson>

export const Message = Type.Object({
  id: Id,
  title: Type.String(),
  body: Type.String(),
  /** Page of the app that the message is about, or null. */
  link: nullable(Type.String()),
  createdAt: Moment,
  readAt: nullable(Moment),
})
export type Message = Static<typeof Message>

const Building = Type.String({ minLength: 1, maxLength: 20, pattern: '\\S' })

export const accountCalls = defineCalls({
  'GET /demo/people': {
    summary: 'The demo people; only in demo mode',
    who: 'anyone',
    reply: Type.Object({ items: Type.Array(DemoPerson) }),
  },
  'POST /sessions': {
    summary: 'Sign in with a WeChat login code, or as a demo person (demo mode only)',
    who: 'anyone',
    body: Type.Union([
      Type.Object(
        { provider: Type.Literal('wechat'), code: Type.String({ minLength: 1, maxLength: 200 }) },
        { additionalProperties: false },
      ),
      Type.Object({ provider: Type.Literal('demo'), persona: oneOf(personas) }, { additionalProperties: false }),
    ]),
    reply: Session,
    status: 201,
    perMinute: 60,
  },
  'POST /sessions/refresh': {
    summary: 'A new pair of tokens for a refresh token; the old one ends',
    who: 'anyone',
    body: Type.Object({ refreshToken: Type.String({ minLength: 1, maxLength: 200 }) }, { additionalProperties: false }),
    reply: Session,
    perMinute: 60,
  },
  'DELETE /sessions/current': { summary: 'Sign out', who: 'signed-in', reply: Nothing, status: 204 },
  'DELETE /sessions': { summary: 'Sign out everywhere', who: 'signed-in', reply: Nothing, status: 204 },
  'GET /me': { summary: 'The person signed in', who: 'signed-in', reply: Person },
  'PATCH /me': {
    summary: 'Change nickname, avatar, home, elder mode or whether boards write the nickname; what is absent stays',
    who: 'signed-in',
    body: Type.Object(
      {
        nickname: Type.Optional(Type.String({ minLength: 1, maxLength: 20, pattern: '\\S' })),
        avatarPhotoId: Type.Optional(nullable(Id)),
        home: Type.Optional(
          nullable(
            Type.Object(
              {
                areaCode: Type.String({ pattern: '^\\d{12}$' }),
                compoundCode: Type.Optional(nullable(Type.String({ maxLength: 32 }))),
                building: Type.Optional(nullable(Building)),
                /** Absent keeps the room that is known, when the compound and building stay. */
                room: Type.Optional(nullable(Type.String({ minLength: 1, maxLength: 20, pattern: '\\S' }))),
              },
              { additionalProperties: false },
            ),
          ),
        ),
        elderMode: Type.Optional(Type.Boolean()),
        nameOnBoards: Type.Optional(Type.Boolean()),
      },
      { additionalProperties: false },
    ),
    reply: Person,
  },
  'PUT /me/phone': {
    summary: 'Take over the phone number that WeChat vouches for (code of the phone button)',
    who: 'signed-in',
    body: Type.Object({ code: Type.String({ minLength: 1, maxLength: 200 }) }, { additionalProperties: false }),
    reply: Person,
    perMinute: 10,
  },
  'GET /inbox': {
    summary: 'Messages to the person, newest first',
    who: 'signed-in',
    query: Type.Object(PageQuery),
    reply: Type.Object({ items: Type.Array(Message), nextCursor: nullable(Type.String()), unreadCount: Type.Integer() }),
  },
  'POST /inbox/read': {
    summary: 'Mark messages as read; all of them without ids',
    who: 'signed-in',
    body: Type.Object({ ids: Type.Optional(Type.Array(Id, { maxItems: 100 })) }, { additionalProperties: false }),
    reply: Type.Object({ unreadCount: Type.Integer() }),
  },
  'GET /people': {
    summary: 'People of the town by nickname, with their grants',
    who: ['admin'],
    query: Type.Object({ q: Type.Optional(Type.String({ maxLength: 40 })), ...PageQuery }),
    reply: Page(Type.Object({ id: Id, nickname: Type.String(), phone: nullable(Type.String()), grants: Type.Array(Grant) })),
  },
  'POST /people/:id/grants': {
    summary: 'Grant a role in a scope of the admin’s town',
    who: ['admin'],
    params: IdParams,
    body: Type.Object({ role: oneOf(roles), scopeCode: Type.String({ minLength: 1, maxLength: 40 }) }, { additionalProperties: false }),
    reply: Grant,
    status: 201,
    idempotent: true,
  },
  'DELETE /grants/:id': { summary: 'Take a role back; it ends at once', who: ['admin'], params: IdParams, reply: Nothing, status: 204 },
  'DELETE /people/:id/sessions': { summary: 'End all sessions of a person', who: ['admin'], params: IdParams, reply: Nothing, status: 204 },
})
