import { fromTheFirst, type Point, pointsOf, rangeOf, spokenLine } from '@/pages/board/chart/line'
import { chartPicture, spotsOf, stretchesOf } from '@/pages/board/chart/picture'
import { rulesOf } from '@/pages/board/rules'
import type { BoardEdition, BoardFacts, UnitPage } from '../../contract/board'

const edition = { period: '2026-10' } as BoardEdition
const line = (ranks: Record<string, number | null>): UnitPage['line'] =>
  Object.entries(ranks).map(([period, rank]) => ({ period, rank, score: null, ranked: 58 }))
const points = (...ranks: (number | null)[]): Point[] =>
  ranks.map((rank, at) => ({ period: `2026-${String(at + 1).padStart(2, '0')}`, rank, score: null }))
const svgOf = (picture: string) => decodeURIComponent(picture.replace(/^url\("data:image\/svg\+xml,|"\)$/g, ''))
const size = { width: 300, height: 100 }

describe('the line', () => {
  test('when a period was not out, then it is a gap among twelve, the newest last', () => {
    const twelve = pointsOf({ edition, line: line({ '2026-10': 5, '2026-08': 7, '2025-11': 9 }) })
    expect(twelve.map(({ period }) => period).slice(0, 2)).toEqual(['2025-11', '2025-12'])
    expect(twelve.map(({ rank }) => rank)).toEqual([9, ...Array(8).fill(null), 7, null, 5])
  })

  test('when a board is young, then its line begins with its first period, and keeps room for six', () => {
    const young = pointsOf({ edition, line: line({ '2026-10': 5, '2026-09': 6 }) })
    expect(fromTheFirst([{ name: '爱博四村', points: young }])[0]?.points).toHaveLength(6)
    const older = pointsOf({ edition, line: line({ '2026-02': 3 }) })
    const both = fromTheFirst([
      { name: '爱博四村', points: young },
      { name: '沙茂', points: older },
    ])
    expect(both.map(({ points }) => points[0]?.period)).toEqual(['2026-02', '2026-02'])
  })

  test('when it is drawn, then the first place is above, gaps stay open, and the last point is the large one', () => {
    const spots = spotsOf(points(3, null, 1), { top: 1, bottom: 5 }, { ...size, margin: 10 })
    expect(spots).toEqual([{ x: 10, y: 50 }, null, { x: 290, y: 10 }])
    expect(stretchesOf(spots).map((part) => part.length)).toEqual([1, 1])
    const svg = svgOf(chartPicture([points(3, 4, null, 2, 1)], { top: 1, bottom: 5 }, size))
    expect(svg.match(/<path d='M[^']*L[^']*M[^']*L[^']*'/)).not.toBeNull()
    expect(svg.match(/<circle/g)).toHaveLength(4)
    expect(svg.match(/r='5\.5'/g)).toHaveLength(1)
  })

  test('when two are drawn, then the other one is dashed and has squares: no colour is needed to tell them apart', () => {
    const svg = svgOf(chartPicture([points(3, 4), points(1, 2)], { top: 1, bottom: 5 }, size))
    expect(svg.match(/stroke-dasharray/g)).toHaveLength(1)
    expect(svg.match(/<rect/g)).toHaveLength(2)
  })

  test('when ranks are small, then the chart begins with the first place; far down it shows where the line is', () => {
    expect(rangeOf(points(5, 16))).toEqual({ top: 1, bottom: 16 })
    expect(rangeOf(points(1, 1))).toEqual({ top: 1, bottom: 5 })
    const far = rangeOf(points(4000, 4100))
    expect(far.top).toBeGreaterThan(3900)
    expect(far.top).toBeLessThan(4000)
    expect(far.bottom).toBe(4100)
  })

  test('when it is read out, then each period has its rank or says that there is none', () => {
    expect(spokenLine('爱博四村', points(5, null), (period) => `${Number(period.slice(5))}月`)).toBe(
      '爱博四村近 2 期名次：1月第 5 名，2月没有名次',
    )
  })
})

describe('the rule', () => {
  const board: BoardFacts = {
    ...{ townCode: '310112008', code: 'T', parentCode: null, name: '榜', position: 0, unitKind: 'area', reach: 'town', source: 'written' },
    ...{ mode: 'top', better: 'higher', scoreUnit: '分', decimals: 1, parts: [], vetoes: [], periodKinds: ['month'], longPeriod: 'mean' },
    ...{ tieOrder: 'code', minimumSample: 0, redLine: null, blackLine: null, formula: '' },
  }

  test('when a board ranks by score, then direction, ties and lines are said', () => {
    expect(rulesOf({ ...board, redLine: '90', blackLine: '60' })).toEqual([
      '排的是居民区。',
      '按成绩排，高的在前。',
      '成绩一样的名次一样，后面的名次空出来；名次一样的按编号先后列。',
      '达到 90 分 进红榜。',
      '不超过 60 分 进黑榜，并写明原因。',
    ])
  })

  test('when lower is better, then the lines are turned round', () => {
    const rules = rulesOf({ ...board, better: 'lower', redLine: '1', blackLine: '5' })
    expect(rules).toEqual(expect.arrayContaining(['按成绩排，低的在前。', '不超过 1 分 进红榜。', '达到 5 分 进黑榜，并写明原因。']))
  })

  test('when it ranks by progress, needs a sample, has a veto and long periods, then each is said', () => {
    const vetoes = [{ key: 'mixed', name: '混装混运', cap: '60' }]
    const rules = rulesOf({ ...board, mode: 'progress', minimumSample: 5, vetoes, periodKinds: ['month', 'half'], longPeriod: 'own' })
    expect(rules).toEqual(
      expect.arrayContaining([
        '按比上一期进步多少排；一样多的，看名次升了多少。',
        '上一期没有成绩的，另外列出，不排名。',
        '不到 5 次的，另外列出，不排名。',
        '有“混装混运”的，最高只记 60 分。',
        '季度、半年另外检查打分。',
      ]),
    )
  })
})
