import { sql } from 'kysely'
import type { Db } from '../connect'
import { sortingItems } from './items'

/** Makes the table of what goes into which bin say what this version of the app knows: the list is the city's, not a town's. */
export async function keepSortingItems(db: Db): Promise<void> {
  await sql`
    with item as (
      select * from jsonb_to_recordset(${JSON.stringify(sortingItems())}::jsonb) as item (name text, kind text, hint text, pinyin text, initials text)
    ), gone as (delete from sorting_items where name not in (select name from item))
    insert into sorting_items as kept (name, kind, hint, pinyin, initials) select * from item order by name
    on conflict (name) do update set kind = excluded.kind, hint = excluded.hint, pinyin = excluded.pinyin, initials = excluded.initials
    where (kept.kind, kept.hint, kept.pinyin, kept.initials)
      is distinct from (excluded.kind, excluded.hint, excluded.pinyin, excluded.initials)`.execute(db)
}
