import type { Entry } from '../../services/board/rules-rank'

/** A number below `most` that is always the same for the same words: figures look alive, and are the same at every start. */
export function numberOf(words: string, most: number): number {
  let hash = 2166136261
  for (const character of words) hash = Math.imul(hash ^ (character.codePointAt(0) as number), 16777619)
  // The last step of a good hash: words that differ at their end only give numbers far apart.
  hash = Math.imul(hash ^ (hash >>> 16), 2246822507)
  return ((hash ^ (hash >>> 13)) >>> 0) % most
}

/** 946 -> 94.6 */
export const tenths = (value: number): string => (value / 10).toFixed(1)

/** Tenths of points of those in front, newest month first; where a list ends, the months before fall off gently. */
const leaders: Readonly<Record<string, readonly number[]>> = {
  '310112008014': [974, 970],
  '310112107003': [960, 961],
  '310112107015': [952, 948],
  '310112008002': [949, 948],
  '310112008012': [946, 934, 928, 930, 919, 921, 909, 912, 908, 894, 903, 898],
  '310112008005': [946, 942],
  '310112008013': [941, 944],
}

/** What a unit reaches in a month so many months back, in tenths of points; never more than the leaders. */
function scoreOf(unitCode: string, back: number): number {
  const known = leaders[unitCode] ?? []
  const wobble = (width: number) => numberOf(`${unitCode} ${back}`, width) - Math.floor(width / 2)
  if (known[back] !== undefined) return known[back]
  const last = known[known.length - 1]
  if (last !== undefined) return last - 5 * (back - known.length + 1) + wobble(7)
  const trend = numberOf(`${unitCode} trend`, 9) - 3
  return Math.min(926, Math.max(700, 770 + numberOf(unitCode, 150) - trend * back + wobble(19)))
}

/** Splits a score over 分类实效, 设施与宣传 and 落地垃圾告警, about as the weights do. */
export function sortingFigures(unitCode: string, back: number): Record<string, string> {
  const score = scoreOf(unitCode, back)
  const effect = Math.round(score * 0.4038)
  const facilities = Math.round(score * 0.3055)
  return { effect: tenths(effect), facilities: tenths(facilities), litter: tenths(score - effect - facilities) }
}

const sampled = (figures: Record<string, string>, sample: number) => ({ figures, sample })
const rate = (words: string, least: number) => tenths(least + numberOf(words, 1001 - least))

type Figures = Pick<Entry, 'figures' | 'sample'> | undefined
type Maker = (unitCode: string, back: number) => Figures

const handling: Maker = (unitCode, back) =>
  sampled(
    { good: rate(`${unitCode} good ${back}`, 820), on_time: rate(`${unitCode} time ${back}`, 880) },
    2 + numberOf(`${unitCode} cases ${back}`, 30),
  )
const participation: Maker = (unitCode, back) => sampled({ participation: rate(`${unitCode} ${back}`, 700) }, 8 + numberOf(unitCode, 20))

/** Lifts are few: most areas have none to report. */
const lifts: Maker = (unitCode, back) =>
  numberOf(`${unitCode} lift`, 3) > 0 ? undefined : { figures: { score: String(numberOf(`${unitCode} ${back}`, 5)) }, sample: null }

/** A share of the year's goal, so it grows from month to month. */
const goals: Maker = (unitCode, back) => ({
  figures: { score: tenths(780 + numberOf(unitCode, 150) - 70 * back + numberOf(`${unitCode} ${back}`, 20)) },
  sample: null,
})

/** What the health portrait of a property company says. */
export const portrait: Maker = (unitCode, back) => {
  const points = (key: string, full: number, least: number) => tenths(full * 10 - numberOf(`${unitCode} ${key} ${back}`, full * 10 - least))
  return {
    figures: {
      repair: points('r', 30, 240),
      cleaning: points('c', 30, 235),
      safety: points('s', 20, 165),
      residents: points('p', 20, 150),
    },
    sample: null,
  }
}

/** Figures of a unit by board. */
export const figureMakers: Readonly<Record<string, Maker>> = {
  COOP: handling,
  LIFT: lifts,
  STATION: (unitCode, back) =>
    sampled({ stars: (4 + numberOf(`${unitCode} ${back}`, 10) / 10).toFixed(1) }, 1 + numberOf(`${unitCode} visits ${back}`, 40)),
  'STUDY.PERSON': (_, back) => sampled({ total: String(18_600 - 1150 * back) }, 1),
  STUDY: participation,
  ECON: goals,
  PROP: portrait,
  GARB: (unitCode, back) => ({ figures: sortingFigures(unitCode, back), sample: null }),
}
