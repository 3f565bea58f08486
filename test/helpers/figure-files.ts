import { sql } from 'kysely'
import type { BoardDefinition } from '../../contract/board'
import type { Db } from '../../server/database/connect'

/** A board of areas with two parts, a veto and a black list, as 小沈 writes it down; the score is out of a hundred. */
export const partsBoard = (changes: Partial<BoardDefinition> = {}): BoardDefinition => ({
  ...{ parentCode: null, name: '垃圾分类试评榜', position: 900, unitKind: 'area', reach: 'town', source: 'written', mode: 'top' },
  ...{ better: 'higher', scoreUnit: '分', decimals: 1, periodKinds: ['month', 'quarter'], longPeriod: 'mean', tieOrder: 'code' },
  ...{ minimumSample: 0, redLine: null, blackLine: null, formula: '设施 40 分，实效 60 分。', version: 0 },
  parts: [
    { key: 'sites', name: '设施', weight: '40', full: '100', measure: null },
    { key: 'effect', name: '实效', weight: '60', full: '100', measure: null },
  ],
  vetoes: [{ key: 'mixed', name: '混装混运', cap: '60' }],
  ...changes,
})

/** So many residential areas of the city besides those that are there, a hundred a town, in towns of their own. */
export async function fillAreas(db: Db, count: number): Promise<void> {
  const towns = Math.ceil(count / 100)
  await sql`
    insert into towns (code, district_code, name)
    select '3101129' || right('0' || n, 2), '310112', '第' || n || '示例镇' from generate_series(1, ${towns}::int) n`.execute(db)
  await sql`
    insert into areas (town_code, code, name, short_name, kind, pinyin, initials)
    select t.town, t.town || right('00' || n % 100, 3), t.name, t.name, 'residents', 'a', 'a'
    from (select n, '3101129' || right('0' || (n / 100 + 1), 2) as town, '示例' || n || '居民区' as name
      from generate_series(0, ${count - 1}::int) n) t`.execute(db)
}

/** Lines of a file: each of the units in each of the months back from 2026-10, with a figure of their own. */
export function* figureLines(unitCodes: readonly string[], rows: number): Generator<string> {
  for (let at = 0; at < rows; at += 1) {
    const months = Math.floor(at / unitCodes.length)
    const month = new Date(Date.UTC(2026, 9 - months)).toISOString().slice(0, 7)
    yield `${unitCodes[at % unitCodes.length]},${month},${60 + ((at * 7) % 400) / 10}\n`
  }
}
