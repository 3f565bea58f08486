import { Refusal } from '../errors'

/** Nothing but spaces and characters that show nothing. */
export const isBlank = (text: string): boolean => /^[\s\p{Cf}\p{Cc}\u115f\u1160\u2800\u3164\uffa0]*$/u.test(text)

/** Trimmed; null when there is nothing to read. */
export const wordsOrNull = (text: string | null | undefined): string | null => (!text || isBlank(text) ? null : wellFormed(text).trim())

/** Half a surrogate pair or a zero byte would not come back from the database as it went in, and the chain would not fit. */
export function wellFormed(text: string): string {
  if (/[\p{Surrogate}\0]/u.test(text)) throw new Refusal(400, 'text-invalid', '文字里有不能识别的字符，请删掉再试。')
  return text
}
