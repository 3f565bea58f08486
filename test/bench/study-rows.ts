import { sql } from 'kysely'
import type { Db } from '../../server/database/connect'

/** Fills the town with so many people who each checked in so many times in the year before `now`; one in two hundred still waits. */
export async function fillStudy(db: Db, people: number, each: number, now: Date): Promise<void> {
  const until = now.toISOString()
  await sql`
    insert into persons (id, town_code, nickname, created_at)
    select gen_random_uuid(), case when n % 2 = 0 then '310112107' else '310112008' end, '学员' || n, ${until}::timestamptz
    from generate_series(1, ${people}::int) n`.execute(db)
  for (let turn = 0; turn < each; turn += batch) await fillTurns(db, turn, Math.min(turn + batch, each), each, until)
  await sql`
    insert into study_points (town_code, id, person_id, at, day, kind, points, why, check_in_id)
    select town_code, gen_random_uuid(), person_id, at, day, 'check_in', 2, '打卡', id from study_check_ins where state = 'counted'`.execute(
    db,
  )
  await sql`
    insert into study_counts (town_code, site_code, slot, counted)
    select town_code, site_code, ('x' || right(id::text, 1))::bit(4)::int, count(*)::int from study_check_ins where state = 'counted'
    group by 1, 2, 3`.execute(db)
  await db.connection().execute(async (connection) => {
    for (const table of ['study_check_ins', 'study_points', 'study_counts', 'persons']) {
      await sql`vacuum analyze ${sql.table(table)}`.execute(connection)
    }
  })
}

/** Few enough to stay below the server's time limit for a statement. */
const batch = 10

/** One check-in a person and turn, each on a day of its own, at a site that the numbers choose. */
async function fillTurns(db: Db, from: number, to: number, each: number, until: string): Promise<void> {
  await sql`
    with sites as (select town_code, code, row_number() over (order by code) as n, count(*) over () as total from study_sites),
    people as (select id, row_number() over (order by id) as n from persons where nickname like '学员%'),
    drawn as (
      select p.id as person, p.n, t as turn, ${until}::timestamptz - (t * 365 / ${each}::int + p.n % 5) * interval '1 day' as at,
        (p.n + t) % 200 = 7 as waits
      from people p, generate_series(${from}::int, ${to}::int - 1) t)
    insert into study_check_ins (town_code, id, site_code, person_id, at, day, received_at, way, state, marks, step, device, minutes)
    select s.town_code, gen_random_uuid(), s.code, d.person, d.at, (d.at at time zone 'Asia/Shanghai')::date, d.at, 'screen',
      case when d.waits then 'pending' else 'counted' end, case when d.waits then '{closed}'::text[] else '{}' end,
      (extract(epoch from d.at) / 30)::int, 'device-' || d.n, 20
    from drawn d join sites s on s.n = 1 + (d.n * 7 + d.turn) % s.total
    on conflict do nothing`.execute(db)
}
