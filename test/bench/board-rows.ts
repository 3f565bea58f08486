import { sql } from 'kysely'
import type { BoardFacts } from '../../contract/board'
import type { Db } from '../../server/database/connect'
import { previousPeriod, runningPeriod } from '../../server/services/board/rules-period'
import { partsBoard } from '../helpers/figure-files'

export const cityBoard = 'BENCH.CITY'
const town = '310112008'

/** A board of all areas there are, with so many published months before `now`; each area has another score in each of them. */
export async function fillBoard(db: Db, months: number, now: Date): Promise<void> {
  const { version: _, ...definition } = partsBoard({ name: '全市试评榜', reach: 'city', vetoes: [] })
  const facts: BoardFacts = { townCode: town, code: cityBoard, ...definition }
  await sql`
    insert into board_definitions (town_code, code, version, name, position, unit_kind, reach, source, mode, better, score_unit, decimals,
      parts, vetoes, period_kinds, long_period, tie_order, minimum_sample, formula, changed_at)
    values (${town}, ${cityBoard}, 1, ${facts.name}, 900, 'area', 'city', 'written', 'top', 'higher', '分', 1,
      ${JSON.stringify(facts.parts)}::jsonb, '[]', '{month}', 'mean', 'code', 0, ${facts.formula}, ${now.toISOString()})`.execute(db)
  let period = runningPeriod('month', now)
  for (let month = 0; month < months; month += 1) {
    period = previousPeriod(period)
    await fillMonth(db, facts, period, now)
  }
  await db.connection().execute(async (connection) => {
    for (const table of ['board_rows', 'board_entries', 'board_editions', 'areas'])
      await sql`vacuum analyze ${sql.table(table)}`.execute(connection)
  })
}

/** Figures and rows go in while an edition is looked at. */
async function fillMonth(db: Db, facts: BoardFacts, period: string, now: Date): Promise<void> {
  const at = now.toISOString()
  const { rows } = await sql<{ id: string }>`
    insert into board_editions (town_code, board_code, period, revision, id, state, definition, opened_at, changed_at, submitted_at, digest)
    values (${town}, ${cityBoard}, ${period}, 1, gen_random_uuid(), 'in_review', ${JSON.stringify(facts)}::jsonb, ${at}, ${at}, ${at}, 'none')
    returning id`.execute(db)
  const id = rows[0]?.id as string
  await sql`
    insert into board_entries (town_code, edition_id, unit_code, figures, entered_at)
    select ${town}, ${id}::uuid, code, json_build_object('sites', score::text, 'effect', score::text), ${at}::timestamptz
    from (select code, 60 + (('x' || left(md5(code || ${period}), 4))::bit(16)::int % 400) / 10.0 as score from areas) scored`.execute(db)
  await sql`
    insert into board_rows (town_code, edition_id, position, unit_code, name, pinyin, initials, standing, rank, score, change, rank_change, adds)
    select ${town}, ${id}::uuid, row_number() over (order by s.score desc, a.code), a.code, a.short_name, a.pinyin, a.initials, 'ranked',
      rank() over (order by s.score desc), s.score, 0.1, 1, json_build_object('sites', s.score * 0.4, 'effect', s.score * 0.6)
    from areas a join (select unit_code as code, (figures ->> 'sites')::numeric as score from board_entries where edition_id = ${id}::uuid) s
      using (code)`.execute(db)
  await sql`
    update board_editions set state = 'published', published_at = ${at}, ranked = (select count(*) from areas), apart = 0
    where id = ${id}::uuid`.execute(db)
}
