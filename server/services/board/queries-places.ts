import { sql } from 'kysely'
import type { BoardPlace } from '../../../contract/board'
import type { Db } from '../../database/connect'
import type { Identity } from '../../plugins/auth'
import type { Followed } from './follow'
import type { Placing } from './page-view'
import { lastOut, shownName } from './queries-out'
import { nameless } from './queries-units'

/** A unit and what it is called now; null where that is not known in the town. */
export interface KnownUnit extends Followed {
  readonly name: string | null
}

/** Home, branches, and oneself where one lets the name show. */
export async function findOwn(db: Db, { personId, townCode, grants }: Identity): Promise<KnownUnit[]> {
  const branches = grants.filter(({ role }) => role === 'party_member' || role === 'secretary').map(({ scopeCode }) => scopeCode)
  const { rows } = await sql<KnownUnit>`
    with me as (select * from persons where id = ${personId}::uuid and town_code = ${townCode})
    select "townCode", kind, "unitCode", name from (
      select 1 as place, me.town_code as "townCode", 'area' as kind, a.code as "unitCode", a.short_name as name
        from me join areas a on a.code = me.home_area_code
      union all select 2, me.town_code, 'compound', c.code, c.name
        from me join compounds c on c.town_code = me.town_code and c.code = me.home_compound_code
      union all select 3, b.town_code, 'branch', b.code, b.name
        from branches b where b.town_code = ${townCode} and b.code = any(${branches}::text[])
      union all select 4, town_code, 'person', id::text, nickname from me where name_on_boards) mine
    order by place, "unitCode"`.execute(db)
  return rows
}

/** What somebody follows, in the order they began to. */
export async function findFollowed(db: Db, personId: string): Promise<KnownUnit[]> {
  const { rows } = await sql<KnownUnit>`
    select f.town_code as "townCode", f.unit_kind as kind, f.unit_code as "unitCode",
      case f.unit_kind
        when 'person' then coalesce((select nickname from persons where id = f.unit_code::uuid and name_on_boards), ${nameless})
        when 'area' then (select short_name from areas where code = f.unit_code)
        else (select name from board_ranked_units u where u.kind = f.unit_kind and u.town_code = f.town_code and u.code = f.unit_code)
      end as name
    from board_follows f where f.person_id = ${personId}::uuid order by f.created_at, f.unit_kind, f.unit_code`.execute(db)
  return rows
}

/** A place on a board, and which of the units that were asked for has it. */
export interface PlaceRow extends Omit<BoardPlace, 'unit'> {
  readonly of: number
  readonly row: Placing
}

/** Where units stand on all boards of their towns, by the last period of the shortest kind that is out. */
export async function findPlacesOf(db: Db, units: readonly Followed[]): Promise<PlaceRow[]> {
  const column = (value: (unit: Followed) => string) => units.map(value)
  const { rows } = await sql<Omit<PlaceRow, 'row'> & Placing>`
    select w.n::int - 1 as of, d.code as "boardCode", d.name as "boardName", e.definition ->> 'mode' as mode,
      e.definition ->> 'scoreUnit' as "scoreUnit", e.period, e.ranked, r.position, r.unit_code as "unitCode",
      ${shownName(sql`d.unit_kind`, 'r')} as name, r.standing, r.rank, r.score::text, r.change::text, r.rank_change as "rankChange", r.mark,
      r.reason, r.adds, exists (select from board_appeals a where a.town_code = d.town_code and a.board_code = d.code
        and a.period = e.period and a.unit_code = r.unit_code) as appealed
    from unnest(${column(({ townCode }) => townCode)}::text[], ${column(({ kind }) => kind)}::text[],
      ${column(({ unitCode }) => unitCode)}::text[]) with ordinality w (town, kind, code, n)
    join board_definitions d on d.town_code = w.town and d.unit_kind = w.kind
    left join board_definitions g on g.town_code = d.town_code and g.code = d.parent_code
    cross join ${lastOut(sql`d.town_code`, sql`d.code`)} e
    join board_rows r on r.town_code = e.town_code and r.edition_id = e.id and r.unit_code = w.code
    order by w.n, coalesce(g.position, d.position), d.position, d.code`.execute(db)
  return rows.map(({ of, boardCode, boardName, mode, scoreUnit, period, ranked, ...row }) => ({
    ...{ of, boardCode, boardName, mode, scoreUnit, period, ranked, row },
  }))
}
