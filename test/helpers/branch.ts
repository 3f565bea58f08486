import { randomUUID } from 'node:crypto'
import { phonePicture } from './pictures'
import type { Caller, TestTown } from './server'

export const aiboBranch = 'DZB-310112008012'
export const otherBranch = 'DZB-XH-SWQ'
const xinhong = '310112008'

/** Gives a role of 新虹 to somebody, as 赵主任 does. */
export async function give(
  town: TestTown,
  caller: Caller,
  role: 'party_member' | 'secretary',
  scopeCode = aiboBranch,
  nickname?: string,
): Promise<Caller> {
  const zhao = await town.as('admin')
  const change = { town_code: xinhong, ...(nickname ? { nickname } : {}) }
  await town.db.updateTable('persons').set(change).where('id', '=', caller.personId).execute()
  await zhao.ok('POST /people/:id/grants', { params: { id: caller.personId }, body: { role, scopeCode }, key: randomUUID() })
  return caller
}

/** A screenshot of the caller's. */
export async function screenshot(caller: Caller): Promise<string> {
  const { status, body } = await caller.upload(await phonePicture())
  if (status !== 201) throw new Error(`the screenshot was answered ${status}`)
  return body.id
}

/** Writes down a total with a new screenshot. */
export const sayTotal = async (caller: Caller, month: string, total: number, key?: string) =>
  caller.call('POST /branch/xuexi', { body: { month, total, photoId: await screenshot(caller) }, ...(key ? { key } : {}) })
