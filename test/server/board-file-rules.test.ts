import fc from 'fast-check'
import type { BoardFacts } from '../../contract/board'
import type { FigureRow } from '../../server/services/board/figure-file'
import { readPeriod } from '../../server/services/board/rules-file-period'
import { RowReader } from '../../server/services/board/rules-file-row'
import { UnitFinder } from '../../server/services/board/rules-file-unit'
import { nearestName } from '../../server/services/board/rules-nearest'
import { partsBoard } from '../helpers/figure-files'

const { version: _, ...definition } = partsBoard({ minimumSample: 5 })
const board: BoardFacts = { townCode: '310112008', code: 'GARB.T', ...definition }
const now = new Date('2026-11-20T09:00:00+08:00')
const row = (more: Partial<FigureRow> = {}): FigureRow => ({
  ...{ line: 2, unit: '310112008012', name: '', period: '2026-10', sample: '12', vetoes: '', reason: '', note: '' },
  ...{ 'figure sites': '98.5', 'figure effect': '80' },
  ...more,
})
const reader = new RowReader({ board, period: undefined, now })
const read = (more: Partial<FigureRow> = {}) => reader.read(row(more))

test.each([
  ['2026-10', '2026-10'],
  ['2026年9月', '2026-09'],
  ['2026/10', '2026-10'],
  ['２０２６－０９', '2026-09'],
  ['2026-10-01', '2026-10'],
  ['2026-10-02', undefined],
  ['2026-13', undefined],
  ['2026-Q3', '2026-Q3'],
  ['2026q4', '2026-Q4'],
  ['2026年第三季度', '2026-Q3'],
  ['2026年2季度', '2026-Q2'],
  ['2026-Q5', undefined],
  ['2026-3', '2026-03'],
  ['2026-H1', '2026-H1'],
  ['2026年下半年', '2026-H2'],
  ['2026年上', undefined],
  ['十月', undefined],
  ['', undefined],
])('when the period is written %j, then it is %s', (written, period) => {
  expect(readPeriod(written)).toBe(period)
})

test('when a row is right, then it is read exactly, words trimmed, vetoes by name or key', () => {
  expect(read({ 'figure sites': '０９８.５０', vetoes: '混装混运、mixed', reason: '抽查两次', note: '第三方' })).toEqual({
    ...{ period: '2026-10', figures: { sites: '98.5', effect: '80' }, sample: 12, vetoes: ['mixed'], reason: '抽查两次', note: '第三方' },
  })
})

test.each<[Partial<FigureRow>, string]>([
  [{ 'figure sites': '98,5' }, '设施：“98,5”里有逗号，小数请用点，如 98.5'],
  [{ 'figure sites': 'NaN' }, '设施：“NaN”不是数，请写成 98.5 这样'],
  [{ 'figure effect': '1e308' }, '实效：“1e308”不是数，请写成 98.5 这样'],
  [{ 'figure effect': '100.1' }, '实效：要在 0 到 100 之间'],
  [{ 'figure effect': '' }, '实效：没有填'],
  [{ 'figure effect': '=HYPERLINK("http://x","98")' }, '实效：“=HYPERLINK("http://x","98")”是公式，请只写结果'],
  [{ note: '=1+1' }, '备注：“=1+1”是公式，请只写结果'],
  [{ note: '长'.repeat(201) }, '备注太长了，最多 200 个字'],
  [{ reason: 'a\0b' }, '原因里有不能识别的字符，请删掉'],
  [{ sample: '' }, '没有填样本数，不到 5 份不排名'],
  [{ sample: '十' }, '样本数“十”请写成整数'],
  [{ sample: '1000001' }, '样本数太大了，请再看一遍'],
  [{ vetoes: '投诉' }, '没有“投诉”这一项否决，可以写“混装混运”'],
  [{ period: '' }, '没有写是哪一期'],
  [{ period: '十月' }, '“十月”看不出是哪一期，请写成 2026-10、2026-Q3 或 2026-H1'],
  [{ period: '2026-12' }, '2026年12月还没开始，请选以前的一期'],
  [{ period: '2026-H1' }, '这个榜按月、季度评，没有2026年上半年这一期'],
  [{ period: '2026-Q3' }, '2026年第3季度的数由系统算出，不用填'],
])('when a row has %j, then it is told %j', (more, fault) => {
  expect(read(more)).toEqual([fault])
})

test('when several things are wrong with a row, then all are told; when nothing is said of a unit, then the row is none', () => {
  expect(read({ 'figure sites': 'x', 'figure effect': '-1', sample: 'y' })).toHaveLength(3)
  expect(reader.saysSomething(row({ sample: '', 'figure sites': '', 'figure effect': '' }))).toBe(false)
  expect(reader.saysSomething(row({ sample: '', 'figure sites': '', 'figure effect': '', note: '停用' }))).toBe(true)
})

describe('units', () => {
  const units = [
    { unitCode: '310112008012', name: '爱博四村' },
    { unitCode: '310112008011', name: '爱博五村' },
    { unitCode: '310112008001', name: '第一居民区' },
    { unitCode: '310112107001', name: '第一居民区' },
  ]
  const find = (written: string, beside = '') => {
    const found = new UnitFinder(units, ({ unitCode }) => unitCode).find(written, beside)
    return typeof found === 'string' ? found : found.unitCode
  }

  test.each([
    ['310112008012', '', '310112008012'],
    ['３１０１１２００８０１２', '爱博四村', '310112008012'],
    ['爱博四村', '', '310112008012'],
    ['', '爱博四村', '310112008012'],
    ['310112008012', '爱博四村居委会', '310112008012'],
    ['爱博四邨', '', '没有“爱博四邨”，是不是“爱博四村”？'],
    ['310112008999', '爱博四村', '没有“310112008999”，是不是“310112008012”（爱博四村）？'],
    ['310112008012', '爱博五村', '编号 310112008012 是“爱博四村”，旁边写的是“爱博五村”'],
    ['第一居民区', '', '有 2 个“第一居民区”，请写编号'],
    ['物业公司', '', '没有“物业公司”这个单位'],
    ['=A1', '', '“=A1”是公式，请只写单位的编号或名称'],
    ['', '', '没有写是哪个单位'],
  ])('when a row says %j beside %j, then it is %j', (written, beside, found) => {
    expect(find(written, beside)).toBe(found)
  })

  test('when a name is not there, then the nearest is none farther away than any other, and never one that is nothing like it', () => {
    const letters = fc.string({ unit: fc.constantFrom('爱', '博', '四', '五', '村'), minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(letters, fc.array(letters, { maxLength: 6 }), (written, names) => {
        const distances = names.map((name) => distance([...written], [...name]))
        const nearest = nearestName(written, names)
        const least = Math.min(
          99,
          ...names.map((name, at) => (isLike(written, name, distances[at] as number) ? (distances[at] as number) : 99)),
        )
        expect(nearest === undefined ? 99 : distances[names.indexOf(nearest)]).toBe(least)
      }),
    )
  })
  const isLike = (a: string, b: string, far: number) => far <= Math.floor(Math.max(a.length, b.length) / 2)
  /** As it is written in books, for words as short as these. */
  const distance = ([a, ...as]: string[], [b, ...bs]: string[]): number => {
    if (a === undefined) return b === undefined ? 0 : bs.length + 1
    if (b === undefined) return as.length + 1
    if (a === b) return distance(as, bs)
    return 1 + Math.min(distance(as, [b, ...bs]), distance([a, ...as], bs), distance(as, bs))
  }
})
