import { sql } from 'kysely'
import type { Db } from '../../server/database/connect'

/** What the filling writes most of: its indexes are laid when the rows are there. */
const grown = ['study_check_ins', 'study_points']

/** Fills the town with so many people who each checked in so many times in the year before `now`; one in two hundred still waits. */
export async function fillStudy(db: Db, people: number, each: number, now: Date): Promise<void> {
  const until = now.toISOString()
  await db.connection().execute(async (connection) => {
    await sql`set statement_timeout = 0`.execute(connection)
    // Neither foreign keys are looked up nor triggers run, row by row: what is written fits.
    await sql`set session_replication_role = replica`.execute(connection)
    await sql`set maintenance_work_mem = '512MB'`.execute(connection)
    await fillPeople(connection, people, until)
    const indexes = await dropIndexes(connection)
    for (let turn = each - 1; turn >= 0; turn -= batch)
      await fillTurns(connection, { from: Math.max(turn - batch + 1, 0), to: turn, each, until })
    await fillPoints(connection)
    for (const index of indexes) await sql.raw(index).execute(connection)
    for (const table of [...grown, 'study_counts', 'persons']) await sql`vacuum analyze ${sql.table(table)}`.execute(connection)
    for (const setting of ['statement_timeout', 'session_replication_role', 'maintenance_work_mem'])
      await sql`reset ${sql.raw(setting)}`.execute(connection)
  })
}

const fillPeople = (db: Db, people: number, until: string) =>
  sql`
    insert into persons (id, town_code, nickname, created_at)
    select gen_random_uuid(), case when n % 2 = 0 then '310112107' else '310112008' end, '学员' || n, ${until}::timestamptz
    from generate_series(1, ${people}::int) n`.execute(db)

/** Drops the indexes of the big tables but for those of their keys, and gives the statements that make them anew. */
async function dropIndexes(db: Db): Promise<string[]> {
  const { rows } = await sql<{ name: string; made: string }>`
    select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as made from pg_index i
    where i.indrelid::regclass::text = any(${grown}::text[])
      and not exists (select 1 from pg_constraint c where c.conindid = i.indexrelid)`.execute(db)
  for (const { name } of rows) await sql`drop index ${sql.id(name)}`.execute(db)
  return rows.map(({ made }) => made)
}

/** Days of everybody that are written at once: with a hundred thousand people a million rows. */
const batch = 10

/**
 * One check-in a person and turn, each on a day of its own, at a site that the numbers choose. The oldest come first and the ids in that
 * order, as in a town that has lived: the rows of one person lie far from each other.
 */
const fillTurns = (db: Db, { from, to, each, until }: { from: number; to: number; each: number; until: string }) =>
  sql`
    with sites as (select town_code, code, row_number() over (order by code) as n, count(*) over () as total from study_sites),
    people as (select id, substr(nickname, 3)::int as n, count(*) over () as total from persons where nickname like '学员%'),
    drawn as (
      select p.id as person, p.n, t as turn, ${until}::timestamptz - (t * 365 / ${each}::int + p.n % 5) * interval '1 day' as at,
        (p.n + t) % 200 = 7 as waits, (${each}::int - t) * p.total + p.n as number
      from generate_series(${to}::int, ${from}::int, -1) t, people p)
    insert into study_check_ins (town_code, id, site_code, person_id, at, day, received_at, way, state, marks, step, device, minutes)
    select s.town_code, ('00000000-0000-7000-8000-' || lpad(to_hex(d.number), 12, '0'))::uuid, s.code, d.person, d.at,
      (d.at at time zone 'Asia/Shanghai')::date, d.at, 'screen',
      case when d.waits then 'pending' else 'counted' end, case when d.waits then '{closed}'::text[] else '{}' end,
      (extract(epoch from d.at) / 30)::int, 'device-' || d.n, 20
    from drawn d join sites s on s.n = 1 + (d.n * 7 + d.turn) % s.total`.execute(db)

/** What those that count have brought, and how often their sites were visited. */
async function fillPoints(db: Db): Promise<void> {
  await sql`
    insert into study_points (town_code, id, person_id, at, day, kind, points, why, check_in_id)
    select town_code, id, person_id, at, day, 'check_in', 2, '打卡', id from study_check_ins where state = 'counted'`.execute(db)
  await sql`
    insert into study_counts (town_code, site_code, slot, counted)
    select town_code, site_code, ('x' || right(id::text, 1))::bit(4)::int, count(*)::int from study_check_ins where state = 'counted'
    group by 1, 2, 3`.execute(db)
}
