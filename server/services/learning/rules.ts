import { createHash } from 'node:crypto'

/** So many right ones of a day's five pass. */
export const passMark = 4

export const isPassed = (right: number): boolean => right >= passMark

/**
 * The questions of a person's day: the first so many when the bank is ordered by what person, day and question come to together. So the
 * order of the bank does not matter, and a question that is added or retired changes one of them at most.
 */
export function draw(bank: readonly string[], personId: string, day: string, size: number): string[] {
  const lot = (code: string) => createHash('sha256').update(`${personId} ${day} ${code}`).digest('hex')
  return bank
    .map((code) => [lot(code), code] as const)
    .sort(([one, code], [other, otherCode]) => (one < other || (one === other && code < otherCode) ? -1 : 1))
    .slice(0, size)
    .map(([, code]) => code)
}

/** Where the first answer stands that has no such option, or undefined. */
export const outside = (answers: readonly number[], options: readonly number[]): number | undefined => {
  const at = answers.findIndex((answer, place) => answer >= (options[place] ?? 0))
  return at < 0 ? undefined : at
}
