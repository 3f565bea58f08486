import fc from 'fast-check'
import { type BoardFacts, periodKinds } from '../../contract/board'
import { readFigure, readFigures } from '../../server/services/board/rules-figure'
import {
  isOver,
  monthsOf,
  periodKindOf,
  periodWords,
  previousPeriod,
  runningPeriod,
  spanOf,
} from '../../server/services/board/rules-period'
import { type Before, type Entry, type RankedRow, rankBoard } from '../../server/services/board/rules-rank'
import { createUnitCodes } from '../../server/services/board/unit-code'

const plainBoard: BoardFacts = {
  ...{ townCode: '310112107', code: 'GARB.RA.TOP', parentCode: null, name: '居民区垃圾分类先进排行榜', position: 1, unitKind: 'area' },
  ...{ reach: 'town', source: 'written', mode: 'top', better: 'higher', scoreUnit: '分', decimals: 1, parts: [], vetoes: [] },
  ...{ periodKinds: ['month'], longPeriod: 'mean', tieOrder: 'code', minimumSample: 0, redLine: null, blackLine: null, formula: '' },
}
const board = (changes: Partial<BoardFacts> = {}): BoardFacts => ({ ...plainBoard, ...changes })
const entry = (unitCode: string, score: string, more: Partial<Entry> = {}): Entry => ({
  ...{ unitCode, name: `${unitCode}村`, figures: { score }, sample: null, vetoes: [], reason: null },
  ...more,
})
const nobody = new Map<string, Before>()
const pastOf = (scores: Readonly<Record<string, string | null>>): Map<string, Before> =>
  new Map(Object.entries(scores).map(([code, score], at) => [code, { score, rank: score === null ? null : at + 1 }]))
const rank = (facts: BoardFacts, entries: readonly Entry[], past: ReadonlyMap<string, Before> = nobody, units: readonly string[] = []) =>
  rankBoard(
    facts,
    entries,
    units.map((unitCode) => ({ unitCode, name: `${unitCode}村` })),
    past,
  )
const shown = (rows: readonly RankedRow[]) => rows.map(({ unitCode, rank, score }) => `${rank ?? '-'} ${unitCode} ${score ?? '-'}`)

/** Scores with many ties, in tenths. */
const scores = fc
  .array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 25 })
  .map((tenths) => tenths.map((tenth, at) => entry(`U${String(at).padStart(2, '0')}`, (tenth / 10).toFixed(1))))
const pasts = fc
  .array(fc.option(fc.integer({ min: 0, max: 30 })), { minLength: 25, maxLength: 25 })
  .map((tenths) =>
    pastOf(
      Object.fromEntries(tenths.map((tenth, at) => [`U${String(at).padStart(2, '0')}`, tenth === null ? null : (tenth / 10).toFixed(1)])),
    ),
  )
const modes = fc.constantFrom<Partial<BoardFacts>>({}, { better: 'lower' }, { mode: 'progress' }, { mode: 'progress', better: 'lower' })
const shuffled = <T>(things: readonly T[]) => fc.shuffledSubarray([...things], { minLength: things.length, maxLength: things.length })

describe('the ranks of a board', () => {
  test('when the same figures come in any order, then the same rows come out', () => {
    const order = scores.chain((entries) => fc.tuple(fc.constant(entries), shuffled(entries)))
    fc.assert(
      fc.property(order, modes, pasts, fc.constantFrom<BoardFacts['tieOrder']>('code', 'name'), ([one, other], mode, past, tieOrder) => {
        expect(rank(board({ ...mode, tieOrder }), other, past)).toEqual(rank(board({ ...mode, tieOrder }), one, past))
      }),
    )
  })

  test('when scores are equal, then they share a rank, and as many ranks are left out (1224)', () => {
    fc.assert(
      fc.property(scores, modes, pasts, (entries, mode, past) => {
        const rows = rank(board(mode), entries, past).filter(({ standing }) => standing === 'ranked')
        const keyOf = (row: RankedRow) => (mode.mode === 'progress' ? `${row.change} ${row.rankChange}` : row.score)
        for (const row of rows) {
          const same = rows.filter((other) => keyOf(other) === keyOf(row))
          expect(new Set(same.map((other) => other.rank)).size).toBe(1)
          expect(row.rank).toBe(1 + rows.findIndex((other) => keyOf(other) === keyOf(row)))
        }
      }),
    )
    expect(shown(rank(board(), [entry('A', '90'), entry('B', '95'), entry('C', '95'), entry('D', '98')]))).toEqual([
      '1 D 98.0',
      '2 B 95.0',
      '2 C 95.0',
      '4 A 90.0',
    ])
  })

  test('when ranks are shared, then codes or names as they are spelt say the order, whoever was first', () => {
    const named = (unitCode: string, name: string) => entry(unitCode, '90', { name })
    const entries = [named('A', '中华村'), named('B', '爱博村'), named('C', '华美村')]
    const order = (tieOrder: BoardFacts['tieOrder']) => rank(board({ tieOrder }), entries).map(({ unitCode }) => unitCode)
    expect(order('code')).toEqual(['A', 'B', 'C'])
    expect(order('name')).toEqual(['B', 'C', 'A'])
  })

  test('when a score gets better and nothing else changes, then its rank gets no worse', () => {
    fc.assert(
      fc.property(scores, modes, pasts, fc.nat(), fc.integer({ min: 1, max: 20 }), (entries, mode, past, pick, tenths) => {
        const which = pick % entries.length
        const gain = mode.better === 'lower' ? -tenths : tenths
        const raised = entries.map((one, at) =>
          at === which ? { ...one, figures: { score: (Number(one.figures.score) + gain / 10).toFixed(1) } } : one,
        )
        const place = (figures: Entry[]) => rank(board(mode), figures, past).find(({ unitCode }) => unitCode === entries[which]?.unitCode)
        const [was, is] = [place(entries), place(raised)]
        expect(is?.standing).toBe(was?.standing)
        expect(is?.rank ?? 0).toBeLessThanOrEqual(was?.rank ?? 0)
      }),
    )
  })

  test('when lower is better, then the order is turned round, and so are gains', () => {
    const entries = [entry('A', '3'), entry('B', '1'), entry('C', '2')]
    expect(shown(rank(board({ better: 'lower', decimals: 0 }), entries))).toEqual(['1 B 1', '2 C 2', '3 A 3'])
    const progress = rank(board({ better: 'lower', mode: 'progress', decimals: 0 }), entries, pastOf({ A: '9', B: '1', C: '4' }))
    expect(progress.map(({ unitCode, change }) => [unitCode, change])).toEqual([
      ['A', '-6'],
      ['C', '-2'],
      ['B', '0'],
    ])
  })
})

describe('progress', () => {
  test('when a unit was absent last period, then it is listed apart as a newcomer with its score, and takes nobody’s rank', () => {
    fc.assert(
      fc.property(scores, pasts, (entries, past) => {
        const rows = rank(board({ mode: 'progress' }), entries, past)
        for (const row of rows) {
          const had = past.get(row.unitCode)?.score ?? null
          expect([row.standing, row.rank === null, row.change === null]).toEqual(
            had === null ? ['newcomer', true, true] : ['ranked', false, false],
          )
          expect(row.score).not.toBeNull()
        }
        const without = entries.filter(({ unitCode }) => past.get(unitCode)?.score)
        expect(rank(board({ mode: 'progress' }), without, past)).toEqual(rows.filter(({ standing }) => standing === 'ranked'))
      }),
    )
  })

  test('when gains are equal, then places won by score decide', () => {
    const entries = [entry('A', '91'), entry('B', '81'), entry('C', '80.5')]
    const rows = rank(board({ mode: 'progress' }), entries, pastOf({ A: '90', B: '80', C: '80.4' }))
    expect(rows.map(({ unitCode, rank, change, rankChange }) => [unitCode, rank, change, rankChange])).toEqual([
      ['B', 1, '1.0', 1],
      ['A', 2, '1.0', 0],
      ['C', 3, '0.1', -1],
    ])
  })

  test('when a board goes by score, then a newcomer is ranked like anybody, only without a change', () => {
    const [first, second] = rank(board(), [entry('A', '91'), entry('B', '92')], pastOf({ A: '90' }))
    expect([first, second]).toMatchObject([
      { unitCode: 'B', rank: 1, change: null, rankChange: null },
      { unitCode: 'A', rank: 2, change: '1.0', rankChange: -1 },
    ])
  })
})

describe('who is listed apart', () => {
  test('when figures are missing, or too few stand behind them, then the unit is there without a rank or a score', () => {
    const facts = board({ minimumSample: 5 })
    const entries = [entry('A', '90', { sample: 5 }), entry('B', '99', { sample: 4 }), entry('C', '99'), entry('D', '98', { figures: {} })]
    expect(
      rank(facts, entries, nobody, ['A', 'E']).map(({ unitCode, standing, rank, score }) => [unitCode, standing, rank, score]),
    ).toEqual([
      ['A', 'ranked', 1, '90.0'],
      ['B', 'few', null, null],
      ['C', 'few', null, null],
      ['D', 'no_figures', null, null],
      ['E', 'no_figures', null, null],
    ])
  })

  test('when one of the parts is missing, then there is no score made of the others', () => {
    const facts = board({ parts: [part('a', '60'), part('b', '40')] })
    expect(rank(facts, [entry('A', '', { figures: { a: '90' } })])).toMatchObject([{ standing: 'no_figures', score: null, adds: {} }])
  })
})

const part = (key: string, weight: string, full = '100') => ({ key, name: key, weight, full, measure: null })

describe('a score', () => {
  const weights = fc
    .array(fc.integer({ min: 0, max: 10_000 }), { minLength: 0, maxLength: 5 })
    .map((cuts) => [0, ...cuts.sort((a, b) => a - b), 10_000])
    .map((cuts) => cuts.slice(1).map((cut, at) => cut - (cuts[at] as number)))

  test('when parts have any weights, then the score is their exact sum, rounded half up once', () => {
    const parts = fc.tuple(
      weights,
      fc.infiniteStream(fc.tuple(fc.integer({ min: 1, max: 9999 }), fc.double({ min: 0, max: 1, noNaN: true }))),
    )
    fc.assert(
      fc.property(parts, fc.integer({ min: 0, max: 4 }), ([shares, stream], decimals) => {
        const made = shares.map((share, at) => {
          const [full, fraction] = stream.next().value as [number, number]
          return { key: `k${at}`, share, full, figure: Math.floor(full * fraction) }
        })
        const facts = board({ decimals, parts: made.map(({ key, share, full }) => part(key, (share / 100).toFixed(2), String(full))) })
        const figures = Object.fromEntries(made.map(({ key, figure }) => [key, String(figure)]))
        const bottom = made.reduce((product, { full }) => product * BigInt(full), 100n)
        const top = made.reduce((sum, { share, full, figure }) => sum + (BigInt(share * figure) * bottom) / 100n / BigInt(full), 0n)
        const scaled = (2n * top * 10n ** BigInt(decimals) + bottom) / (2n * bottom)
        const digits = String(scaled).padStart(decimals + 1, '0')
        const must = decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
        expect(rank(facts, [entry('A', '', { figures })])[0]?.score).toBe(must)
      }),
    )
  })

  test('when halves and sums come that floats get wrong, then the last digit is right', () => {
    const scored = (score: string, decimals: number) => rank(board({ decimals }), [entry('A', score)])[0]?.score
    expect(['1.005', '98.45', '0.5', '-0.04', '2.675'].map((score, at) => scored(score, [2, 1, 0, 1, 2][at] as number))).toEqual([
      '1.01',
      '98.5',
      '1',
      '0.0',
      '2.68',
    ])
    const tenths = board({ parts: [part('a', '0.1'), part('b', '0.2'), part('c', '99.7')] })
    const [row] = rank(tenths, [entry('A', '', { figures: { a: '100', b: '100', c: '0' } })], pastOf({ A: '0.2' }))
    expect([row?.score, row?.change, row?.adds]).toEqual(['0.3', '0.1', { a: '0.1', b: '0.2', c: '0.0' }])
  })

  test('when a veto holds, then the score is no better than its cap, and the row says which', () => {
    const facts = board({ vetoes: [{ key: 'mixed', name: '严重混装混运', cap: '59' }] })
    const held = entry('A', '97', { vetoes: ['mixed'], reason: '10月12日现场检查' })
    expect(rank(facts, [held, entry('B', '60')])).toMatchObject([
      { unitCode: 'B', rank: 1, reason: null },
      { unitCode: 'A', rank: 2, score: '59.0', reason: '一票否决：严重混装混运；10月12日现场检查' },
    ])
    expect(rank(facts, [{ ...held, figures: { score: '40' } }])[0]?.score).toBe('40.0')
    expect(rank({ ...facts, better: 'lower' }, [{ ...held, figures: { score: '40' } }])[0]?.score).toBe('59.0')
  })

  test('when there are lines, then scores at them are marked too, turned round where lower is better', () => {
    const marks = (changes: Partial<BoardFacts>) =>
      rank(
        board({ redLine: '90', blackLine: '60', ...changes }),
        ['90', '89.9', '60.1', '60'].map((score, at) => entry(`U${at}`, score, { reason: '道路积水' })),
      ).map(({ unitCode, mark, reason }) => [unitCode, mark, reason])
    expect(marks({})).toEqual([
      ['U0', 'red', null],
      ['U1', null, null],
      ['U2', null, null],
      ['U3', 'black', '道路积水'],
    ])
    expect(marks({ better: 'lower', redLine: '60', blackLine: '90' })).toEqual([
      ['U3', 'red', null],
      ['U2', null, null],
      ['U1', null, null],
      ['U0', 'black', '道路积水'],
    ])
  })
})

describe('a figure', () => {
  const within = { least: '0', most: '100' }

  test('when it is written as people write numbers, then it is read exactly', () => {
    for (const [written, value] of [
      ['98.5', '98.5'],
      [' 098.50 ', '98.5'],
      ['９８．５', '98.5'],
      ['0', '0'],
      ['-0', '0'],
      ['100', '100'],
    ] as const)
      expect([written, readFigure(written, within)]).toEqual([written, { value }])
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000_000 }), (millionths) => {
        const { value } = readFigure((millionths / 1e6).toFixed(6), within) as { value: string }
        expect(Math.round(Number(value) * 1e6)).toBe(millionths)
      }),
    )
  })

  test('when it is none, then the word says how to write it', () => {
    for (const [written, word] of [
      ['', '没有填'],
      ['98,5', '小数请用点'],
      ['９８，５', '小数请用点'],
      ['98%', '不写单位'],
      ['NaN', '不是数'],
      ['1e308', '不是数'],
      ['=HYPERLINK("http://x")', '不是数'],
      ['--', '不是数'],
      ['.5', '不是数'],
      ['九十八', '不是数'],
      ['0x1F', '不是数'],
      ['1.0000001', '最多写 6 位'],
      ['12345678901', '太大'],
      ['100.000001', '0 到 100 之间'],
      ['-1', '0 到 100 之间'],
    ] as const)
      expect([written, (readFigure(written, within) as { fault: string }).fault]).toEqual([written, expect.stringContaining(word)])
  })

  test('when anything is written, then it is a plain decimal within bounds or a fault', () => {
    const plain = /^-?\d{1,9}(\.\d{1,6})?$/
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.double().map(String), fc.bigInt().map(String)), (written) => {
        const read = readFigure(written, within)
        if ('value' in read)
          expect([plain.test(read.value), Number(read.value) >= 0, Number(read.value) <= 100]).toEqual([true, true, true])
        else expect(read.fault).not.toBe('')
      }),
    )
  })

  test('when a board has parts, then each is asked for, and nothing else', () => {
    const facts = board({ parts: [part('station', '50', '20'), part('purity', '50')] })
    expect(readFigures(facts, { station: '21', score: '5' })).toEqual({
      figures: {},
      faults: [
        { key: 'station', message: 'station：要在 0 到 20 之间' },
        { key: 'purity', message: 'purity：没有填' },
        { key: 'score', message: '这个榜没有这一项' },
      ],
    })
    expect(readFigures(board(), { score: '-3.2' })).toEqual({ figures: { score: '-3.2' }, faults: [] })
  })
})

describe('a period', () => {
  test('when it is named, then its kind, months, span and words follow', () => {
    expect(['2026-10', '2026-Q3', '2026-H2'].map((period) => [periodKindOf(period), periodWords(period)])).toEqual([
      ['month', '2026年10月'],
      ['quarter', '2026年第3季度'],
      ['half', '2026年下半年'],
    ])
    expect(monthsOf('2026-Q3')).toEqual(['2026-07', '2026-08', '2026-09'])
    expect(monthsOf('2026-H1')).toEqual(['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06'])
    expect(['2026-01', '2026-Q1', '2026-H1', '2026-H2'].map(previousPeriod)).toEqual(['2025-12', '2025-Q4', '2025-H2', '2026-H1'])
    expect(spanOf('2026-Q4')).toEqual({ from: new Date('2026-10-01T00:00:00+08:00'), until: new Date('2027-01-01T00:00:00+08:00') })
  })

  test('when a moment is in it, then it is the running one, and over when the next begins', () => {
    const moments = fc.date({ min: new Date('2020-01-01'), max: new Date('2080-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(moments, fc.constantFrom(...periodKinds), (now, kind) => {
        const period = runningPeriod(kind, now)
        const { from, until } = spanOf(period)
        expect([from <= now, now < until, isOver(period, now), isOver(previousPeriod(period), now)]).toEqual([true, true, false, true])
        expect(isOver(period, until)).toBe(true)
        expect(spanOf(previousPeriod(period)).until).toEqual(from)
      }),
    )
  })
})

describe('what a unit is called on the wire', () => {
  const codes = createUnitCodes(Buffer.alloc(32, 1))

  test('when it is a person, then nothing of the id shows, always the same way, and only we can turn it back', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.uuid(), (id, other) => {
        const outward = codes.outward('person', id)
        expect(outward).toMatch(/^[0-9a-f]{32}$/)
        expect(outward).not.toBe(id.replaceAll('-', ''))
        expect(codes.inward('person', outward)).toBe(id)
        expect(codes.outward('person', other) === outward).toBe(other === id)
        expect(createUnitCodes(Buffer.alloc(32, 2)).inward('person', outward)).not.toBe(id)
      }),
    )
    for (const none of ['', 'x', 'f'.repeat(32), '0199f000-0001-7000-8000-000000000001'])
      expect(codes.inward('person', none)).toBeUndefined()
  })

  test('when it is any other, then it is its code', () => {
    expect([codes.outward('area', '310112008012'), codes.inward('area', '310112008012')]).toEqual(['310112008012', '310112008012'])
  })
})
