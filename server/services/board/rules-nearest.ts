/** The name that is most like what was written, when it is like it at all: no more than half of its letters are others. */
export function nearestName(written: string, names: Iterable<string>): string | undefined {
  const letters = [...written.normalize('NFKC')]
  let nearest: { name: string; distance: number } | undefined
  for (const name of names) {
    const most = Math.min(nearest ? nearest.distance - 1 : Number.POSITIVE_INFINITY, Math.floor(Math.max(letters.length, name.length) / 2))
    const others = [...name.normalize('NFKC')]
    if (Math.abs(others.length - letters.length) > most) continue
    const distance = distanceOf(letters, others)
    if (distance <= most) nearest = { name, distance }
  }
  return nearest?.name
}

/** How many letters are to be put in, left out or changed (Levenshtein). */
function distanceOf(a: readonly string[], b: readonly string[]): number {
  let row = b.map((_, at) => at + 1)
  a.forEach((letter, at) => {
    let [corner, left] = [at, at + 1]
    row = row.map((above, column) => {
      const changed = corner + Number(letter !== b[column])
      corner = above
      left = Math.min(changed, above + 1, left + 1)
      return left
    })
  })
  return row.at(-1) ?? a.length
}
