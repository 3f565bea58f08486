import { sql } from 'kysely'
import type { Db } from '../../database/connect'
import type { PhotoRow } from '../../shared/photos'

/** A unit's figures as they are kept in an edition. */
export interface KeptEntry {
  readonly unitCode: string
  readonly figures: Readonly<Record<string, string>>
  readonly sample: number | null
  readonly vetoes: readonly string[]
  readonly reason: string | null
  readonly note: string | null
}

export interface ShownEntry extends KeptEntry {
  readonly photos: readonly PhotoRow[]
}

export interface EditionKey {
  readonly townCode: string
  readonly id: string
}

/** The figures of an edition by code, with their evidence; of one unit, where it is named. */
export async function findEntries(db: Db, { townCode, id }: EditionKey, unitCode?: string): Promise<ShownEntry[]> {
  const wanted = unitCode === undefined ? sql`` : sql`and unit_code = ${unitCode}`
  const { rows } = await sql<ShownEntry>`
    select n.unit_code as "unitCode", n.figures, n.sample, n.vetoes, n.reason, n.note, coalesce(e.photos, '[]') as photos
    from (select * from board_entries where town_code = ${townCode} and edition_id = ${id}::uuid ${wanted}) n left join (
      select e.unit_code, json_agg(json_build_object('id', p.id, 'width', p.width, 'height', p.height) order by e.position) as photos
      from board_entry_photos e join photos p on p.id = e.photo_id
      where e.town_code = ${townCode} and e.edition_id = ${id}::uuid ${wanted} group by e.unit_code) e on e.unit_code = n.unit_code
    order by n.unit_code`.execute(db)
  return rows
}

/** Writes figures of units into an edition, in place of those they have there. `personId` null: nobody wrote them. */
export async function putEntries(
  tx: Db,
  { townCode, id }: EditionKey,
  entries: readonly KeptEntry[],
  personId: string | null,
  now: Date,
): Promise<void> {
  if (entries.length === 0) return
  const rows = entries.map(({ unitCode, figures, sample, vetoes, reason, note }) => ({ unitCode, figures, sample, vetoes, reason, note }))
  // As one parameter: of as many values the database would have to be told one by one.
  await sql`
    insert into board_entries (town_code, edition_id, unit_code, figures, sample, vetoes, reason, note, entered_by, entered_at)
    select ${townCode}, ${id}::uuid, n."unitCode", n.figures, n.sample, n.vetoes, n.reason, n.note, ${personId}::uuid,
      ${now.toISOString()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as n ("unitCode" text, figures jsonb, sample integer, vetoes text[], reason text, note text)
    on conflict (town_code, edition_id, unit_code) do update set figures = excluded.figures, sample = excluded.sample,
      vetoes = excluded.vetoes, reason = excluded.reason, note = excluded.note, entered_by = excluded.entered_by,
      entered_at = excluded.entered_at`.execute(tx)
}

/** Takes units out of an edition, with their pictures there. */
export async function deleteEntries(tx: Db, { townCode, id }: EditionKey, unitCodes: readonly string[]): Promise<void> {
  for (const table of ['board_entry_photos', 'board_entries'])
    await sql`
      delete from ${sql.table(table)}
      where town_code = ${townCode} and edition_id = ${id}::uuid and unit_code = any(${[...unitCodes]}::text[])`.execute(tx)
}

/** Begins a correction with what is out: the same figures and pictures, by whom they were. */
export async function copyEntries(tx: Db, from: EditionKey, to: EditionKey): Promise<void> {
  await sql`
    insert into board_entries (town_code, edition_id, unit_code, figures, sample, vetoes, reason, note, entered_by, entered_at)
    select town_code, ${to.id}::uuid, unit_code, figures, sample, vetoes, reason, note, entered_by, entered_at
    from board_entries where town_code = ${from.townCode} and edition_id = ${from.id}::uuid`.execute(tx)
  await sql`
    insert into board_entry_photos (town_code, edition_id, unit_code, photo_id, position)
    select town_code, ${to.id}::uuid, unit_code, photo_id, position
    from board_entry_photos where town_code = ${from.townCode} and edition_id = ${from.id}::uuid`.execute(tx)
}

/** Shows these pictures with a unit's figures, in this order. */
export async function setEntryPhotos(tx: Db, { townCode, id }: EditionKey, unitCode: string, photoIds: readonly string[]): Promise<void> {
  await sql`
    delete from board_entry_photos where town_code = ${townCode} and edition_id = ${id}::uuid and unit_code = ${unitCode}`.execute(tx)
  await sql`
    insert into board_entry_photos (town_code, edition_id, unit_code, photo_id, position)
    select ${townCode}, ${id}::uuid, ${unitCode}, photo.id, photo.position
    from unnest(${[...photoIds]}::uuid[]) with ordinality as photo (id, position)`.execute(tx)
}

/** Which of the pictures no edition shows any more. */
export async function findUnshown(tx: Db, photoIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from unnest(${[...photoIds]}::uuid[]) as photo (id)
    where not exists (select from board_entry_photos where photo_id = photo.id)`.execute(tx)
  return rows.map(({ id }) => id)
}
