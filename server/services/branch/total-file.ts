import { plain } from '../../shared/table-file'
import { readRows, type TableRow } from '../../shared/table-rows'
import type { Imported, MemberRow } from './queries-xuexi'
import { boundsOf } from './rules-xuexi'

const columns = {
  member: { names: ['member', 'nickname', 'id', '成员'] },
  total: { names: ['total', '总分'] },
} as const
export type TotalFileRow = TableRow<typeof columns>

/** The rows of a file of totals. Throws a Refusal when it is too large (413), or no table or without a column (422). */
export const readTotalFile = (bytes: Buffer): Promise<TotalFileRow[]> => readRows(bytes, columns, 'branch')

/** What a row means, or everything that is wrong with it, in Chinese. */
export function totalOfRow(row: TotalFileRow, members: readonly MemberRow[], month: string): Imported | string[] {
  const found = membersNamed(row.member, members)
  const [member] = found
  const text = plain(row.total)
  const total = /^\d{1,7}$/.test(text) ? Number(text) : undefined
  const { least, most } = boundsOf(member?.known ?? [], month)
  const faults = [
    !row.member && '没有写成员',
    row.member !== '' && found.length === 0 && `支部里没有“${shown(row.member)}”`,
    found.length > 1 && `支部里有 ${found.length} 位“${shown(row.member)}”，请改写编号`,
    total === undefined && (row.total ? `总分“${shown(row.total)}”请写成整数` : '没有写总分'),
    found.length === 1 && total !== undefined && total < least && `总分 ${total} 比之前确认的 ${least} 少`,
    found.length === 1 && total !== undefined && total > most && `总分 ${total} 比后一个月确认的 ${most} 多`,
  ].filter((fault) => typeof fault === 'string')
  return faults.length > 0 || !member || total === undefined ? faults : { personId: member.id, total }
}

/** By id, or by the nickname. */
function membersNamed(text: string, members: readonly MemberRow[]): readonly MemberRow[] {
  const byId = members.filter(({ id }) => id === plain(text).toLowerCase())
  return byId.length > 0 ? byId : members.filter(({ nickname }) => nickname.trim() === text)
}

const shown = (text: string) => text.replace(/\p{Cc}+/gu, ' ').slice(0, 40)
