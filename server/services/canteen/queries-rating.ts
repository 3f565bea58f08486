import { sql } from 'kysely'
import type { Db } from '../../database/connect'
import type { OrderRow } from './queries-orders'

export interface Stars {
  readonly dishId: string
  readonly stars: number
}

/** Gives the stars to the dishes of a collected meal, all in one statement; false when it has been rated already. */
export async function addStars(
  tx: Db,
  { townCode, id, canteenId }: OrderRow,
  stars: readonly Stars[],
  { text, actorId }: { text: string | null; actorId: string },
  now: Date,
): Promise<boolean> {
  const at = now.toISOString()
  // By their codes, so that two who rate the same dishes at once wait for each other and do not lock each other out.
  const items = [...stars].sort((a, b) => (a.dishId < b.dishId ? -1 : 1))
  const { rows } = await sql`
    with given as (
      select * from unnest(${items.map((item) => item.dishId)}::text[], ${items.map((item) => item.stars)}::int[]) as given (dish_code, stars)),
    rated as (
      update canteen_orders o set rated_at = ${at}::timestamptz, last_seq = o.last_seq + 1
      where o.id = ${id}::uuid and o.state = 'collected' and o.rated_at is null returning o.last_seq),
    marked as (
      update canteen_order_items i set stars = given.stars from given, rated
      where i.town_code = ${townCode} and i.order_id = ${id}::uuid and i.dish_code = given.dish_code),
    dishes as (
      update canteen_dishes d set stars_sum = d.stars_sum + given.stars, stars_count = d.stars_count + 1 from given, rated
      where d.town_code = ${townCode} and d.canteen_code = ${canteenId} and d.code = given.dish_code),
    event as (
      insert into canteen_order_events (town_code, order_id, seq, at, kind, actor_id, note)
      select ${townCode}, ${id}::uuid, last_seq, ${at}::timestamptz, 'rate', ${actorId}::uuid, ${text} from rated)
    select last_seq from rated`.execute(tx)
  return rows.length > 0
}
