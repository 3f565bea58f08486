/** One line of the results. */
export interface Row {
  readonly what: string
  readonly figure: number
  readonly unit?: string
  readonly target: string
  readonly met: boolean
  readonly note?: string
}

/** The results as a Markdown table. */
export function tableOf(rows: readonly Row[]): string {
  const lines = rows.map(
    ({ what, figure, unit = '', target, met, note = '' }) =>
      `| ${what} | ${figure.toFixed(2)}${unit && ` ${unit}`} | ${target} | ${met ? 'yes' : 'NO'} | ${note} |`,
  )
  return ['| what | measured | target | met | from |', '|---|---|---|---|---|', ...lines].join('\n')
}

export const median = (figures: readonly number[]): number => [...figures].sort((a, b) => a - b)[Math.floor(figures.length / 2)] as number
