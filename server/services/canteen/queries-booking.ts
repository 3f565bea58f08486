import { type RawBuilder, sql } from 'kysely'
import type { Sitting } from '../../../contract/canteen'
import type { Db } from '../../database/connect'
import type { Once, Receipt } from '../../plugins/idempotency'
import { type Letter, letterRows } from '../../shared/inbox'
import type { OrderRow } from './queries-orders'
import type { Tier } from './rules-bill'

export interface Meal {
  readonly canteenId: string
  readonly date: string
  readonly sitting: Sitting
}

export interface OfferedDish {
  readonly dishId: string
  readonly name: string
  readonly priceFen: number
  readonly left: number
  readonly soldOut: boolean
}
export interface OfferedWindow {
  readonly starts: number
  readonly ends: number
  readonly left: number
}

/** Everything a booking is decided by, read at once. */
export interface Setting {
  readonly townCode: string
  readonly canteenName: string
  readonly delivers: boolean
  readonly prepaid: boolean
  readonly prepayMinutes: number
  readonly noShowLimit: number
  readonly ordersPerMeal: number
  readonly menu: {
    readonly published: boolean
    readonly closedReason: string | null
    readonly orderUntil: string
    readonly cancelUntil: string
    readonly endsAt: string
    /** Four-digit numbers that are left. */
    readonly numbers: number
  } | null
  readonly windows: readonly OfferedWindow[]
  readonly dishes: readonly OfferedDish[]
  readonly tiers: readonly Tier[]
  /** Null: there is nobody like that, or they have not agreed. */
  readonly eater: {
    readonly nickname: string
    readonly factsSealed: string | null
    readonly hasAddress: boolean
    readonly noShows: number
    readonly subsidyFen: number
  } | null
  /** Live orders of this meal that the orderer holds. */
  readonly held: number
  /** Orders of this meal that the orderer has made at all. */
  readonly made: number
}

/** A time inside JSON, as both engines write times elsewhere. */
const moment = (column: string) => sql.raw(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`)

export const tierColumns = sql`json_build_object('code', t.code, 'kind', t.kind, 'label', t.label, 'minAge', t.min_age, 'maxAge', t.max_age,
  'needs', t.needs, 'modes', t.modes, 'percent', t.percent, 'amountFen', t.amount_fen, 'thresholdFen', t.threshold_fen,
  'thresholdOn', t.threshold_on, 'perDayFen', t.per_day_fen)`

/** Meals of the person `p`, guest `g`, not collected in the days of the canteen `c`, and not forgiven since. */
export const noShows = (now: Date) => sql`(select count(*)::int from canteen_orders o where o.eater_id = p.id and o.state = 'no_show'
  and o.ends_at > greatest(${now.toISOString()}::timestamptz - c.no_show_days * interval '1 day', coalesce(g.forgiven_at, '-infinity')))`

/** Undefined: there is no such canteen. */
export async function findSetting(
  db: Db,
  { canteenId, date, sitting }: Meal,
  ordererId: string,
  eaterId: string,
  now: Date,
): Promise<Setting | undefined> {
  const { rows } = await sql<Setting>`
    select c.town_code as "townCode", c.name as "canteenName", c.delivers, c.prepaid, c.prepay_minutes as "prepayMinutes",
      c.no_show_limit as "noShowLimit", c.orders_per_meal as "ordersPerMeal",
      (select json_build_object('published', m.published_at is not null, 'closedReason', m.closed_reason,
        'orderUntil', ${moment('m.order_until')}, 'cancelUntil', ${moment('m.cancel_until')}, 'endsAt', ${moment('m.ends_at')},
        'numbers', 10000 - m.issued)
        from canteen_menus m where m.town_code = c.town_code and m.canteen_code = c.code and m.day = ${date} and m.sitting = ${sitting}) as menu,
      coalesce((select json_agg(json_build_object('starts', w.starts_minute, 'ends', w.ends_minute, 'left', w.remaining) order by w.starts_minute)
        from canteen_windows w where w.town_code = c.town_code and w.canteen_code = c.code and w.day = ${date} and w.sitting = ${sitting}),
        '[]') as windows,
      coalesce((select json_agg(json_build_object('dishId', i.dish_code, 'name', d.name, 'priceFen', i.price_fen, 'left', i.remaining,
        'soldOut', i.sold_out) order by i.position) from canteen_menu_items i
        join canteen_dishes d on d.town_code = i.town_code and d.canteen_code = i.canteen_code and d.code = i.dish_code
        where i.town_code = c.town_code and i.canteen_code = c.code and i.day = ${date} and i.sitting = ${sitting}), '[]') as dishes,
      coalesce((select json_agg(${tierColumns}) from canteen_tiers t where t.town_code = c.town_code), '[]') as tiers,
      (select json_build_object('nickname', p.nickname, 'factsSealed', g.facts_sealed, 'hasAddress', g.address_sealed is not null,
          'noShows', ${noShows(now)},
          'subsidyFen', (select coalesce(sum(o.subsidy_fen), 0) from canteen_orders o where o.eater_id = p.id and o.day = ${date}
            and o.subsidy_fen > 0 and o.state in ('booked', 'collected')))
        from persons p left join canteen_guests g on g.person_id = p.id
        where p.id = ${eaterId}::uuid and (p.id = ${ordererId}::uuid or exists (select 1 from canteen_family f
          where f.booker_id = ${ordererId}::uuid and f.eater_id = p.id and f.ended_at is null))) as eater,
      (select count(*)::int from canteen_orders o where o.orderer_id = ${ordererId}::uuid and o.town_code = c.town_code
        and o.canteen_code = c.code and o.day = ${date} and o.sitting = ${sitting} and o.state = 'booked') as held,
      coalesce((select t.made from canteen_tallies t where t.town_code = c.town_code and t.canteen_code = c.code and t.day = ${date}
        and t.sitting = ${sitting} and t.orderer_id = ${ordererId}::uuid), 0) as made
    from canteens c where c.code = ${canteenId}`.execute(db)
  return rows[0]
}

/** Keeps the eater's day to oneself until the transaction ends, and gives the subsidy it has had: nobody gets it twice by asking twice at once. */
export async function lockSubsidy(tx: Db, eaterId: string, date: string): Promise<number> {
  await sql`select 1 from canteen_guests where person_id = ${eaterId} for update`.execute(tx)
  const { rows } = await sql<{ fen: number }>`
    select coalesce(sum(subsidy_fen), 0)::int as fen from canteen_orders
    where eater_id = ${eaterId} and day = ${date} and subsidy_fen > 0 and state in ('booked', 'collected')`.execute(tx)
  return rows[0]?.fen ?? 0
}

/** Whether the eater has agreed; then it cannot be taken back until the transaction ends. */
export async function lockConsent(tx: Db, bookerId: string, eaterId: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from canteen_family where booker_id = ${bookerId} and eater_id = ${eaterId} and ended_at is null for share`.execute(tx)
  return rows.length > 0
}

/** Keeps a meal to oneself until the transaction ends: what is read of it then holds. */
export async function lockMeal(tx: Db, { canteenId, date, sitting }: Meal): Promise<{ closed: boolean; endsAt: string } | undefined> {
  const { rows } = await sql<{ closed: boolean; endsAt: string }>`
    select m.closed_at is not null as closed, m.ends_at as "endsAt" from canteens c join canteen_menus m on m.town_code = c.town_code and m.canteen_code = c.code
    where c.code = ${canteenId} and m.day = ${date}::date and m.sitting = ${sitting} for update of m`.execute(tx)
  return rows[0]
}

/** What is written with an order. */
export interface Beside {
  readonly subsidy: { readonly code: string; readonly fen: number } | null
  /** Orders of the meal that the orderer had made when it was looked at. */
  readonly made: number
  readonly letters: readonly Letter[]
  readonly now: Date
  /** Where the answer is to be kept: with the key that the transaction took, or with one that the statement takes itself. */
  readonly receipt: Receipt | Once | undefined
}

/**
 * Takes one place of the window and every portion, writes the order with its event, keeps it as the answer, and tells who is to know:
 * one statement, as everybody else waits for the meal's row until the commit. It is locked first, so no two wait for each other; and
 * who books twice at once is counted up only from what was looked at. Gives the four digits; undefined when anything was not there any more at the
 * price that was read (then the transaction must be rolled back, as some of it may have been taken). Outside a transaction it takes
 * the key as well, all or nothing: it fails when the key is used, or when it would have to give undefined (see `isOvertaken`).
 */
export async function takeMeal(tx: Db, order: OrderRow, { subsidy, made, letters, now, receipt }: Beside): Promise<string | undefined> {
  const { townCode, canteenId, date, sitting, items } = order
  const at = now.toISOString()
  const meal = (table: string) => sql`${sql.raw(table)}.town_code = ${townCode} and ${sql.raw(table)}.canteen_code = ${canteenId}
    and ${sql.raw(table)}.day = ${date}::date and ${sql.raw(table)}.sitting = ${sitting}`
  const { rows } = await sql<{ number: string }>`
    with wanted as (
      select * from unnest(${items.map((item) => item.dishId)}::text[], ${items.map((item) => item.quantity)}::int[],
        ${items.map((item) => item.priceFen)}::int[], ${items.map((item) => item.name)}::text[]) with ordinality
        as wanted (dish_code, quantity, price_fen, name, position)),
    menu as (
      update canteen_menus m set issued = m.issued + 1
      where ${meal('m')} and m.published_at is not null and m.closed_at is null and m.order_until > ${at}::timestamptz and m.issued < 10000
      returning lpad((((m.issued - 1) * m.number_step + m.number_shift) % 10000)::text, 4, '0') as number),
    tally as (
      insert into canteen_tallies as t (town_code, canteen_code, day, sitting, orderer_id, made)
      select ${townCode}, ${canteenId}, ${date}::date, ${sitting}, ${order.ordererId}::uuid, 1 from menu
      on conflict (town_code, canteen_code, day, sitting, orderer_id) do update set made = t.made + 1 where t.made = ${made}::int
      returning made),
    place as (
      update canteen_windows w set remaining = w.remaining - 1 from menu
      where ${meal('w')} and w.starts_minute = ${order.starts} and w.remaining > 0
      returning menu.number),
    portions as (
      update canteen_menu_items i set remaining = i.remaining - wanted.quantity from wanted cross join menu
      where ${meal('i')} and i.dish_code = wanted.dish_code and i.price_fen = wanted.price_fen and not i.sold_out
        and i.remaining >= wanted.quantity
      returning i.dish_code),
    taken as (
      insert into canteen_orders (town_code, id, canteen_code, day, sitting, starts_minute, number, orderer_id, eater_id, mode, state, way,
        payment, note, total_fen, payable_fen, subsidy_code, subsidy_fen, bill_lines, created_at, cancel_until, ends_at, pay_by)
      select ${townCode}, ${order.id}::uuid, ${canteenId}, ${date}::date, ${sitting}, ${order.starts}::int, place.number, ${order.ordererId}::uuid,
        ${order.eaterId}::uuid, ${order.mode}, 'booked', ${order.way}, 'unpaid', ${order.note}, ${order.totalFen}::int, ${order.payableFen}::int,
        ${subsidy?.code ?? null}, ${subsidy?.fen ?? 0}::int, ${JSON.stringify(order.lines)}::jsonb, ${at}::timestamptz,
        ${order.cancelUntil}::timestamptz, ${order.endsAt}::timestamptz, ${order.payBy}::timestamptz
      from place cross join tally where (select count(*) from portions) = ${items.length}
      returning id, number),
    dishes as (
      insert into canteen_order_items (town_code, order_id, dish_code, position, name, quantity, price_fen)
      select ${townCode}, taken.id, wanted.dish_code, wanted.position, wanted.name, wanted.quantity, wanted.price_fen from taken, wanted),
    event as (
      insert into canteen_order_events (town_code, order_id, seq, at, kind, actor_id)
      select ${townCode}, id, 1, ${at}::timestamptz, 'book', ${order.ordererId}::uuid from taken),
    ${keptIn(receipt, order, at)}
    told as (
      insert into messages (person_id, id, title, body, link, created_at)
      select person_id, letter.id, title, replace(body, '{number}', number), link, ${at}::timestamptz from taken, ${letterRows(letters)})
    select number from taken`.execute(tx)
  if (receipt && 'kept' in receipt) receipt.kept = true
  return rows[0]?.number
}

/** The answer beside its key. Without an order there is no key to insert, which the table refuses: so a statement of its own is undone. */
function keptIn(receipt: Beside['receipt'], order: OrderRow, at: string): RawBuilder<unknown> {
  if (!receipt) return sql``
  const answer = sql`jsonb_set(${JSON.stringify(order)}::jsonb, '{number}', to_jsonb(number))::text`
  if ('kept' in receipt) {
    return sql`kept as (
      update idempotency_keys k set answer = ${answer} from taken where k.person_id = ${receipt.owner}::uuid and k.key = ${receipt.key}),`
  }
  return sql`kept as (
      insert into idempotency_keys (person_id, key, fingerprint, created_at, answer)
      select ${receipt.owner}::uuid, case when taken.id is not null then ${receipt.key} end, ${receipt.fingerprint}, ${at}::timestamptz, ${answer}
      from (select 1) as always left join taken on true),`
}

/** The statement took its key itself and was undone: the key was used before or is being used, or the meal was not there as it was looked at. */
export const isOvertaken = (error: unknown): boolean => ['23502', '23505', '40P01'].includes((error as { code?: string }).code ?? '')
