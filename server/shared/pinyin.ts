import { pinyin } from 'pinyin-pro'

/** How a Chinese name is typed without tones and spaces: 爱博四村 -> aibosicun, absc. Letters and digits stay. */
export function spell(name: string): { pinyin: string; initials: string } {
  const syllables = pinyin(name, { toneType: 'none', type: 'array', nonZh: 'spaced', v: true }).map((text) => text.toLowerCase())
  const kept = syllables.map((text) => text.replace(/[^a-z0-9]/g, '')).filter(Boolean)
  return { pinyin: kept.join(''), initials: kept.map((text) => text[0]).join('') }
}
