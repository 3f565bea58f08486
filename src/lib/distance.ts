/** 350 米, 1.2 公里, 120 公里 */
export function distanceText(metres: number): string {
  if (metres < 1000) return `${metres} 米`
  return `${(metres / 1000).toFixed(metres < 10_000 ? 1 : 0)} 公里`
}
