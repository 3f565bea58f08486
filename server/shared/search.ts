import { spell } from './pinyin'

/** What to look for: the words in the name, or their letters in the pinyin or the initials. */
export interface Search {
  readonly words: string
  /** Null where letters would find too much. */
  readonly letters: string | null
}

/**
 * Reads what a person typed: 四村, sicun, ABSC. Two or more Chinese characters are also looked for by their sound, so a wrong
 * character of the same sound (爱波四村) still finds the place.
 */
export function readSearch(text: string): Search {
  const words = text.replace(/\s+/g, '').toLowerCase()
  const spoken = spell(words).pinyin
  const enough = /^[a-z0-9]+$/.test(words) || [...words].length >= 2
  return { words, letters: enough && spoken ? spoken : null }
}
