import Type, { type Static } from 'typebox'
import { defineCalls, Location, nullable, oneOf } from './call'

/** 可回收物, 有害垃圾, 湿垃圾, 干垃圾: the four kinds of the Shanghai regulation (上海市生活垃圾管理条例). */
export const sortingKinds = ['recyclable', 'hazardous', 'wet', 'dry'] as const
export type SortingKind = (typeof sortingKinds)[number]

const CompoundCode = Type.String({ minLength: 1, maxLength: 40 })
const Clock = Type.String({ pattern: '^([01]\\d|2[0-4]):[0-5]\\d$' })
const Day = Type.String({ format: 'date' })
/** From and until, Shanghai time. */
const Span = Type.Object({ from: Clock, until: Clock }, { additionalProperties: false })

export const SortingItem = Type.Object({
  name: Type.String(),
  kind: oneOf(sortingKinds),
  /** What to do with it first: empty it, wrap it. */
  hint: nullable(Type.String()),
  /** Without tones and spaces: naichabei; and the initials: ncb. */
  pinyin: Type.String(),
  initials: Type.String(),
})
export type SortingItem = Static<typeof SortingItem>

const place = {
  name: Type.String({ minLength: 1, maxLength: 40 }),
  location: nullable(Location),
  /** Every day’s. */
  hours: Type.Array(Span, { maxItems: 6 }),
}
const exception = {
  day: Day,
  /** Empty: closed on that day. */
  hours: Type.Array(Span, { maxItems: 6 }),
  note: nullable(Type.String({ maxLength: 100 })),
}

/** Where a compound’s rubbish goes and when; `exceptions` from today on: holidays and works. */
export const DropOff = Type.Object({
  compoundCode: Type.String(),
  compoundName: Type.String(),
  places: Type.Array(Type.Object(place)),
  exceptions: Type.Array(Type.Object(exception)),
  note: nullable(Type.String()),
  /** The reader may write it. */
  mayEdit: Type.Boolean(),
})
export type DropOff = Static<typeof DropOff>

export const sortingCalls = defineCalls({
  'GET /sorting/items': {
    summary: 'What goes into which bin, all of it: the phone keeps it and searches without network',
    who: 'anyone',
    reply: Type.Object({ items: Type.Array(SortingItem) }),
    etag: true,
  },
  'GET /sorting/drop-offs/:compoundCode': {
    summary: 'Hours and places of a compound’s drop-off; 404 where nobody has written them',
    who: 'anyone',
    params: Type.Object({ compoundCode: CompoundCode }),
    reply: DropOff,
  },
  'PUT /sorting/drop-offs/:compoundCode': {
    summary: 'The compound’s property company, or the town’s admin, writes hours, places and holidays anew',
    who: ['property', 'admin'],
    params: Type.Object({ compoundCode: CompoundCode }),
    body: Type.Object(
      {
        places: Type.Array(Type.Object(place, { additionalProperties: false }), { minItems: 1, maxItems: 10 }),
        exceptions: Type.Array(Type.Object(exception, { additionalProperties: false }), { maxItems: 60 }),
        note: nullable(Type.String({ maxLength: 200 })),
      },
      { additionalProperties: false },
    ),
    reply: DropOff,
  },
})
