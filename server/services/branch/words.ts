import type { Told } from '../../shared/inbox'

const link = '/pages/study/xuexi/index'
const monthWords = (month: string) => `${Number(month.slice(0, 4))}年${Number(month.slice(5))}月`

/** What the secretary decided on a total, to the member. */
export function letterOf(
  { month, total }: { readonly month: string; readonly total: number },
  { confirmed, note }: { readonly confirmed: boolean; readonly note: string | null },
): Told {
  const what = `您${monthWords(month)}的学习强国总分 ${total} 分`
  const body = confirmed ? `${what}确认了。` : `${what}退回了，请改好再交一次。`
  return { title: confirmed ? '学习强国总分确认了' : '学习强国总分请再看一下', body: note ? `${body}留言：${note}` : body, link }
}

/** What was taken from a branch's file, to the member. */
export const importedLetter = (month: string, total: number): Told => ({
  title: '学习强国总分记上了',
  body: `支部按表格记上了您${monthWords(month)}的学习强国总分 ${total} 分。数字不对，请跟书记说一声。`,
  link,
})
