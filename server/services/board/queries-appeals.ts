import { sql } from 'kysely'
import type { RankedKind } from '../../../contract/board'
import type { Db } from '../../database/connect'
import { newId } from '../../shared/id'
import type { PhotoRow } from '../../shared/photos'

export interface AppealRow {
  readonly id: string
  readonly townCode: string
  readonly boardCode: string
  readonly boardName: string
  readonly unitKind: RankedKind
  readonly period: string
  readonly unitCode: string
  readonly unitName: string
  readonly rank: number | null
  readonly score: string | null
  readonly personId: string
  readonly by: string
  readonly text: string
  readonly photos: readonly PhotoRow[]
  readonly at: string
  readonly state: 'open' | 'accepted' | 'declined'
  readonly answer: string | null
  readonly answeredAt: string | null
}

/** With the place the unit has in what is out now. */
const appeals = sql`
  select a.id, a.town_code as "townCode", a.board_code as "boardCode", d.name as "boardName", d.unit_kind as "unitKind", a.period,
    a.unit_code as "unitCode", coalesce(r.name, a.unit_code) as "unitName", r.rank, r.score::text as score, a.person_id as "personId",
    p.nickname as by, a.text, a.created_at as at, a.state, a.answer, a.answered_at as "answeredAt",
    coalesce((select json_agg(json_build_object('id', f.id, 'width', f.width, 'height', f.height) order by ap.position)
      from board_appeal_photos ap join photos f on f.id = ap.photo_id where ap.town_code = a.town_code and ap.appeal_id = a.id), '[]') as photos
  from board_appeals a
  join board_definitions d on d.town_code = a.town_code and d.code = a.board_code
  join persons p on p.id = a.person_id
  left join lateral (
    select id from board_editions e where e.town_code = a.town_code and e.board_code = a.board_code and e.period = a.period
      and e.state = 'published' order by e.revision desc limit 1) e on true
  left join board_rows r on r.town_code = a.town_code and r.edition_id = e.id and r.unit_code = a.unit_code`

export async function findAppeal(db: Db, townCode: string, id: string): Promise<AppealRow | undefined> {
  const { rows } = await sql<AppealRow>`${appeals} where a.town_code = ${townCode} and a.id = ${id}::uuid`.execute(db)
  return rows[0]
}

/** Whether it still waits is the first of its place in the list. */
export type AppealPlace = readonly [answered: number, at: string, id: string]

/** Appeals of a town, those that wait first, oldest first; one more than `limit`. */
export async function findAppeals(
  db: Db,
  townCode: string,
  isOpen: boolean | undefined,
  after: AppealPlace | undefined,
  limit: number,
): Promise<AppealRow[]> {
  const answered = sql`(a.state <> 'open')::int`
  const wanted = isOpen === undefined ? sql`` : sql`and (a.state = 'open') = ${isOpen}::boolean`
  const past = after ? sql`and (${answered}, a.created_at, a.id) > (${after[0]}::int, ${after[1]}::timestamptz, ${after[2]}::uuid)` : sql``
  const { rows } = await sql<AppealRow>`
    ${appeals} where a.town_code = ${townCode} ${wanted} ${past}
    order by ${answered}, a.created_at, a.id limit ${limit + 1}`.execute(db)
  return rows
}

/** Which units of a period somebody has appealed for. */
export async function findAppealed(db: Db, townCode: string, boardCode: string, period: string): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ unitCode: string }>`
    select distinct unit_code as "unitCode" from board_appeals
    where town_code = ${townCode} and board_code = ${boardCode} and period = ${period}`.execute(db)
  return new Set(rows.map(({ unitCode }) => unitCode))
}

export interface NewAppeal {
  readonly townCode: string
  readonly boardCode: string
  readonly period: string
  readonly unitCode: string
  readonly personId: string
  readonly text: string
}

/** The id of the new appeal; undefined when one is open already. */
export async function insertAppeal(tx: Db, appeal: NewAppeal, now: Date): Promise<string | undefined> {
  const { townCode, boardCode, period, unitCode, personId, text } = appeal
  const added = await tx
    .insertInto('board_appeals')
    .values({
      ...{ town_code: townCode, id: newId(), board_code: boardCode, period, unit_code: unitCode, person_id: personId, text },
      ...{ created_at: now.toISOString(), state: 'open' },
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return added?.id
}

export async function insertAppealPhotos(tx: Db, townCode: string, appealId: string, photoIds: readonly string[]): Promise<void> {
  await sql`
    insert into board_appeal_photos (town_code, appeal_id, photo_id, position)
    select ${townCode}, ${appealId}::uuid, photo.id, photo.position
    from unnest(${[...photoIds]}::uuid[]) with ordinality as photo (id, position)`.execute(tx)
}

export interface Answer {
  readonly accepted: boolean
  readonly text: string
  readonly personId: string
}

/** Answers an appeal that waits. False when it does not, or not any more. */
export async function setAnswer(tx: Db, { townCode, id }: AppealRow, { accepted, text, personId }: Answer, now: Date): Promise<boolean> {
  const answered = await tx
    .updateTable('board_appeals')
    .set({ state: accepted ? 'accepted' : 'declined', answer: text, answered_by: personId, answered_at: now.toISOString() })
    .where('town_code', '=', townCode)
    .where('id', '=', id)
    .where('state', '=', 'open')
    .returning('id')
    .executeTakeFirst()
  return answered !== undefined
}
