import type { Db } from '../../database/connect'
import { conflict, notFound, roleMissing, unfit } from '../../errors'
import type { Foundation } from '../../foundation'
import { type Identity, identityChanged } from '../../plugins/auth'
import { decodeCursor, encodeCursor, pageOf } from '../../shared/cursor'
import { newId } from '../../shared/id'
import { tell } from '../../shared/inbox'
import { roleNames } from '../../shared/role-names'
import { maskPhone } from '../../shared/seal'
import {
  deleteGrant,
  findPeople,
  findScopeName,
  type HeldGrant,
  insertGrant,
  insertGrantEvent,
  lockAdmins,
  lockGrant,
} from './grant-queries'
import type { AccountHandlers } from './handlers'
import { lockPerson } from './person-queries'
import { type GrantedRole, scopeKindOf } from './rules'
import { revokeSessionsOf } from './session-queries'

type GrantCalls = 'GET /people' | 'POST /people/:id/grants' | 'DELETE /grants/:id' | 'DELETE /people/:id/sessions'

/** What an admin does with the people of the own town, and with nobody else. */
export function grantHandlers({ sealer }: Foundation): Pick<AccountHandlers, GrantCalls> {
  return {
    'GET /people': async ({ db, person, query }) => {
      const { q = '', limit = 20 } = query
      const found = await findPeople(db, townOf(person), q.trim(), decodeCursor(query.cursor, 'text', 'id'), limit)
      const { items, nextCursor } = pageOf(found, limit, (row) => encodeCursor(row.nickname, row.id))
      const masked = (sealed: string | null) => sealed && maskPhone(sealer.open(sealed))
      return { items: items.map(({ phoneSealed, ...rest }) => ({ ...rest, phone: masked(phoneSealed) })), nextCursor }
    },
    'POST /people/:id/grants': ({ person, params, body, now, write }) =>
      write(async (tx) => {
        await lockTownsman(tx, person, params.id)
        const scopeName = await scopeNameFor(tx, townOf(person), body.role, body.scopeCode)
        const grant = { id: newId(), townCode: townOf(person), personId: params.id, ...body, scopeName, grantedBy: person.personId }
        const { added, ...kept } = await insertGrant(tx, now, grant)
        if (added) await record(tx, now, 'given', person, { ...kept, personId: params.id })
        return kept
      }),
    'DELETE /grants/:id': ({ person, params, now, write }) =>
      write(async (tx) => {
        // Two admins who take it from each other would leave none.
        if (!(await lockAdmins(tx, townOf(person))).includes(person.personId)) throw roleMissing()
        const grant = await lockGrant(tx, townOf(person), params.id)
        if (!grant) throw notFound('account-grant-unknown', '没有这个身份，可能已经收回。')
        if (grant.role === 'admin' && grant.personId === person.personId) {
          throw conflict('account-own-admin', '不能收回自己的管理员身份，请另一位管理员来做。')
        }
        await deleteGrant(tx, townOf(person), params.id)
        await record(tx, now, 'taken', person, grant)
        return null
      }),
    'DELETE /people/:id/sessions': ({ person, params, now, write }) =>
      write(async (tx) => {
        await lockTownsman(tx, person, params.id)
        await revokeSessionsOf(tx, now, params.id)
        return null
      }),
  }
}

/** An admin always has a town: the grant counts only there. */
const townOf = (admin: Identity): string => admin.townCode as string

async function lockTownsman(tx: Db, admin: Identity, id: string): Promise<void> {
  const townsman = await lockPerson(tx, id)
  if (townsman?.townCode !== townOf(admin)) throw notFound('account-person-unknown', '本街镇没有这个人。')
}

async function scopeNameFor(tx: Db, townCode: string, role: GrantedRole, scopeCode: string): Promise<string> {
  const name = await findScopeName(tx, townCode, scopeKindOf(role), scopeCode)
  if (!name) throw unfit('account-scope-unknown', '本街镇没有这个范围，请重新选择。', 'body/scopeCode')
  return name
}

/** Writes down who did it, tells the person, and lets it count at once. */
async function record(tx: Db, now: Date, kind: 'given' | 'taken', admin: Identity, grant: HeldGrant): Promise<void> {
  const { personId, role, scopeCode, scopeName } = grant
  await insertGrantEvent(tx, now, { kind, townCode: townOf(admin), actorId: admin.personId, personId, role, scopeCode })
  const body = `您${kind === 'given' ? '现在是' : '不再是'}${roleNames[role]}（${scopeName}）。`
  await tell(tx, now, [personId], { title: '身份变更', body, link: null })
  await identityChanged(tx, personId)
}
