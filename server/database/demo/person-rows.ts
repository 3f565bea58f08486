import type { Persona } from '../../../contract/account'
import type { Sealer } from '../../shared/seal'
import { people } from './people'

const idOf = (kind: string, at: number) => `0199f000-${kind}-7000-8000-${String(at + 1).padStart(12, '0')}`

/** The id that a demo person has in every demo town. */
export const personId = (persona: Persona): string =>
  idOf(
    '0001',
    people.findIndex(([known]) => known === persona),
  )
/** The id of the consent that lets 王小雯 book for 王阿姨. */
export const familyId = idOf('0003', 0)

/** Who lets the boards write their name; nobody else is on a board of persons. */
export const onBoards: readonly Persona[] = ['secretary']

export const personRows = (now: Date, sealer: Sealer) =>
  people.map(([persona, { nickname, town, home }], at) => ({
    id: idOf('0001', at),
    town_code: town,
    demo_persona: persona,
    nickname,
    phone_sealed: sealer.seal(`1380000${String(1001 + at)}`),
    home_area_code: home?.area ?? null,
    home_compound_code: home?.compound ?? null,
    home_building: home?.building ?? null,
    home_room_sealed: home ? sealer.seal(home.room) : null,
    name_on_boards: onBoards.includes(persona),
    created_at: now.toISOString(),
  }))

export const grantRows = (now: Date) =>
  people.flatMap(([, { town, grant }], at) =>
    grant
      ? [
          {
            town_code: town,
            id: idOf('0002', at),
            person_id: idOf('0001', at),
            role: grant.role,
            scope_code: grant.scope,
            scope_name: grant.scopeName,
            granted_at: now.toISOString(),
          },
        ]
      : [],
  )
