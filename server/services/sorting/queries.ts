import { sql } from 'kysely'
import type { DropOff, SortingItem } from '../../../contract/sorting'
import type { Db } from '../../database/connect'
import type { WrittenDropOff } from './rules'

export interface Compound {
  readonly townCode: string
  readonly code: string
  readonly name: string
}

/** Everything, in the order of its letters. */
export async function findItems(db: Db): Promise<SortingItem[]> {
  const { rows } = await sql<SortingItem>`select name, kind, hint, pinyin, initials from sorting_items order by pinyin, name`.execute(db)
  return rows
}

export async function findCompound(db: Db, townCode: string, code: string): Promise<Compound | undefined> {
  const { rows } = await sql<Compound>`
    select town_code as "townCode", code, name from compounds where town_code = ${townCode} and code = ${code}`.execute(db)
  return rows[0]
}

/** The drop-off of a compound in an open town, the reader's before others, with the days from `today` on. */
export async function findDropOff(
  db: Db,
  compoundCode: string,
  today: string,
  readerTown: string | null,
): Promise<(Omit<DropOff, 'mayEdit'> & { readonly townCode: string }) | undefined> {
  const { rows } = await sql<Omit<DropOff, 'mayEdit'> & { readonly townCode: string }>`
    select d.town_code as "townCode", d.compound_code as "compoundCode", c.name as "compoundName", d.places, d.note,
      coalesce((select jsonb_agg(one order by one ->> 'day') from jsonb_array_elements(d.exceptions) one where one ->> 'day' >= ${today}), '[]')
        as exceptions
    from towns t join sorting_drop_offs d on d.town_code = t.code and d.compound_code = ${compoundCode}
    join compounds c on c.town_code = d.town_code and c.code = d.compound_code
    where t.prefix is not null order by t.code is distinct from ${readerTown}, t.code limit 1`.execute(db)
  return rows[0]
}

export async function saveDropOff(
  tx: Db,
  { townCode, code }: Compound,
  dropOff: WrittenDropOff,
  personId: string,
  now: Date,
): Promise<void> {
  const { places, exceptions, note } = dropOff
  await sql`
    insert into sorting_drop_offs (town_code, compound_code, places, exceptions, note, changed_by, changed_at)
    values (${townCode}, ${code}, ${JSON.stringify(places)}::jsonb, ${JSON.stringify(exceptions)}::jsonb, ${note}, ${personId}::uuid,
      ${now.toISOString()})
    on conflict (town_code, compound_code) do update set places = excluded.places, exceptions = excluded.exceptions, note = excluded.note,
      changed_by = excluded.changed_by, changed_at = excluded.changed_at`.execute(tx)
}
