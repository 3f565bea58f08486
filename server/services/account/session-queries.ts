import { sql } from 'kysely'
import type { Persona } from '../../../contract/account'
import type { Db } from '../../database/connect'
import { identityChanged } from '../../plugins/auth'
import type { SessionState } from './rules'

export interface SessionRow extends SessionState {
  readonly id: string
  readonly personId: string
}

export interface NewSession {
  readonly id: string
  readonly personId: string
  readonly refreshDigest: string
  readonly expiresAt: string
}

export async function insertSession(tx: Db, now: Date, session: NewSession): Promise<void> {
  await sql`
    insert into sessions (id, person_id, refresh_hash, rotated_at, created_at, expires_at)
    values (${session.id}, ${session.personId}, ${session.refreshDigest}, ${now.toISOString()}, ${now.toISOString()}, ${session.expiresAt})`.execute(
    tx,
  )
}

/** The session, locked until the transaction ends: two refreshes at once come one after the other. */
export async function lockSession(tx: Db, id: string): Promise<SessionRow | undefined> {
  const { rows } = await sql<SessionRow>`
    select id, person_id as "personId", refresh_hash as "refreshDigest", previous_hash as "previousDigest",
      rotated_at as "rotatedAt", expires_at as "expiresAt", revoked_at as "revokedAt"
    from sessions where id = ${id} for update`.execute(tx)
  return rows[0]
}

export async function rotateSession(tx: Db, now: Date, id: string, nextDigest: string, expiresAt: string): Promise<void> {
  await sql`
    update sessions set previous_hash = refresh_hash, refresh_hash = ${nextDigest}, rotated_at = ${now.toISOString()}, expires_at = ${expiresAt}
    where id = ${id}`.execute(tx)
}

export async function revokeSession(tx: Db, now: Date, session: { id: string; personId: string }): Promise<void> {
  await sql`update sessions set revoked_at = ${now.toISOString()} where id = ${session.id} and revoked_at is null`.execute(tx)
  await identityChanged(tx, session.personId)
}

export async function revokeSessionsOf(tx: Db, now: Date, personId: string): Promise<void> {
  await sql`update sessions set revoked_at = ${now.toISOString()} where person_id = ${personId} and revoked_at is null`.execute(tx)
  await identityChanged(tx, personId)
}

/** Forgets sessions that ended before the moment. */
export async function deleteEndedSessions(db: Db, before: string): Promise<void> {
  await sql`delete from sessions where expires_at < ${before} or revoked_at < ${before}`.execute(db)
}

export async function findDemoPerson(db: Db, persona: Persona): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`select id from persons where demo_persona = ${persona}`.execute(db)
  return rows[0]?.id
}

export async function findDemoPeople(db: Db): Promise<{ persona: Persona; nickname: string }[]> {
  const { rows } = await sql<{ persona: Persona; nickname: string }>`
    select demo_persona as persona, nickname from persons where demo_persona is not null`.execute(db)
  return rows
}

/** The person of an openid: a newcomer is written down first, and of two at once only one is. */
export async function takeWechatPerson(tx: Db, now: Date, newcomer: { id: string; openid: string; nickname: string }): Promise<string> {
  await sql`
    insert into persons (id, wechat_openid, nickname, created_at)
    values (${newcomer.id}, ${newcomer.openid}, ${newcomer.nickname}, ${now.toISOString()}) on conflict (wechat_openid) do nothing`.execute(
    tx,
  )
  const { rows } = await sql<{ id: string }>`select id from persons where wechat_openid = ${newcomer.openid}`.execute(tx)
  return (rows[0] as { id: string }).id
}
