import { type RawBuilder, sql } from 'kysely'
import type { XuexiState } from '../../../contract/branch'
import type { Db } from '../../database/connect'
import { newId } from '../../shared/id'
import type { PhotoRow } from '../../shared/photos'
import type { Known } from './rules-xuexi'

export interface TotalRow extends Known {
  readonly id: string
  readonly personId: string
  readonly nickname: string
  readonly total: number
  readonly state: XuexiState
  readonly photo: PhotoRow | null
  readonly saidAt: string
  readonly note: string | null
  /** What is known of the person's other months. */
  readonly known: readonly Known[]
}

const totals = (which: RawBuilder<unknown>) => sql<TotalRow>`
  select x.id, x.person_id as "personId", p.nickname, x.month, x.total, x.state, x.confirmed, x.said_at as "saidAt", x.note,
    case when f.id is not null then json_build_object('id', f.id, 'width', f.width, 'height', f.height) end as photo,
    coalesce((select json_agg(json_build_object('month', o.month, 'confirmed', o.confirmed)) from branch_xuexi o
      where o.town_code = x.town_code and o.person_id = x.person_id), '[]') as known
  from branch_xuexi x join persons p on p.id = x.person_id left join photos f on f.id = x.photo_id
  where ${which}`

const membersOf = (townCode: string, branch: string) => sql`
  select g.person_id from grants g join persons m on m.id = g.person_id and m.town_code = g.town_code
  where g.town_code = ${townCode} and g.role = 'party_member' and g.scope_code = ${branch}`

/** The person's totals in the town, the newest month first. */
export async function findOwn(db: Db, townCode: string, personId: string): Promise<TotalRow[]> {
  const which = sql`x.town_code = ${townCode} and x.person_id = ${personId}::uuid order by x.month desc`
  return (await totals(which).execute(db)).rows
}

/** A total of a member of one of the branches. */
export async function findTotal(db: Db, townCode: string, branches: readonly string[], id: string): Promise<TotalRow | undefined> {
  const members = branches.map((branch) => membersOf(townCode, branch))
  const which = sql`x.id = ${id}::uuid and x.town_code = ${townCode} and x.person_id in (${sql.join(members, sql` union `)})`
  return (await totals(which).execute(db)).rows[0]
}

/** Totals of the branch's members that wait, oldest first; one more than `limit`. */
export async function findWaiting(
  db: Db,
  { townCode, code }: { townCode: string; code: string },
  after: readonly [saidAt: string, id: string] | undefined,
  limit: number,
): Promise<TotalRow[]> {
  const past = after ? sql`and (x.said_at, x.id) > (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql``
  const which = sql`x.state = 'pending' and x.town_code = ${townCode} and x.person_id = any(array(${membersOf(townCode, code)})) ${past}
    order by x.said_at, x.id limit ${limit + 1}`
  return (await totals(which).execute(db)).rows
}

export interface MemberRow {
  readonly id: string
  readonly nickname: string
  readonly known: readonly (Known & { readonly total: number; readonly state: XuexiState })[]
}

/** Keeps these people's totals to oneself until the transaction ends; the same order for everybody, so that no two wait for each other. */
export async function lockPeople(tx: Db, ids: readonly string[]): Promise<void> {
  await sql`select 1 from persons where id = any(${[...ids]}::uuid[]) order by id for no key update`.execute(tx)
}

/** The members of the branch with what is known of them. */
export async function findMembers(tx: Db, townCode: string, branch: string): Promise<MemberRow[]> {
  const { rows } = await sql<MemberRow>`
    select m.id, m.nickname, coalesce((select json_agg(json_build_object('month', o.month, 'confirmed', o.confirmed, 'total', o.total,
        'state', o.state)) from branch_xuexi o where o.town_code = ${townCode} and o.person_id = m.id), '[]') as known
    from persons m where m.id in (${membersOf(townCode, branch)}) order by m.id`.execute(tx)
  return rows
}

export interface Said {
  readonly townCode: string
  readonly personId: string
  readonly month: string
  readonly total: number
  readonly photoId: string | null
  readonly saidBy: string
}

/** Writes what was said of a month over what was; what is confirmed of it stays until a decision. */
export async function putSaid(tx: Db, { townCode, personId, month, total, photoId, saidBy }: Said, now: Date): Promise<void> {
  const at = now.toISOString()
  await sql`
    insert into branch_xuexi (town_code, id, person_id, month, total, state, photo_id, said_by, said_at)
    values (${townCode}, ${newId()}, ${personId}::uuid, ${month}, ${total}::int, 'pending', ${photoId}::uuid, ${saidBy}::uuid, ${at}::timestamptz)
    on conflict (town_code, person_id, month) do update set total = excluded.total, state = 'pending', photo_id = excluded.photo_id,
      said_by = excluded.said_by, said_at = excluded.said_at, decided_by = null, decided_at = null, note = null`.execute(tx)
}

export interface Decision {
  readonly id: string
  readonly total: number
  readonly confirmed: boolean
  readonly note: string | null
  readonly deciderId: string
}

/** Decides on a total that waits, as it was seen. False when it does not, or is another one now. */
export async function setDecision(tx: Db, { id, total, confirmed, note, deciderId }: Decision, now: Date): Promise<boolean> {
  const { rows } = await sql`
    update branch_xuexi set state = ${confirmed ? 'confirmed' : 'returned'}, note = ${note},
      confirmed = case when ${confirmed}::boolean then total else confirmed end,
      decided_by = ${deciderId}::uuid, decided_at = ${now.toISOString()}::timestamptz
    where id = ${id}::uuid and state = 'pending' and total = ${total}::int returning id`.execute(tx)
  return rows.length > 0
}

export interface Imported {
  readonly personId: string
  readonly total: number
}

/** Writes totals of a month as confirmed by who imports them. */
export async function putImported(
  tx: Db,
  { townCode, month, deciderId }: { townCode: string; month: string; deciderId: string },
  rows: readonly Imported[],
  now: Date,
): Promise<void> {
  const at = now.toISOString()
  await sql`
    insert into branch_xuexi (town_code, id, person_id, month, total, state, confirmed, said_by, said_at, decided_by, decided_at)
    select ${townCode}, r.id, r.person, ${month}, r.total, 'confirmed', r.total, ${deciderId}::uuid, ${at}::timestamptz, ${deciderId}::uuid,
      ${at}::timestamptz
    from unnest(${rows.map(newId)}::uuid[], ${rows.map(({ personId }) => personId)}::uuid[], ${rows.map(({ total }) => total)}::int[])
      as r (id, person, total)
    on conflict (town_code, person_id, month) do update set total = excluded.total, state = 'confirmed', confirmed = excluded.confirmed,
      said_by = excluded.said_by, said_at = excluded.said_at, decided_by = excluded.decided_by, decided_at = excluded.decided_at,
      note = null`.execute(tx)
}

export interface XuexiEvent {
  readonly townCode: string
  readonly kind: 'said' | 'confirmed' | 'returned' | 'imported'
  readonly actorId: string
  readonly month: string
  readonly note: string | null
}

/** Writes down what was done with the totals of these people. */
export async function addEvents(
  tx: Db,
  { townCode, kind, actorId, month, note }: XuexiEvent,
  rows: readonly Imported[],
  now: Date,
): Promise<void> {
  await sql`
    insert into branch_xuexi_events (town_code, id, at, kind, actor_id, person_id, month, total, note)
    select ${townCode}, r.id, ${now.toISOString()}::timestamptz, ${kind}, ${actorId}::uuid, r.person, ${month}, r.total, ${note}
    from unnest(${rows.map(newId)}::uuid[], ${rows.map(({ personId }) => personId)}::uuid[], ${rows.map(({ total }) => total)}::int[])
      as r (id, person, total)`.execute(tx)
}
