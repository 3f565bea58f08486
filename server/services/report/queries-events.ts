import { sql } from 'kysely'
import type { EventKind, ReportEvent } from '../../../contract/report'
import type { Db } from '../../database/connect'
import type { TakenPhoto } from '../../shared/photos'
import { digestOf, type Head, newSalt, type StoredLink } from './chain'
import type { ReportRow } from './queries'
import type { Standing } from './standing'

export interface NewEvent {
  readonly kind: EventKind
  readonly actorId: string | null
  readonly actorAs: string
  readonly note?: string | null | undefined
  readonly target?: string | null | undefined
  readonly photos?: readonly TakenPhoto[]
}

/** Where the chain of a report ends. */
type Tail = Pick<ReportRow, 'townCode' | 'id' | 'state' | 'lastSeq' | 'lastDigest'>

/** Writes where the report stands now together with the event that brought it there. */
export async function append(tx: Db, report: Tail, standing: Standing, event: NewEvent, now: Date): Promise<void> {
  const { kind, actorId, actorAs, note = null, target = null, photos = [] } = event
  const { townCode, id, state: from, lastDigest: previous } = report
  const seq = report.lastSeq + 1
  const at = now.toISOString()
  const digests = photos.map((photo) => photo.digest)
  const salt = newSalt()
  const link = { reportId: id, seq, at, kind, from, to: standing.state, actorId, actorAs, note, target, photos: digests, previous, salt }
  const digest = digestOf(link)
  await sql`
    with changed as (
      update reports set state = ${standing.state}, lead_code = ${standing.leadCode}, accepted_by = ${standing.acceptedById},
        handled_by = ${standing.handledById}, due_at = ${standing.dueAt}, close_due_at = ${standing.closeDueAt},
        clock_at = ${standing.clockAt}, handled_at = ${standing.handledAt}, closed_at = ${standing.closedAt},
        ended_at = ${standing.endedAt}, suspended_at = ${standing.suspendedAt}, suspended_until = ${standing.suspendedUntil},
        suspended_from = ${standing.suspendedFrom}, overdue_at = ${standing.overdueAt}, supervised_at = ${standing.supervisedAt},
        reopened_count = ${standing.reopenedCount}, merged_into = ${standing.mergedInto}, supporters = ${standing.supporters},
        stars = ${standing.stars}, rating_text = ${standing.ratingText}, last_seq = ${seq}, last_digest = ${digest}
      where town_code = ${townCode} and id = ${id}),
    event as (
      insert into report_events (town_code, report_id, seq, at, kind, from_state, to_state, actor_id, actor_as, note, target, previous, digest, salt)
      values (${townCode}, ${id}, ${seq}, ${at}, ${kind}, ${from}, ${standing.state}, ${actorId}, ${actorAs}, ${note}, ${target}, ${previous},
        ${digest}, ${salt}))
    insert into report_photos (town_code, report_id, event_seq, position, photo_id, digest)
    select ${townCode}, ${id}::uuid, ${seq}::int, position, photo_id, digest
    from unnest(${photos.map((photo) => photo.id)}::uuid[], ${digests}::text[]) with ordinality as taken (photo_id, digest, position)`.execute(
    tx,
  )
}

/** An event with what its words are made of. */
export interface EventRow extends Pick<ReportEvent, 'seq' | 'at' | 'kind' | 'from' | 'to' | 'note' | 'target' | 'source' | 'digest'> {
  readonly actorId: string | null
  readonly actorAs: string
  readonly nickname: string | null
  readonly unitName: string | null
}

/** The events of the report and of those that were merged into it, in the order they happened. */
export async function findEvents(db: Db, { townCode, id }: Pick<ReportRow, 'townCode' | 'id'>): Promise<EventRow[]> {
  const { rows } = await sql<EventRow>`
    with recursive family (id, number) as (
      select ${id}::uuid, null::text
      union all
      select r.id, r.number from family f join reports r on r.town_code = ${townCode} and r.merged_into = f.id)
    select e.seq, e.at, e.kind, e.from_state as "from", e.to_state as "to", e.note, f.number as source, e.digest,
      e.actor_id as "actorId", e.actor_as as "actorAs", p.nickname, u.name as "unitName",
      case
        when e.kind = 'dispatch' then (select string_agg(tu.name, '、' order by t.position)
          from unnest(string_to_array(e.target, ',')) with ordinality as t (code, position)
          join units tu on tu.town_code = ${townCode} and tu.code = t.code)
        when e.kind in ('merge', 'absorb') then (select o.number from reports o where o.town_code = ${townCode} and o.id = e.target::uuid)
        else e.target end as target
    from family f join report_events e on e.town_code = ${townCode} and e.report_id = f.id
    left join persons p on p.id = e.actor_id
    left join units u on u.town_code = ${townCode} and u.code = split_part(e.actor_as, ':', 2)
    order by e.at, f.number nulls first, e.seq`.execute(db)
  return rows
}

/** A link of the chain with the ids of its pictures, in the order of their digests, and the end that the report's row says. */
export interface ChainRow extends StoredLink, Head {
  readonly photoIds: readonly string[]
}

/** The chain as it stands in the database; the report's text is the note of its first event. */
export async function findChain(db: Db, { townCode, id }: Pick<ReportRow, 'townCode' | 'id'>): Promise<ChainRow[]> {
  const { rows } = await sql<ChainRow>`
    select e.report_id as "reportId", e.seq, e.at, e.kind, e.from_state as "from", e.to_state as "to", e.actor_id as "actorId",
      e.actor_as as "actorAs", case when e.seq = 1 then coalesce(e.note, r.text) else e.note end as note, e.target, e.previous, e.digest, e.salt,
      array(select rp.digest from report_photos rp where rp.town_code = e.town_code and rp.report_id = e.report_id
        and rp.event_seq = e.seq order by rp.position) as photos,
      array(select rp.photo_id::text from report_photos rp where rp.town_code = e.town_code and rp.report_id = e.report_id
        and rp.event_seq = e.seq order by rp.position) as "photoIds",
      r.last_seq as "lastSeq", r.last_digest as "lastDigest"
    from report_events e join reports r on r.town_code = e.town_code and r.id = e.report_id
    where e.town_code = ${townCode} and e.report_id = ${id} order by e.seq`.execute(db)
  return rows
}
