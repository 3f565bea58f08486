/** Hours of a day, Shanghai time. */
export interface Opening {
  readonly opens: string
  readonly closes: string
}

/** 09:00-17:00: as it is typed. */
export const spanText = ({ opens, closes }: Opening): string => `${opens}-${closes}`

/** 18:45–22:00; a day from end to end is 全天. */
export const spanWords = ({ opens, closes }: Opening): string => (opens === '00:00' && closes === '24:00' ? '全天' : `${opens}–${closes}`)

/** 9:00-17:00, 09:00～12:00 -> opens and closes; null for anything else. */
export function spanOf(text: string): Opening | null {
  const [, opens, closes] = /^(\d{1,2}[:：][0-5]\d)\s*[-~～到至—]\s*(\d{1,2}[:：][0-5]\d)$/.exec(text.trim()) ?? []
  if (!opens || !closes) return null
  const plain = (time: string) => time.replace('：', ':').padStart(5, '0')
  const span = { opens: plain(opens), closes: plain(closes) }
  return span.opens < span.closes && span.closes <= '24:00' ? span : null
}

/** Several spans of a day; null where one of them is none. */
export function spansOf(text: string): Opening[] | null {
  const said = text.trim()
  const spans = said === '' ? [] : said.split(/[\s,，;；、]+/).map(spanOf)
  return spans.some((span) => span === null) ? null : (spans as Opening[])
}

/** Whether the text is a day that the calendar has: 2027-01-01. */
export const isDay = (text: string): boolean => {
  const moment = new Date(`${text}T00:00:00Z`)
  return /^20\d\d-\d\d-\d\d$/.test(text) && !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text)
}
