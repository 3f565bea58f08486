/** What a guest's phone shows to a scanner begins so. */
const mark = 'JM1.'
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

export const isNumber = (text: string): boolean => /^\d{4}$/.test(text)
/** Four digits that were said, or something a scanner read; not whatever else is typed. */
export const isScanned = (text: string): boolean => text.startsWith(mark)

/** What stands in the field after one more key; keys that belong to neither a number nor a code do nothing. */
export function typedAfter(typed: string, key: string): string {
  // a scanner begins anew whatever stands there; its own letters may be those of the mark, the mark itself is in no code
  const begins = !isScanned(typed) && key === mark[0]
  const next = (typed + key).endsWith(mark) ? mark : begins ? key : typed + key
  return isScanned(next) || mark.startsWith(next) || /^\d{1,4}$/.test(next) ? next : typed
}

export const erasedOne = (typed: string): string => (isScanned(typed) ? '' : typed.slice(0, -1))

/** base64url -> hexadecimal: six bits a letter, four bits a digit. */
function hexOf(text: string): string {
  const bits = [...text].map((letter) => letters.indexOf(letter).toString(2).padStart(6, '0')).join('')
  return (bits.match(/[01]{4}/g) ?? []).map((four) => Number.parseInt(four, 2).toString(16)).join('')
}

/**
 * The order that a scanned code speaks of; null where it speaks of none. Only the server can tell whether it may be believed, so
 * this serves to find the meal in the list while the network is away.
 */
export function orderIdOf(code: string): string | null {
  const [, order = ''] = /^JM1\.([A-Za-z0-9_-]{22})\./.exec(code) ?? []
  const parts = /^(.{8})(.{4})(.{4})(.{4})(.{12})/.exec(hexOf(order))
  return parts ? parts.slice(1, 6).join('-') : null
}
