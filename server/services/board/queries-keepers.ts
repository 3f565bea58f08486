import { sql } from 'kysely'
import type { RankedKind } from '../../../contract/board'
import type { Db } from '../../database/connect'
import type { Identity } from '../../plugins/auth'

/** A unit somebody speaks for. */
export interface KeptUnit {
  readonly kind: RankedKind
  readonly unitCode: string
  readonly name: string
}

/**
 * The units of their town that somebody speaks for by their roles, by kind and code: a compound's property company, a department's and a
 * branch's and a station's own people; for an area its committee and its grid; for what only boards know of, the town's admin.
 */
export async function findKept(db: Db, { townCode, grants }: Identity): Promise<KeptUnit[]> {
  if (townCode === null) return []
  const scopes = (...roles: string[]) => grants.filter(({ role }) => roles.includes(role)).map(({ scopeCode }) => scopeCode)
  const isAdmin = scopes('admin').length > 0
  const { rows } = await sql<KeptUnit>`
    select u.kind, u.code as "unitCode", u.name from board_ranked_units u
    where u.town_code = ${townCode} and (
      u.kind = 'compound' and u.code = any(${scopes('property')}::text[])
      or u.kind = 'department' and u.code = any(${scopes('department')}::text[])
      or u.kind = 'station' and u.code = any(${scopes('site_host')}::text[])
      or u.kind = 'branch' and u.code = any(${scopes('secretary')}::text[])
      or u.kind = 'area' and (
        u.code in (select area_code from units
          where town_code = ${townCode} and serves = 'neighborhood' and code = any(${scopes('department')}::text[]))
        or u.code in (select code from areas where town_code = ${townCode} and grid_code = any(${scopes('grid_worker', 'grid_leader')}::text[])))
      or u.kind in ('village_company', 'enterprise') and ${isAdmin}::boolean)
    order by u.kind, u.code`.execute(db)
  return rows
}
