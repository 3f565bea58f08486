import Type, { type Static } from 'typebox'
import { defineCalls, Id, IdParams, Location, Moment, NearText, Nothing, nullable, oneOf, Page, PageQuery } from './call'

export const sittings = ['breakfast', 'lunch', 'dinner'] as const
export type Sitting = (typeof sittings)[number]
export const modes = ['eat_in', 'take_away', 'delivery'] as const
export type Mode = (typeof modes)[number]
export const orderStates = ['booked', 'collected', 'cancelled', 'expired', 'no_show'] as const
export type OrderState = (typeof orderStates)[number]
export const paymentStates = ['unpaid', 'paying', 'paid', 'refunding', 'refunded'] as const
export type PaymentState = (typeof paymentStates)[number]
/** counter: paid when the meal is collected; prepaid: paid before, or the portions go back. */
export const payWays = ['counter', 'prepaid'] as const
export type PayWay = (typeof payWays)[number]
export const dishKinds = ['set', 'big_meat', 'small_meat', 'veg', 'soup', 'staple', 'breakfast'] as const
export type DishKind = (typeof dishKinds)[number]
/** The eight groups of GB 7718, as kitchens declare them. */
export const allergens = ['gluten_cereal', 'crustacean', 'fish', 'egg', 'peanut', 'soy', 'milk', 'tree_nut'] as const
export type Allergen = (typeof allergens)[number]
/** low_salt: at most 120 mg sodium in 100 g; low_sugar: at most 5 g sugar in 100 g (GB 28050), as the kitchen declares it. */
export const diets = ['low_salt', 'low_sugar'] as const
export type Diet = (typeof diets)[number]
/** What staff have seen papers of: lives in the district, has a Shanghai hukou, receives the low-income allowance. */
export const guestStatuses = ['district', 'hukou', 'low_income'] as const
export type GuestStatus = (typeof guestStatuses)[number]

/** A day of the Shanghai calendar, YYYY-MM-DD. */
const Day = Type.String({ format: 'date', pattern: '^20' })
const Birthday = Type.String({ format: 'date', pattern: '^(19|20)' })
/** HH:MM on Shanghai's clock. */
const Time = Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' })
const CanteenId = Type.String({ maxLength: 32 })
const DishId = Type.String({ minLength: 1, maxLength: 32, pattern: '^[A-Za-z0-9_-]+$' })
/** Money is integer fen. */
const Fen = Type.Integer()
const Amount = Type.Number({ minimum: 0, maximum: 100_000 })
const Quota = Type.Integer({ minimum: 0, maximum: 10_000 })
const Words = (most: number) => Type.String({ minLength: 1, maxLength: most, pattern: '\\S' })

export const Canteen = Type.Object({
  id: CanteenId,
  name: Type.String(),
  townCode: Type.String(),
  townName: Type.String(),
  address: nullable(Type.String()),
  phone: nullable(Type.String()),
  location: nullable(Location),
  /** Metres, when the call said where it is made from. */
  distance: nullable(Type.Integer()),
  hours: Type.Array(Type.Object({ sitting: oneOf(sittings), opens: Time, closes: Time })),
  openNow: Type.Boolean(),
  /** Brings meals to the door of registered guests. */
  delivers: Type.Boolean(),
  /** Takes orders that are paid before. */
  prepaid: Type.Boolean(),
})
export type Canteen = Static<typeof Canteen>

export const Dish = Type.Object({
  id: DishId,
  name: Type.String(),
  kind: oneOf(dishKinds),
  /** Price unless the day's menu says otherwise. */
  priceFen: Fen,
  kcal: Type.Number(),
  proteinG: Type.Number(),
  fatG: Type.Number(),
  carbohydrateG: Type.Number(),
  sodiumMg: Type.Number(),
  allergens: Type.Array(oneOf(allergens)),
  diets: Type.Array(oneOf(diets)),
  /** Dishes of a set meal. */
  parts: Type.Array(Type.Object({ dishId: DishId, name: Type.String() })),
  pictureUrl: nullable(Type.String()),
  /** Mean of the guests' stars to one decimal; null without ratings. */
  stars: nullable(Type.Number()),
  ratings: Type.Integer(),
})
export type Dish = Static<typeof Dish>

export const MenuItem = Type.Object({
  dishId: DishId,
  priceFen: Fen,
  quota: Type.Integer(),
  left: Type.Integer(),
  /** Switched off by the kitchen, whatever is left. */
  soldOut: Type.Boolean(),
})
export const PickupWindow = Type.Object({ starts: Time, ends: Time, left: Type.Integer() })

/** One meal of one day. */
export const Menu = Type.Object({
  date: Day,
  sitting: oneOf(sittings),
  /** Orders until then; cancelling until then. */
  orderUntil: Moment,
  cancelUntil: Moment,
  endsAt: Moment,
  /** May be ordered now. */
  open: Type.Boolean(),
  /** Why the kitchen called it off; null when it did not. */
  closed: nullable(Type.String()),
  windows: Type.Array(PickupWindow),
  items: Type.Array(MenuItem),
})
export type Menu = Static<typeof Menu>

export const BillLine = Type.Object({ kind: oneOf(['discount', 'subsidy']), label: Type.String(), fen: Fen })
/** What a meal costs, line by line: the dishes, less the discount, less the subsidy. */
export const Bill = Type.Object({ totalFen: Fen, lines: Type.Array(BillLine), payableFen: Fen })
export type Bill = Static<typeof Bill>

const OrderItem = Type.Object({ dishId: DishId, name: Type.String(), quantity: Type.Integer(), priceFen: Fen })
const PersonRef = Type.Object({ id: Id, nickname: Type.String(), me: Type.Boolean() })

export const Order = Type.Object({
  id: Id,
  canteenId: CanteenId,
  canteenName: Type.String(),
  date: Day,
  sitting: oneOf(sittings),
  window: Type.Object({ starts: Time, ends: Time }),
  mode: oneOf(modes),
  state: oneOf(orderStates),
  way: oneOf(payWays),
  payment: oneOf(paymentStates),
  /** Who booked, and who eats. */
  orderer: PersonRef,
  eater: PersonRef,
  items: Type.Array(OrderItem),
  bill: Bill,
  note: nullable(Type.String()),
  /** Four digits to say at the counter, unique for canteen and meal. */
  number: Type.String(),
  createdAt: Moment,
  cancelUntil: Moment,
  /** A prepaid order that is not paid by then gives its portions back. */
  payBy: nullable(Moment),
  collectedAt: nullable(Moment),
  endedReason: nullable(Type.String()),
  mayCancel: Type.Boolean(),
  mayRate: Type.Boolean(),
})
export type Order = Static<typeof Order>

const Basket = {
  canteenId: CanteenId,
  date: Day,
  sitting: oneOf(sittings),
  /** When the pick-up window begins; without it, the first one with room. */
  window: Type.Optional(Time),
  items: Type.Array(Type.Object({ dishId: DishId, quantity: Type.Integer({ minimum: 1, maximum: 10 }) }, { additionalProperties: false }), {
    minItems: 1,
    maxItems: 20,
  }),
  /** Somebody who has agreed; without it, oneself. */
  forPersonId: Type.Optional(Id),
  mode: oneOf(modes),
}

export const Quote = Type.Object({ bill: Bill, windows: Type.Array(PickupWindow), orderUntil: Moment, cancelUntil: Moment })
export type Quote = Static<typeof Quote>

/** Somebody a meal can be booked for. */
export const Eater = Type.Object({
  personId: Id,
  nickname: Type.String(),
  /** What the person who books calls them; null for oneself. */
  label: nullable(Type.String()),
  /** The consent; null for oneself. */
  linkId: nullable(Id),
  /** Age and status were checked by staff. */
  verified: Type.Boolean(),
  /** 80 岁以上 85 折 */
  discount: nullable(Type.String()),
  delivery: Type.Boolean(),
  /** Too many meals were not collected: staff have a word first. */
  blocked: Type.Boolean(),
})
export type Eater = Static<typeof Eater>

export const Guest = Type.Object({
  personId: Id,
  nickname: Type.String(),
  phone: nullable(Type.String()),
  birthday: nullable(Birthday),
  statuses: Type.Array(oneOf(guestStatuses)),
  deliveryAddress: nullable(Type.String()),
  noShows: Type.Integer(),
  blocked: Type.Boolean(),
})
export type Guest = Static<typeof Guest>

/** A meal as the counter sees it. */
export const CounterOrder = Type.Object({
  id: Id,
  number: Type.String(),
  eater: Type.String(),
  eaterId: Id,
  /** Who booked, where that is somebody else. */
  orderer: nullable(Type.String()),
  window: Type.Object({ starts: Time, ends: Time }),
  mode: oneOf(modes),
  state: oneOf(orderStates),
  way: oneOf(payWays),
  payment: oneOf(paymentStates),
  items: Type.Array(OrderItem),
  /** Its lines say 优惠 and 补贴: what for, is the guest's own. */
  bill: Bill,
  note: nullable(Type.String()),
  collectedAt: nullable(Moment),
  collectedBy: nullable(Type.String()),
})
export type CounterOrder = Static<typeof CounterOrder>

/** What the kitchen has to make for one meal. */
export const KitchenList = Type.Object({
  canteenName: Type.String(),
  date: Day,
  sitting: oneOf(sittings),
  orders: Type.Integer(),
  windows: Type.Array(Type.Object({ starts: Time, ends: Time, orders: Type.Integer() })),
  /** Parts of set meals are counted with the dish they are. */
  dishes: Type.Array(
    Type.Object({
      dishId: DishId,
      name: Type.String(),
      kind: oneOf(dishKinds),
      total: Type.Integer(),
      /** Portions in each window, in the order of `windows`. */
      byWindow: Type.Array(Type.Integer()),
      allergens: Type.Array(oneOf(allergens)),
    }),
  ),
  notes: Type.Array(Type.Object({ number: Type.String(), window: Time, note: Type.String(), dishes: Type.String() })),
  /** With the address; each read is written to the access log. */
  deliveries: Type.Array(
    Type.Object({ number: Type.String(), window: Time, eater: Type.String(), address: Type.String(), dishes: Type.String() }),
  ),
})
export type KitchenList = Static<typeof KitchenList>

/** One meal as staff plan it. */
export const Plan = Type.Object({
  date: Day,
  sitting: oneOf(sittings),
  published: Type.Boolean(),
  closed: nullable(Type.String()),
  orders: Type.Integer(),
  items: Type.Array(MenuItem),
})
export type Plan = Static<typeof Plan>

const CanteenParams = Type.Object({ id: CanteenId })
const MealParams = Type.Object({ id: CanteenId, date: Day, sitting: oneOf(sittings) })
const MealQuery = Type.Object({ date: Day, sitting: oneOf(sittings) })
const DaysQuery = Type.Object({ from: Type.Optional(Day), days: Type.Optional(Type.Integer({ minimum: 1, maximum: 14, default: 7 })) })
const staff = ['canteen_staff'] as const

export const canteenCalls = defineCalls({
  'GET /canteens': {
    summary: 'All canteens, the pilot first; nearest first with `near`',
    who: 'anyone',
    query: Type.Object({ near: Type.Optional(NearText) }),
    reply: Type.Object({ items: Type.Array(Canteen) }),
  },
  'GET /canteens/:id': { summary: 'One canteen', who: 'anyone', params: CanteenParams, reply: Canteen },
  'GET /canteens/:id/menus': {
    summary: 'Published menus of the days with what is left, and their dishes; today and the next six without `from`',
    who: 'anyone',
    params: CanteenParams,
    query: DaysQuery,
    reply: Type.Object({ items: Type.Array(Menu), dishes: Type.Array(Dish) }),
    etag: true,
  },
  'GET /canteens/:id/progress': {
    summary: 'Meals collected this year against the promise, of the canteen and of its town',
    who: 'anyone',
    params: CanteenParams,
    reply: Type.Object({
      year: Type.Integer(),
      collected: Type.Integer(),
      target: Type.Integer(),
      townCollected: Type.Integer(),
      townTarget: Type.Integer(),
    }),
  },
  'POST /orders/quotes': {
    summary: 'What a meal would cost, line by line, and when it can be picked up; nothing is booked',
    who: 'signed-in',
    body: Type.Object(Basket, { additionalProperties: false }),
    reply: Quote,
  },
  'POST /orders': {
    summary: 'Book a meal; takes exactly what is left, or nothing',
    who: 'signed-in',
    body: Type.Object(
      {
        ...Basket,
        note: Type.Optional(nullable(Words(100))),
        way: Type.Optional(oneOf(payWays)),
        /** What the guest saw to pay: another price is refused with the new one. */
        seenFen: Type.Optional(Fen),
      },
      { additionalProperties: false },
    ),
    reply: Order,
    status: 201,
    idempotent: true,
    perMinute: 120,
  },
  'GET /orders': {
    summary: 'Meals I booked or eat: all, newest meal first; or those to come, the next one first',
    who: 'signed-in',
    query: Type.Object({ scope: Type.Optional(oneOf(['mine', 'upcoming'])), ...PageQuery }),
    reply: Page(Order),
  },
  'GET /orders/suggestion': {
    summary: 'The last meal again: the same dishes where the menu has them, the nearest of their kind where not',
    who: 'signed-in',
    query: Type.Object({ canteenId: CanteenId, date: Day, sitting: oneOf(sittings), forPersonId: Type.Optional(Id) }),
    reply: Type.Object({
      /** Null: there is nothing to go by, or nothing left. */
      basket: nullable(Type.Object({ window: nullable(Time), mode: oneOf(modes), items: Type.Array(OrderItem) })),
      /** 红烧肉 instead of 糖醋小排 */
      replaced: Type.Array(Type.Object({ was: Type.String(), now: nullable(Type.String()) })),
    }),
  },
  'GET /orders/:id': { summary: 'One meal of mine', who: 'signed-in', params: IdParams, reply: Order },
  'POST /orders/:id/cancel': {
    summary: 'Cancel a meal; its portions go back',
    who: 'signed-in',
    params: IdParams,
    reply: Order,
    idempotent: true,
  },
  'GET /orders/:id/pickup-code': {
    summary: 'Four digits for the voice and a signed code for the scanner that changes every 30 seconds',
    who: 'signed-in',
    params: IdParams,
    reply: Type.Object({ number: Type.String(), qr: Type.String(), renewInSeconds: Type.Integer() }),
  },
  'POST /orders/:id/ratings': {
    summary: 'Stars for the dishes of a collected meal, once',
    who: 'signed-in',
    params: IdParams,
    body: Type.Object(
      {
        items: Type.Array(
          Type.Object({ dishId: DishId, stars: Type.Integer({ minimum: 1, maximum: 5 }) }, { additionalProperties: false }),
          { minItems: 1, maxItems: 20 },
        ),
        text: Type.Optional(nullable(Words(500))),
      },
      { additionalProperties: false },
    ),
    reply: Order,
    status: 201,
    idempotent: true,
  },
  'GET /me/nutrition': {
    summary: 'What I, or somebody I book for, ate in the seven days from `from`, day by day, of collected meals',
    who: 'signed-in',
    query: Type.Object({ from: Day, personId: Type.Optional(Id) }),
    reply: Type.Object({
      days: Type.Array(
        Type.Object({
          date: Day,
          meals: Type.Integer(),
          kcal: Type.Number(),
          proteinG: Type.Number(),
          fatG: Type.Number(),
          carbohydrateG: Type.Number(),
          sodiumMg: Type.Number(),
        }),
      ),
    }),
  },
  'POST /me/consent-codes': {
    summary: 'Six digits to show to somebody who may then book for me, or to staff who check my papers; ten minutes, once',
    who: 'signed-in',
    reply: Type.Object({ code: Type.String(), expiresAt: Moment }),
    status: 201,
    perMinute: 10,
  },
  'GET /me/family': {
    summary: 'Whom I may book for (myself first), and who may book for me',
    who: 'signed-in',
    reply: Type.Object({
      eaters: Type.Array(Eater),
      bookers: Type.Array(Type.Object({ linkId: Id, nickname: Type.String(), since: Moment })),
    }),
  },
  'POST /me/family': {
    summary: 'Book for somebody from now on: with the code they show',
    who: 'signed-in',
    body: Type.Object({ code: Type.String({ pattern: '^\\d{6}$' }), label: Words(10) }, { additionalProperties: false }),
    reply: Eater,
    status: 201,
    idempotent: true,
    perMinute: 10,
  },
  'DELETE /me/family/:id': {
    summary: 'End a consent; either of the two may',
    who: 'signed-in',
    params: IdParams,
    reply: Nothing,
    status: 204,
  },
  'GET /canteens/:id/orders': {
    summary: 'All meals of a sitting, for the counter',
    who: staff,
    params: CanteenParams,
    query: MealQuery,
    reply: Type.Object({ items: Type.Array(CounterOrder) }),
  },
  'POST /canteens/:id/pickups': {
    summary: 'Hand a meal over by its four digits (of the sitting of now, or the one named) or its scanned code',
    who: staff,
    params: CanteenParams,
    body: Type.Object(
      {
        code: Type.String({ minLength: 4, maxLength: 200 }),
        /** Seconds since it was read, for a counter that was without network. */
        secondsAgo: Type.Optional(Type.Integer({ minimum: 0, maximum: 600 })),
        date: Type.Optional(Day),
        sitting: Type.Optional(oneOf(sittings)),
      },
      { additionalProperties: false },
    ),
    reply: CounterOrder,
    idempotent: true,
  },
  'POST /canteens/:id/orders/:orderId/payments': {
    summary: 'The counter took the money, or gave it back',
    who: staff,
    params: Type.Object({ id: CanteenId, orderId: Id }),
    body: Type.Object({ event: oneOf(['pay', 'refund']) }, { additionalProperties: false }),
    reply: CounterOrder,
    idempotent: true,
  },
  'GET /canteens/:id/kitchen': {
    summary: 'What to cook for a sitting: totals per dish and window, notes, allergens, deliveries',
    who: staff,
    params: CanteenParams,
    query: MealQuery,
    reply: KitchenList,
  },
  'GET /canteens/:id/kitchen.xlsx': {
    summary: 'The kitchen list as a workbook',
    who: staff,
    params: CanteenParams,
    query: MealQuery,
    reply: Type.Unsafe<Buffer>(Type.String({ format: 'binary' })),
    produces: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
  'GET /canteens/:id/dishes': {
    summary: 'All dishes of the canteen',
    who: staff,
    params: CanteenParams,
    reply: Type.Object({ items: Type.Array(Dish) }),
  },
  'PUT /canteens/:id/dishes/:dishId': {
    summary: 'Add or change a dish',
    who: staff,
    params: Type.Object({ id: CanteenId, dishId: DishId }),
    body: Type.Object(
      {
        name: Words(30),
        kind: oneOf(dishKinds),
        priceFen: Type.Integer({ minimum: 0, maximum: 100_000 }),
        kcal: Amount,
        proteinG: Amount,
        fatG: Amount,
        carbohydrateG: Amount,
        sodiumMg: Amount,
        allergens: Type.Array(oneOf(allergens), { maxItems: 8, uniqueItems: true }),
        diets: Type.Array(oneOf(diets), { maxItems: 2, uniqueItems: true }),
        parts: Type.Array(DishId, { maxItems: 10 }),
        /** Absent: the picture stays. */
        photoId: Type.Optional(nullable(Id)),
      },
      { additionalProperties: false },
    ),
    reply: Dish,
  },
  'GET /canteens/:id/plans': {
    summary: 'Menus of the days as staff plan them, drafts too',
    who: staff,
    params: CanteenParams,
    query: DaysQuery,
    reply: Type.Object({ items: Type.Array(Plan) }),
  },
  'PUT /canteens/:id/plans/:date/:sitting': {
    summary: 'Set the dishes of a meal with quota and price; a dish that is ordered already keeps at least what was taken',
    who: staff,
    params: MealParams,
    body: Type.Object(
      {
        items: Type.Array(
          Type.Object(
            { dishId: DishId, quota: Quota, priceFen: Type.Optional(Type.Integer({ minimum: 0, maximum: 100_000 })) },
            { additionalProperties: false },
          ),
          { maxItems: 60 },
        ),
      },
      { additionalProperties: false },
    ),
    reply: Plan,
  },
  'PATCH /canteens/:id/plans/:date/:sitting/items/:dishId': {
    summary: 'Switch a dish of a meal to sold out or back, or change its quota',
    who: staff,
    params: Type.Object({ ...MealParams.properties, dishId: DishId }),
    body: Type.Object({ soldOut: Type.Optional(Type.Boolean()), quota: Type.Optional(Quota) }, { additionalProperties: false }),
    reply: MenuItem,
  },
  'POST /canteens/:id/plans/copies': {
    summary: 'Copy the seven days from `from` to those from `to`, as drafts; days that have a menu already keep it',
    who: staff,
    params: CanteenParams,
    body: Type.Object({ from: Day, to: Day }, { additionalProperties: false }),
    reply: Type.Object({ items: Type.Array(Plan) }),
    idempotent: true,
  },
  'POST /canteens/:id/plans/imports': {
    summary: 'Menus from a CSV or XLSX file (date, meal, dish_code, quota, price_fen), as drafts; all of it or nothing',
    who: staff,
    params: CanteenParams,
    reply: Type.Object({ rows: Type.Integer(), meals: Type.Integer() }),
    idempotent: true,
    upload: true,
    perMinute: 20,
  },
  'POST /canteens/:id/publications': {
    summary: 'Publish the drafts of the days: guests may book from now on',
    who: staff,
    params: CanteenParams,
    body: Type.Object({ from: Day, days: Type.Integer({ minimum: 1, maximum: 14 }) }, { additionalProperties: false }),
    reply: Type.Object({ published: Type.Integer() }),
    idempotent: true,
  },
  'POST /canteens/:id/closures': {
    summary: 'Call off a meal: every order is cancelled with the reason, its guests are told, what was paid is given back',
    who: staff,
    params: CanteenParams,
    body: Type.Object({ date: Day, sitting: oneOf(sittings), reason: Words(100) }, { additionalProperties: false }),
    reply: Type.Object({ cancelled: Type.Integer() }),
    idempotent: true,
  },
  'POST /canteens/:id/guests/lookups': {
    summary: 'The guest who shows their six digits; the read is written to the access log',
    who: staff,
    params: CanteenParams,
    body: Type.Object({ code: Type.String({ pattern: '^\\d{6}$' }) }, { additionalProperties: false }),
    reply: Guest,
    perMinute: 20,
  },
  'PUT /canteens/:id/guests/:personId': {
    summary: 'Birthday and status as the papers say; who is registered for delivery, and where to',
    who: staff,
    params: Type.Object({ id: CanteenId, personId: Id }),
    body: Type.Object(
      {
        birthday: Birthday,
        statuses: Type.Array(oneOf(guestStatuses), { maxItems: 3, uniqueItems: true }),
        deliveryAddress: nullable(Words(100)),
      },
      { additionalProperties: false },
    ),
    reply: Guest,
  },
  'POST /canteens/:id/guests/:personId/words': {
    summary: 'Staff had a word about meals not collected: the guest may book again',
    who: staff,
    params: Type.Object({ id: CanteenId, personId: Id }),
    body: Type.Object({ note: Words(200) }, { additionalProperties: false }),
    reply: Guest,
    idempotent: true,
  },
})
