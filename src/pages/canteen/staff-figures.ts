/** 12.5 -> 1250 fen; null for what is no amount of money up to 1000 yuan. */
export function fenOf(text: string): number | null {
  const said = text.trim()
  if (!/^\d{1,4}(\.\d{0,2})?$/.test(said)) return null
  const fen = Math.round(Number(said) * 100)
  return fen <= 100_000 ? fen : null
}

/** A whole number from 0 to `most`; null for anything else. */
export function countOf(text: string, most: number): number | null {
  const said = text.trim()
  return /^\d{1,6}$/.test(said) && Number(said) <= most ? Number(said) : null
}

/** A number from 0 to 100000 with a fraction; null for anything else. */
export function amountOf(text: string): number | null {
  const said = text.trim()
  return /^\d{1,6}(\.\d{0,2})?$/.test(said) && Number(said) <= 100_000 ? Number(said) : null
}
