import { sql } from 'kysely'
import type { Grant } from '../../../contract/account'
import type { Db } from '../../database/connect'
import { newId } from '../../shared/id'
import type { GrantedRole, ScopeKind } from './rules'

export interface FoundPerson {
  readonly id: string
  readonly nickname: string
  readonly phoneSealed: string | null
  readonly grants: Grant[]
}

/** People of the town in the order of their nicknames, one more than `limit`. */
export async function findPeople(
  db: Db,
  townCode: string,
  q: string,
  after: readonly [nickname: string, id: string] | undefined,
  limit: number,
): Promise<FoundPerson[]> {
  const { rows } = await sql<FoundPerson>`
    select p.id, p.nickname, p.phone_sealed as "phoneSealed",
      coalesce((select json_agg(json_build_object('id', g.id, 'role', g.role, 'scopeCode', g.scope_code, 'scopeName', g.scope_name)
        order by g.granted_at, g.id) from grants g where g.person_id = p.id and g.town_code = p.town_code), '[]') as grants
    from persons p
    where p.town_code = ${townCode} and strpos(p.nickname, ${q}) > 0
      and (${after === undefined} or (p.nickname, p.id) > (${after?.[0] ?? ''}, ${after?.[1] ?? nobody}::uuid))
    order by p.nickname, p.id limit ${limit + 1}`.execute(db)
  return rows
}

const nobody = '00000000-0000-0000-0000-000000000000'

/** The name of a scope of the town; undefined when it is not there. */
export async function findScopeName(tx: Db, townCode: string, kind: ScopeKind, code: string): Promise<string | undefined> {
  const { rows } = await sql<{ name: string }>`
    select name from units where town_code = ${townCode} and code = ${code} and kind = ${kind}
    union all select name from compounds where town_code = ${townCode} and code = ${code} and ${kind} = 'compound'
    union all select name from canteens where town_code = ${townCode} and code = ${code} and ${kind} = 'canteen'
    union all select name from study_sites where town_code = ${townCode} and code = ${code} and ${kind} = 'site'
    union all select name from branches where town_code = ${townCode} and code = ${code} and ${kind} = 'branch'
    union all select name from towns where code = ${townCode} and code = ${code} and ${kind} = 'town'`.execute(tx)
  return rows[0]?.name
}

export interface NewGrant {
  readonly id: string
  readonly townCode: string
  readonly personId: string
  readonly role: GrantedRole
  readonly scopeCode: string
  readonly scopeName: string
  readonly grantedBy: string
}

/** Writes the grant; one that is there already stays and is given back. `added` says which. */
export async function insertGrant(tx: Db, now: Date, grant: NewGrant): Promise<Grant & { readonly added: boolean }> {
  const { rows } = await sql<Grant>`
    insert into grants (town_code, id, person_id, role, scope_code, scope_name, granted_by, granted_at)
    values (${grant.townCode}, ${grant.id}, ${grant.personId}, ${grant.role}, ${grant.scopeCode}, ${grant.scopeName}, ${grant.grantedBy},
      ${now.toISOString()})
    on conflict (person_id, role, scope_code) do update set scope_name = excluded.scope_name
    returning id, role, scope_code as "scopeCode", scope_name as "scopeName"`.execute(tx)
  const kept = rows[0] as Grant
  return { ...kept, added: kept.id === grant.id }
}

export interface HeldGrant extends Grant {
  readonly personId: string
}

export async function lockGrant(tx: Db, townCode: string, id: string): Promise<HeldGrant | undefined> {
  const { rows } = await sql<HeldGrant>`
    select id, person_id as "personId", role, scope_code as "scopeCode", scope_name as "scopeName"
    from grants where town_code = ${townCode} and id = ${id} for update`.execute(tx)
  return rows[0]
}

/** The town's admins, locked: who takes a role from one of them, and who is one, is settled one after the other. */
export async function lockAdmins(tx: Db, townCode: string): Promise<string[]> {
  const { rows } = await sql<{ personId: string }>`
    select person_id as "personId" from grants where town_code = ${townCode} and role = 'admin' order by id for update`.execute(tx)
  return rows.map((row) => row.personId)
}

export async function deleteGrant(tx: Db, townCode: string, id: string): Promise<void> {
  await sql`delete from grants where town_code = ${townCode} and id = ${id}`.execute(tx)
}

export interface GrantEvent {
  readonly kind: 'given' | 'taken'
  readonly townCode: string
  readonly actorId: string
  readonly personId: string
  readonly role: GrantedRole
  readonly scopeCode: string
}

export async function insertGrantEvent(tx: Db, now: Date, event: GrantEvent): Promise<void> {
  await sql`
    insert into grant_events (town_code, id, at, kind, actor_id, person_id, role, scope_code)
    values (${event.townCode}, ${newId()}, ${now.toISOString()}, ${event.kind}, ${event.actorId}, ${event.personId}, ${event.role},
      ${event.scopeCode})`.execute(tx)
}
