import type { Db } from '../../database/connect'
import { tellEach } from '../../shared/inbox'
import { badRows, type Fault, faultAt } from '../../shared/table-rows'
import type { Seen } from './access'
import { addEvents, findMembers, type Imported, lockPeople, type MemberRow, putImported, putSaid } from './queries-xuexi'
import { type TotalFileRow, totalOfRow } from './total-file'
import { importedLetter } from './words'

export interface Counted {
  readonly confirmed: number
  readonly unchanged: number
  /** The secretary's own: somebody else confirms it. */
  readonly waiting: number
}

interface Job {
  readonly branch: Seen
  readonly month: string
  readonly secretaryId: string
}

/** Writes a month's totals of a branch from a file, all or nothing. Throws 422 with each bad row's number and reason. */
export async function importTotals(
  tx: Db,
  { branch, month, secretaryId }: Job,
  rows: readonly TotalFileRow[],
  now: Date,
): Promise<Counted> {
  const { townCode, code } = branch
  const ids = (await findMembers(tx, townCode, code)).map(({ id }) => id)
  await lockPeople(tx, ids)
  const members = await findMembers(tx, townCode, code)
  const told = readAll(rows, members, month)
  const changed = told.filter((one) => !isSame(one, members, month))
  const own = changed.filter(({ personId }) => personId === secretaryId)
  const others = changed.filter(({ personId }) => personId !== secretaryId)
  await putImported(tx, { townCode, month, deciderId: secretaryId }, others, now)
  for (const { personId, total } of own) await putSaid(tx, { townCode, personId, month, total, photoId: null, saidBy: secretaryId }, now)
  await addEvents(tx, { townCode, kind: 'imported', actorId: secretaryId, month, note: null }, changed, now)
  await tellEach(
    tx,
    now,
    others.map(({ personId, total }) => ({ personId, ...importedLetter(month, total) })),
  )
  return { confirmed: others.length, unchanged: told.length - changed.length, waiting: own.length }
}

function readAll(rows: readonly TotalFileRow[], members: readonly MemberRow[], month: string): Imported[] {
  const lines = new Map<string, number>()
  const faults: Fault[] = []
  const read: Imported[] = []
  for (const row of rows) {
    const one = totalOfRow(row, members, month)
    if (Array.isArray(one)) {
      faults.push(...one.map((reason) => faultAt(row.line, reason)))
      continue
    }
    const { personId } = one as Imported
    const earlier = lines.get(personId)
    if (earlier !== undefined) faults.push(faultAt(row.line, `这位成员在第 ${earlier} 行已经写过了`))
    lines.set(personId, row.line)
    read.push(one as Imported)
  }
  if (faults.length > 0) throw badRows(faults, 'branch')
  return read
}

/** Confirmed already, just so. */
function isSame({ personId, total }: Imported, members: readonly MemberRow[], month: string): boolean {
  const known = members.find(({ id }) => id === personId)?.known.find((one) => one.month === month)
  return known?.state === 'confirmed' && known.total === total
}
