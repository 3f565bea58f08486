import { type RawBuilder, sql } from 'kysely'
import type { BoardFacts, EditionState } from '../../../contract/board'
import type { Db } from '../../database/connect'
import { newId } from '../../shared/id'

/** A period of a board on its way to be published, as somebody reads it. */
export interface DraftRow {
  readonly id: string
  readonly townCode: string
  readonly boardCode: string
  readonly boardName: string
  readonly period: string
  readonly revision: number
  readonly state: EditionState
  /** The board it was handed in with. */
  readonly definition: BoardFacts | null
  readonly units: number
  readonly changedAt: string
  readonly submittedBy: string | null
  readonly submittedById: string | null
  readonly reason: string | null
  readonly note: string | null
  readonly own: boolean
}

/** Which period of which board of which town. */
export interface DraftKey {
  readonly townCode: string
  readonly boardCode: string
  readonly period: string
}

const drafts = (readerId: string, where: RawBuilder<unknown>) => sql<DraftRow>`
  select e.id, e.town_code as "townCode", e.board_code as "boardCode", d.name as "boardName", e.period, e.revision, e.state, e.definition,
    (select count(*)::int from board_entries n where n.town_code = e.town_code and n.edition_id = e.id and n.figures <> '{}') as units,
    e.changed_at as "changedAt", p.nickname as "submittedBy", e.submitted_by as "submittedById", e.reason, e.note,
    exists (select from board_edition_events v where v.edition_id = e.id and v.actor_id = ${readerId}::uuid
      and v.kind in ('entered', 'removed', 'imported', 'submitted')) as own
  from board_editions e join board_definitions d on d.town_code = e.town_code and d.code = e.board_code
  left join persons p on p.id = e.submitted_by
  where e.state <> 'published' and ${where}`

const isOf = ({ townCode, boardCode, period }: DraftKey) =>
  sql`e.town_code = ${townCode} and e.board_code = ${boardCode} and e.period = ${period}`

export async function findDraft(db: Db, key: DraftKey, readerId: string): Promise<DraftRow | undefined> {
  const { rows } = await drafts(readerId, isOf(key)).execute(db)
  return rows[0]
}

/** The draft, kept to oneself until the transaction ends; it is read after the lock. */
export async function lockDraft(tx: Db, key: DraftKey, readerId: string): Promise<DraftRow | undefined> {
  await sql`select 1 from board_editions e where e.state <> 'published' and ${isOf(key)} for no key update`.execute(tx)
  return findDraft(tx, key, readerId)
}

/** Drafts of a town, changed last first; one more than `limit`. */
export async function findDrafts(
  db: Db,
  townCode: string,
  readerId: string,
  after: readonly [at: string, id: string] | undefined,
  limit: number,
): Promise<DraftRow[]> {
  const past = after ? sql`and (e.changed_at, e.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql``
  const { rows } = await sql<DraftRow>`
    ${drafts(readerId, sql`e.town_code = ${townCode} ${past}`)} order by e.changed_at desc, e.id desc limit ${limit + 1}`.execute(db)
  return rows
}

/** Begins the next revision of a period. Undefined when one is begun already. */
export async function insertDraft(
  tx: Db,
  { townCode, boardCode, period }: DraftKey,
  personId: string,
  now: Date,
): Promise<{ id: string; revision: number } | undefined> {
  const at = now.toISOString()
  const { rows } = await sql<{ id: string; revision: number }>`
    insert into board_editions (town_code, board_code, period, revision, id, state, opened_by, opened_at, changed_at)
    select ${townCode}, ${boardCode}, ${period}, coalesce(max(revision), 0) + 1, ${newId()}::uuid, 'draft', ${personId}::uuid,
      ${at}::timestamptz, ${at}::timestamptz
    from board_editions where town_code = ${townCode} and board_code = ${boardCode} and period = ${period}
    on conflict do nothing returning id, revision`.execute(tx)
  return rows[0]
}

export interface DraftEvent {
  readonly kind: 'opened' | 'entered' | 'removed' | 'imported' | 'submitted' | 'returned' | 'published'
  readonly actorId: string
  readonly unitCode?: string
  readonly note?: string | null
}

/** Writes down what was done to an edition, and that it is another one now. */
export async function addEvent(tx: Db, { townCode, id }: { townCode: string; id: string }, event: DraftEvent, now: Date): Promise<void> {
  const at = now.toISOString()
  const { kind, actorId, unitCode = null, note = null } = event
  await sql`
    with touched as (update board_editions set changed_at = ${at}::timestamptz
      where town_code = ${townCode} and id = ${id}::uuid and state <> 'published')
    insert into board_edition_events (town_code, id, edition_id, at, kind, actor_id, unit_code, note)
    values (${townCode}, ${newId()}::uuid, ${id}::uuid, ${at}::timestamptz, ${kind}, ${actorId}::uuid, ${unitCode}, ${note})`.execute(tx)
}

export interface Submission {
  readonly board: BoardFacts
  readonly digest: string
  readonly reason: string | null
  readonly personId: string
}

/** Hands a draft in, with the board as it counts for it. */
export async function setSubmitted(tx: Db, { townCode, id }: DraftRow, submission: Submission, now: Date): Promise<void> {
  const { board, digest, reason, personId } = submission
  await tx
    .updateTable('board_editions')
    .set({ state: 'in_review', definition: JSON.stringify(board), digest, reason, note: null })
    .set({ submitted_by: personId, submitted_at: now.toISOString() })
    .where('town_code', '=', townCode)
    .where('id', '=', id)
    .execute()
}

export async function setReturned(tx: Db, { townCode, id }: DraftRow, note: string): Promise<void> {
  await tx.updateTable('board_editions').set({ state: 'returned', note }).where('town_code', '=', townCode).where('id', '=', id).execute()
}
