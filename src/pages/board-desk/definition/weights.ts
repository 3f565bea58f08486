/** Decimals as whole millionths: sums of them are exact. */
const millionths = 1_000_000

const isWeight = (text: string): boolean => /^\d{1,3}(\.\d{1,6})?$/.test(text.trim())

function asMillionths(text: string): number {
  const [whole = '0', fraction = ''] = text.trim().split('.')
  return Number(whole) * millionths + Number(fraction.padEnd(6, '0'))
}

const asText = (count: number): string =>
  count % millionths === 0
    ? String(count / millionths)
    : `${Math.floor(count / millionths)}.${String(count % millionths)
        .padStart(6, '0')
        .replace(/0+$/, '')}`

/** What the weights are together, and what is wrong with that; what is no number counts nothing. */
export function sumOf(weights: readonly string[]): { readonly sum: string; readonly fault: string | null } {
  const total = weights.filter(isWeight).reduce((sum, weight) => sum + asMillionths(weight), 0)
  const left = 100 * millionths - total
  const sum = asText(total)
  if (left === 0 && weights.every(isWeight)) return { sum, fault: null }
  if (left === 0) return { sum, fault: '权重写数，比如 40 或 33.5。' }
  return { sum, fault: left > 0 ? `还差 ${asText(left)}%` : `多了 ${asText(-left)}%` }
}
