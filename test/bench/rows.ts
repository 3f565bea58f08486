import { sql } from 'kysely'
import type { Db } from '../../server/database/connect'

/** Fills the tables with `count` reports in all: three years back, over all compounds and categories, one in thirty still open. */
export async function fillReports(db: Db, count: number): Promise<void> {
  const { rows } = await sql<{ there: number }>`select count(*) as there from reports`.execute(db)
  await fillPersons(db)
  for (let there = rows[0]?.there ?? 0; there < count; there += batch) await fillBatch(db, there, Math.min(there + batch, count))
  await db.connection().execute(async (connection) => {
    await sql`set statement_timeout = 0`.execute(connection)
    await sql`vacuum analyze reports`.execute(connection)
    await sql`analyze persons`.execute(connection)
    await sql`reset statement_timeout`.execute(connection)
  })
}

/** Few enough to stay below the server's time limit for a statement. */
const batch = 50_000

async function fillPersons(db: Db): Promise<void> {
  await sql`
    insert into persons (id, town_code, nickname, created_at)
    select gen_random_uuid(), t.code, '居民' || n, now() from towns t, generate_series(1, 2000) n
    where t.prefix is not null and not exists (select 1 from persons where nickname = '居民1')`.execute(db)
}

async function fillBatch(db: Db, there: number, count: number): Promise<void> {
  await sql
    .raw(`
    with places as (
      select c.*, a.grid_code, row_number() over () as n, count(*) over () as total from compounds c join areas a on a.code = c.area_code
    ), kinds as (
      select town_code, code, parent_code, privacy, limit_minutes, row_number() over (partition by town_code order by code) as n, count(*) over (partition by town_code) as total
      from report_categories where parent_code is not null
    ), people as (
      select id, town_code, row_number() over (partition by town_code order by id) as n from persons where nickname like '居民%'
    ), drawn as materialized (
      select n, random() as r1, random() as r2, random() as r3, random() as r4, random() as r5, random() as r6 from generate_series(${there + 1}, ${count}) n
    ), dated as (
      select d.*, p.town_code, p.area_code, p.code as compound_code, p.property_code, p.grid_code, p.lng, p.lat, k.code as category_code, k.parent_code, k.privacy, k.limit_minutes,
        now() - d.r3 * interval '3 years' as created, people.id as reporter,
        case when d.r4 < 0.967 then 'closed' when d.r4 < 0.978 then 'submitted' when d.r4 < 0.992 then 'handling' when d.r4 < 0.998 then 'handled' else 'suspended' end as state
      from drawn d
      join places p on p.n = 1 + floor(d.r1 * p.total)
      join kinds k on k.town_code = p.town_code and k.n = 1 + floor(d.r2 * k.total)
      join people on people.town_code = p.town_code and people.n = 1 + floor(d.r5 * 2000)
    )
    insert into reports (town_code, id, number, reporter_id, anonymous, category_code, group_code, privacy, text, area_code, compound_code, building, lng, lat, cell,
      happened_at, created_at, state, grid_code, lead_code, due_at, close_due_at, clock_at, handled_at, closed_at, ended_at,
      suspended_at, suspended_until, suspended_from, overdue_at, last_seq, last_digest)
    select town_code, gen_random_uuid(), 'B' || n, reporter, r6 < 0.3, category_code, parent_code, privacy, '三楼楼道里又堆了纸箱和旧家具，走路要侧身。第 ' || n || ' 件', area_code, compound_code, (1 + n % 30) || '号楼',
      lng + (r6 - 0.5) / 200, lat + (r5 - 0.5) / 200, floor((lng + (r6 - 0.5) / 200 + 180) * 400) * 1000000 + floor((lat + (r5 - 0.5) / 200 + 90) * 400),
      created, created, state, grid_code, coalesce(property_code, grid_code),
      created + limit_minutes * interval '1 minute', created + interval '7 days',
      case when state in ('handled', 'closed') then created + interval '7 days' else created + limit_minutes * interval '1 minute' end,
      case when state in ('handled', 'closed') then created + interval '5 hours' end,
      case when state = 'closed' then created + interval '1 day' end,
      case when state = 'closed' then created + interval '1 day' end,
      case when state = 'suspended' then created end, case when state = 'suspended' then now() + interval '30 days' end, case when state = 'suspended' then 'handling' end,
      -- Flagged long ago: the clock has nothing to do while something else is measured.
      case when state in ('submitted', 'handling', 'handled') then created + interval '7 days' end,
      1, repeat('0', 64)
    from dated`)
    .execute(db)
}
