import type { unitKinds } from '../../../contract/place'
import type { Privacy, State } from '../../../contract/report'
import type { Identity } from '../../plugins/auth'

/** Who asks. */
export type Person = Pick<Identity, 'personId' | 'townCode' | 'grants'>

/** The clock looks at a report as nobody in particular. */
export const nobody: Person = { personId: '00000000-0000-0000-0000-000000000000', townCode: null, grants: [] }

/** In which capacity somebody may act on a report. `accepter`: the grid worker who took it on. `department`: a department that leads. */
export const capacities = ['reporter', 'lead', 'department', 'helper', 'grid', 'accepter', 'grid_leader', 'admin'] as const
export type Capacity = (typeof capacities)[number]

/** What the grants of a person reach: grids and departments by their unit, property companies by the compound they look after. */
export interface Reach {
  readonly grids: readonly string[]
  readonly departments: readonly string[]
  readonly compounds: readonly string[]
  readonly admin: boolean
}

export function reachOf({ grants, townCode }: Person): Reach {
  const scopes = (...roles: string[]) => grants.filter((grant) => roles.includes(grant.role)).map((grant) => grant.scopeCode)
  return {
    grids: [...new Set(scopes('grid_worker', 'grid_leader'))],
    departments: scopes('department'),
    compounds: scopes('property'),
    admin: townCode !== null && scopes('admin').includes(townCode),
  }
}

export const handlesMatters = ({ grids, departments, compounds, admin }: Reach): boolean =>
  admin || grids.length + departments.length + compounds.length > 0

export type UnitKind = (typeof unitKinds)[number]

/** What a row says about who stands where; the database finds out whether the person's units lead or help. */
export interface Sighted {
  readonly townCode: string
  readonly reporterId: string
  readonly privacy: Privacy
  readonly state: State
  readonly gridCode: string
  readonly leadCode: string
  readonly leadKind: UnitKind
  readonly acceptedById: string | null
  readonly isLead: boolean
  /** The unit of the person's that helps. */
  readonly helper: { readonly code: string; readonly kind: UnitKind } | null
}

/** All capacities that a person has towards a report. Roles count in the town of the report only. */
export function capacitiesOf(row: Sighted, person: Person): Set<Capacity> {
  const held = new Set<Capacity>()
  if (row.reporterId === person.personId) held.add('reporter')
  if (row.townCode !== person.townCode) return held
  const holds = (role: string, scope: string) => person.grants.some((grant) => grant.role === role && grant.scopeCode === scope)
  if (row.isLead) held.add('lead')
  if (row.isLead && row.leadKind === 'department') held.add('department')
  if (row.helper) held.add('helper')
  if (holds('grid_worker', row.gridCode)) held.add('grid')
  if (held.has('grid') && row.acceptedById === person.personId) held.add('accepter')
  if (holds('grid_leader', row.gridCode)) held.add('grid_leader')
  if (holds('admin', row.townCode)) held.add('admin')
  return held
}

/** What a reader may know: staff and the reporter all of it, neighbours what privacy allows, everybody else nothing. */
export type Sight = 'staff' | 'reporter' | 'neighbour' | 'none'

export function sightOf(row: Sighted, person: Person, held = capacitiesOf(row, person)): Sight {
  if ([...held].some((capacity) => capacity !== 'reporter')) return 'staff'
  if (held.has('reporter')) return 'reporter'
  return row.townCode === person.townCode && isPublic(row) ? 'neighbour' : 'none'
}

/** Neighbours may know that it is there. */
export const isPublic = ({ privacy, state }: Pick<Sighted, 'privacy' | 'state'>): boolean =>
  isShared(privacy) && state !== 'rejected' && state !== 'merged'

export const isShared = (privacy: Privacy): boolean => privacy === 'normal' || privacy === 'masked'

/** Text, pictures and the words on the exact place may name somebody. */
export const seesContent = (sight: Sight, privacy: Privacy): boolean => sight !== 'neighbour' || privacy === 'normal'

/** Who may read who reported it. */
export const mayContact = (held: ReadonlySet<Capacity>): boolean =>
  (['lead', 'grid', 'grid_leader', 'admin'] as const).some((capacity) => held.has(capacity))

/** How an event names the capacity that somebody acted in: the first that the transition allows; role and unit for staff. */
export function actingAs(row: Sighted, person: Person, by: readonly Capacity[]): string {
  const held = capacitiesOf(row, person)
  const capacity = capacities.find((capacity) => by.includes(capacity) && held.has(capacity))
  if (capacity === 'lead' || capacity === 'department') return roleAt({ code: row.leadCode, kind: row.leadKind }, person)
  if (capacity === 'helper' && row.helper) return roleAt(row.helper, person)
  if (capacity === 'grid' || capacity === 'accepter') return `grid_worker:${row.gridCode}`
  if (capacity === 'grid_leader') return `grid_leader:${row.gridCode}`
  return capacity ?? 'resident'
}

function roleAt({ code, kind }: { code: string; kind: UnitKind }, { grants }: Person): string {
  const works = grants.some((grant) => grant.role === 'grid_worker' && grant.scopeCode === code)
  return `${kind === 'grid' ? (works ? 'grid_worker' : 'grid_leader') : kind}:${code}`
}
