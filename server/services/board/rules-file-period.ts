import { plain } from '../../shared/table-file'

const numerals = ['一', '二', '三', '四']
const halves: Readonly<Record<string, string>> = { 上: '1', 下: '2', '1': '1', '2': '2' }

/** The period that somebody wrote: 2026-10, 2026年10月, 2026/10, a day that a table made of it (2026-10-01); 2026-Q3, 2026年第三季度; 2026-H1, 2026年上半年. */
export function readPeriod(written: string): string | undefined {
  const text = plain(written).replace(/\s/g, '').toUpperCase()
  const [, monthYear, month] = /^(20\d\d)[-/.年](0?[1-9]|1[0-2])(?:月|[-/.]0?1)?$/.exec(text) ?? []
  if (month) return `${monthYear}-${month.padStart(2, '0')}`
  const [, quarterYear, quarter = ''] = /^(20\d\d)[-/年]?(?:Q|第?(?=.季))([1-4一二三四])(?:季度?)?$/.exec(text) ?? []
  if (quarterYear) return `${quarterYear}-Q${numerals.indexOf(quarter) + 1 || quarter}`
  const [, halfYear, half = ''] = /^(20\d\d)[-/年]?(?:H(?=[12]$)|(?=[上下]半年$))([12上下])(?:半年)?$/.exec(text) ?? []
  return halfYear ? `${halfYear}-H${halves[half]}` : undefined
}
