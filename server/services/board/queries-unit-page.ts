import { type RawBuilder, sql } from 'kysely'
import type { BoardFacts, UnitPage } from '../../../contract/board'
import type { Db } from '../../database/connect'
import type { PhotoRow } from '../../shared/photos'
import type { ShownAppeal } from './appeal-view'
import type { Placing } from './page-view'
import type { PublishedEdition } from './queries-editions'
import { lastOut, shownName, type Wanted, wantedTown } from './queries-out'
import { periodKindOf } from './rules-period'

/** A unit on a period of a board, with all that is known of it. */
export interface UnitOut {
  readonly townCode: string
  readonly boardCode: string
  /** Newest first. */
  readonly revisions: readonly PublishedEdition[]
  readonly periods: readonly string[]
  readonly row: Placing
  /** Two up, itself, two down. */
  readonly neighbours: readonly Placing[]
  /** The last of those with a better rank. */
  readonly above: Placing | null
  readonly entry: {
    readonly figures: Readonly<Record<string, string>>
    readonly sample: number | null
    readonly vetoes: readonly string[]
    readonly note: string | null
  } | null
  readonly photos: readonly PhotoRow[]
  readonly line: UnitPage['line']
  readonly appeals: readonly ShownAppeal[]
}

/** A code as it comes in: of a unit, or of a person, as the board may be. */
export interface WantedUnit {
  readonly code: string
  readonly personId: string | null
}

const photosOf = sql`json_agg(json_build_object('id', f.id, 'width', f.width, 'height', f.height) order by shown.position)`
const placing = sql`json_build_object('position', r.position, 'unitCode', r.unit_code, 'name', ${shownName(sql`e.kind`, 'r')},
  'standing', r.standing, 'rank', r.rank, 'score', r.score::text, 'change', r.change::text, 'rankChange', r.rank_change, 'mark', r.mark,
  'reason', r.reason, 'adds', r.adds, 'appealed', exists (select from board_appeals a where a.town_code = e.town_code
    and a.board_code = e.board_code and a.period = e.period and a.unit_code = r.unit_code))`

type Text = RawBuilder<string>

/** Up to twelve equal periods that are out, up to one, and where the unit stood in each; newest first. */
const line = (of: { townCode: Text; boardCode: Text; kind: Text; period: Text; unitCode: Text }) => sql<UnitPage['line'][number]>`
  select l.period, r.rank, r.score::text, l.ranked from (
    select distinct on (v.period) v.id, v.period, v.ranked from board_editions v
    where v.town_code = ${of.townCode} and v.board_code = ${of.boardCode} and v.state = 'published' and v.period_kind = ${of.kind}
      and v.period <= ${of.period} order by v.period desc, v.revision desc limit 12) l
  left join board_rows r on r.town_code = ${of.townCode} and r.edition_id = l.id and r.unit_code = ${of.unitCode} order by l.period desc`

/** The line of a unit up to a period that is not out, oldest first. */
export async function findLine(db: Db, { townCode, code }: BoardFacts, period: string, unitCode: string): Promise<UnitPage['line']> {
  const of = { townCode, boardCode: code, kind: periodKindOf(period), period, unitCode }
  const texts = Object.fromEntries(Object.entries(of).map(([name, value]) => [name, sql`${value}::text`])) as Parameters<typeof line>[0]
  return (await line(texts).execute(db)).rows.reverse()
}

/** All in one statement: each part of it is a look or two into an index, however many units and periods there are. */
export async function findUnitOut(
  db: Db,
  wanted: Wanted,
  boardCode: string,
  period: string | undefined,
  unit: WantedUnit,
): Promise<UnitOut | undefined> {
  const out = sql`out.town_code = t.code and out.board_code = ${boardCode} and out.state = 'published'`
  const edition = period
    ? sql`lateral (select * from board_editions out where ${out} and out.period = ${period} order by out.revision desc limit 1)`
    : lastOut(sql`t.code`, sql`${boardCode}::text`)
  const { rows } = await sql<UnitOut>`
    with e as materialized (
      select e.*, e.definition ->> 'unitKind' as kind from ${wantedTown(wanted)} t cross join ${edition} e),
    own as materialized (
      select r.* from e join board_rows r on r.town_code = e.town_code and r.edition_id = e.id
        and r.unit_code = case when e.kind = 'person' then ${unit.personId}::text else ${unit.code} end)
    select e.town_code as "townCode", e.board_code as "boardCode",
      (select json_agg(json_build_object('id', v.id, 'period', v.period, 'revision', v.revision, 'definition', v.definition,
          'publishedAt', v.published_at, 'ranked', v.ranked, 'apart', v.apart, 'reason', v.reason, 'changes', v.changes,
          'changedUnits', v.changed_units) order by v.revision desc)
        from board_editions v where v.town_code = e.town_code and v.board_code = e.board_code and v.period = e.period
          and v.state = 'published') as revisions,
      (select json_agg(v.period) from board_editions v where v.town_code = e.town_code and v.board_code = e.board_code
        and v.state = 'published' and v.revision = 1) as periods,
      (select ${placing} from own r) as row,
      (select json_agg(${placing} order by r.position) from board_rows r where r.town_code = e.town_code and r.edition_id = e.id
        and r.position between own.position - 2 and own.position + 2) as neighbours,
      (select ${placing} from board_rows r where r.town_code = e.town_code and r.edition_id = e.id and r.position < own.position
        and r.rank < own.rank order by r.position desc limit 1) as above,
      (select json_build_object('figures', n.figures, 'sample', n.sample, 'vetoes', n.vetoes, 'note', n.note) from board_entries n
        where n.town_code = e.town_code and n.edition_id = e.id and n.unit_code = own.unit_code) as entry,
      coalesce((select ${photosOf} from board_entry_photos shown join photos f on f.id = shown.photo_id
        where shown.town_code = e.town_code and shown.edition_id = e.id and shown.unit_code = own.unit_code), '[]') as photos,
      (select json_agg(l order by l.period) from (${line({
        ...{ townCode: sql`e.town_code`, boardCode: sql`e.board_code`, kind: sql`e.period_kind` },
        ...{ period: sql`e.period`, unitCode: sql`own.unit_code` },
      })}) l) as line,
      coalesce((select json_agg(json_build_object('id', a.id, 'text', a.text, 'at', a.created_at, 'state', a.state, 'answer', a.answer,
          'answeredAt', a.answered_at, 'photos', coalesce((select ${photosOf} from board_appeal_photos shown
            join photos f on f.id = shown.photo_id where shown.town_code = a.town_code and shown.appeal_id = a.id), '[]')) order by a.created_at)
        from board_appeals a where a.town_code = e.town_code and a.board_code = e.board_code and a.period = e.period
          and a.unit_code = own.unit_code), '[]') as appeals
    from e cross join own`.execute(db)
  return rows[0]
}
