/** 1250 fen -> 12.50; whole yuan without the fen: 1200 -> 12. */
export const yuan = (fen: number): string => (fen % 100 === 0 ? String(fen / 100) : (fen / 100).toFixed(2))

/** 1250 fen -> ¥12.50; what is taken off begins with a minus: -200 -> −¥2. */
export const price = (fen: number): string => `${fen < 0 ? '−' : ''}¥${yuan(Math.abs(fen))}`

/** 72418 -> 72,418 */
export const grouped = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',')
