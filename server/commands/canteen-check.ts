import { sql } from 'kysely'
import type { Db } from '../database/connect'

export interface Check {
  /** What must be so. */
  readonly what: string
  /** How many were looked at. */
  readonly checked: number
  /** Those it is not true of, by their names. */
  readonly wrong: readonly string[]
}

/** Each gives one row for everything it looks at: its name, and whether it is right. */
const checks: Readonly<Record<string, string>> = {
  'portions: remaining + taken = quota': `
    select concat_ws(' ', i.canteen_code, i.day, i.sitting, i.dish_code) as name, i.remaining + coalesce(t.taken, 0) = i.quota as is_right
    from canteen_menu_items i left join (
      select o.town_code, o.canteen_code, o.day, o.sitting, oi.dish_code, sum(oi.quantity) as taken from canteen_orders o
      join canteen_order_items oi on oi.town_code = o.town_code and oi.order_id = o.id where o.state in ('booked', 'collected')
      group by o.town_code, o.canteen_code, o.day, o.sitting, oi.dish_code) t using (town_code, canteen_code, day, sitting, dish_code)`,
  'dishes of live orders are on their menu': `
    select o.id::text as name, i.dish_code is not null as is_right from canteen_orders o
    join canteen_order_items oi on oi.town_code = o.town_code and oi.order_id = o.id
    left join canteen_menu_items i on i.town_code = o.town_code and i.canteen_code = o.canteen_code and i.day = o.day
      and i.sitting = o.sitting and i.dish_code = oi.dish_code
    where o.state in ('booked', 'collected')`,
  'pick-up windows: remaining + taken = capacity': `
    select concat_ws(' ', w.canteen_code, w.day, w.sitting, w.starts_minute) as name, w.remaining + count(o.id) = w.capacity as is_right
    from canteen_windows w left join canteen_orders o on o.town_code = w.town_code and o.canteen_code = w.canteen_code and o.day = w.day
      and o.sitting = w.sitting and o.starts_minute = w.starts_minute and o.state in ('booked', 'collected')
    group by w.town_code, w.canteen_code, w.day, w.sitting, w.starts_minute`,
  'meals: as many numbers given as orders': `
    select concat_ws(' ', m.canteen_code, m.day, m.sitting) as name, m.issued = count(o.id) as is_right
    from canteen_menus m left join canteen_orders o on o.town_code = m.town_code and o.canteen_code = m.canteen_code and o.day = m.day
      and o.sitting = m.sitting
    group by m.town_code, m.canteen_code, m.day, m.sitting`,
  'orders: the bill adds up': `
    select o.id::text as name, o.total_fen = (select coalesce(sum(i.quantity * i.price_fen), 0) from canteen_order_items i
        where i.town_code = o.town_code and i.order_id = o.id)
      and o.payable_fen = o.total_fen + (select coalesce(sum((line ->> 'fen')::int), 0) from jsonb_array_elements(o.bill_lines) line) as is_right
    from canteen_orders o`,
  'orders: an event for each change': `
    select o.id::text as name, o.last_seq = count(e.seq) and o.last_seq = max(e.seq)
      and count(*) filter (where e.kind = 'book') = 1 and count(*) filter (where e.kind in ('collect', 'cancel', 'call_off', 'expire', 'no_show'))
        = case when o.state = 'booked' then 0 else 1 end as is_right
    from canteen_orders o join canteen_order_events e on e.town_code = o.town_code and e.order_id = o.id
    group by o.town_code, o.id`,
  'progress: counts the collected meals': `
    select concat_ws(' ', coalesce(p.canteen_code, o.canteen_code), coalesce(p.year, o.year)) as name,
      coalesce(p.collected, 0) = coalesce(o.collected, 0) as is_right
    from canteen_progress p full join (
      select town_code, canteen_code, extract(year from day)::int as year, count(*)::int as collected from canteen_orders
      where state = 'collected' group by 1, 2, 3) o on o.town_code = p.town_code and o.canteen_code = p.canteen_code and o.year = p.year`,
  'dishes: stars add up': `
    select concat_ws(' ', d.canteen_code, d.code) as name,
      d.stars_sum = coalesce(sum(i.stars), 0) and d.stars_count = count(i.stars) as is_right
    from canteen_dishes d left join canteen_orders o on o.town_code = d.town_code and o.canteen_code = d.canteen_code and o.rated_at is not null
    left join canteen_order_items i on i.town_code = o.town_code and i.order_id = o.id and i.dish_code = d.code
    group by d.town_code, d.canteen_code, d.code`,
}

/** Holds everything the canteens count against the orders it is counted from; each check reads one moment of the database. */
export async function checkCanteens(db: Db): Promise<Check[]> {
  const done: Check[] = []
  for (const [what, query] of Object.entries(checks)) {
    const { rows } = await sql<{ name: string; is_right: boolean }>`${sql.raw(query)}`.execute(db)
    done.push({ what, checked: rows.length, wrong: rows.filter((row) => row.is_right !== true).map(({ name }) => name) })
  }
  return done
}
