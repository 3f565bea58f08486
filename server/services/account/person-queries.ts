import { sql } from 'kysely'
import type { Grant, Person } from '../../../contract/account'
import type { Db } from '../../database/connect'

/** A person as the database has them: telephone and room still sealed. */
export interface PersonRow {
  readonly id: string
  readonly nickname: string
  readonly avatarPhotoId: string | null
  readonly phoneSealed: string | null
  readonly roomSealed: string | null
  readonly town: Person['town']
  readonly home: Person['home']
  readonly elderMode: boolean
  readonly nameOnBoards: boolean
  readonly grants: Grant[]
  readonly unreadCount: number
}

const grantsOf = sql`coalesce((select json_agg(json_build_object('id', g.id, 'role', g.role, 'scopeCode', g.scope_code, 'scopeName', g.scope_name)
  order by g.granted_at, g.id) from grants g where g.person_id = p.id and g.town_code = p.town_code), '[]')`

export async function findPerson(db: Db, id: string): Promise<PersonRow> {
  const { rows } = await sql<PersonRow>`
    select p.id, p.nickname, p.avatar_photo_id as "avatarPhotoId", p.phone_sealed as "phoneSealed", p.home_room_sealed as "roomSealed",
      p.elder_mode as "elderMode", p.name_on_boards as "nameOnBoards",
      case when t.code is not null then json_build_object('code', t.code, 'name', t.name) end as town,
      case when a.code is not null then json_build_object('areaCode', a.code, 'areaName', a.short_name, 'compoundCode', c.code,
        'compoundName', c.name, 'building', p.home_building, 'room', null) end as home,
      ${grantsOf} as grants,
      (select count(*) from messages m where m.person_id = p.id and m.read_at is null) as "unreadCount"
    from persons p
    left join towns t on t.code = p.town_code
    left join areas a on a.code = p.home_area_code
    left join compounds c on c.town_code = p.town_code and c.code = p.home_compound_code
    where p.id = ${id}`.execute(db)
  return rows[0] as PersonRow
}

export interface LockedPerson {
  readonly townCode: string | null
  readonly avatarPhotoId: string | null
  readonly compoundCode: string | null
  readonly building: string | null
  readonly roomSealed: string | null
  /** Where the person holds roles. */
  readonly grantTowns: readonly string[]
}

/** The person, locked until the transaction ends: a move and a new role cannot pass each other unseen. */
export async function lockPerson(tx: Db, id: string): Promise<LockedPerson | undefined> {
  const { rows } = await sql<LockedPerson>`
    select p.town_code as "townCode", p.avatar_photo_id as "avatarPhotoId", p.home_compound_code as "compoundCode",
      p.home_building as building, p.home_room_sealed as "roomSealed",
      array(select distinct g.town_code from grants g where g.person_id = p.id) as "grantTowns"
    from persons p where p.id = ${id} for update of p`.execute(tx)
  return rows[0]
}

/** The town of an area, and whether the app is open there; undefined when there is no such area. */
export async function findAreaTown(tx: Db, areaCode: string): Promise<{ townCode: string; open: boolean } | undefined> {
  const { rows } = await sql<{ townCode: string; open: boolean }>`
    select a.town_code as "townCode", t.prefix is not null as open from areas a join towns t on t.code = a.town_code
    where a.code = ${areaCode}`.execute(tx)
  return rows[0]
}

export async function isCompoundOf(tx: Db, areaCode: string, compoundCode: string): Promise<boolean> {
  const { rows } = await sql`select 1 from compounds where area_code = ${areaCode} and code = ${compoundCode}`.execute(tx)
  return rows.length > 0
}

export async function setNickname(tx: Db, id: string, nickname: string): Promise<void> {
  await sql`update persons set nickname = ${nickname} where id = ${id}`.execute(tx)
}

export async function setElderMode(tx: Db, id: string, elderMode: boolean): Promise<void> {
  await sql`update persons set elder_mode = ${elderMode} where id = ${id}`.execute(tx)
}

export async function setNameOnBoards(tx: Db, id: string, nameOnBoards: boolean): Promise<void> {
  await sql`update persons set name_on_boards = ${nameOnBoards} where id = ${id}`.execute(tx)
}

export async function setAvatar(tx: Db, id: string, photoId: string | null): Promise<void> {
  await sql`update persons set avatar_photo_id = ${photoId} where id = ${id}`.execute(tx)
}

export async function setPhone(tx: Db, id: string, phoneSealed: string): Promise<void> {
  await sql`update persons set phone_sealed = ${phoneSealed} where id = ${id}`.execute(tx)
}

export interface HomeRow {
  readonly townCode: string | null
  readonly areaCode: string | null
  readonly compoundCode: string | null
  readonly building: string | null
  readonly roomSealed: string | null
}

export async function setHome(tx: Db, id: string, home: HomeRow): Promise<void> {
  await sql`
    update persons set town_code = ${home.townCode}, home_area_code = ${home.areaCode}, home_compound_code = ${home.compoundCode},
      home_building = ${home.building}, home_room_sealed = ${home.roomSealed} where id = ${id}`.execute(tx)
}
