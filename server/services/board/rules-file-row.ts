import type { BoardFacts } from '../../../contract/board'
import { plain } from '../../shared/table-file'
import type { FigureRow } from './figure-file'
import { isComputed, periodFault } from './rules-edition'
import { type Asked, askedOf, readFigures } from './rules-figure'
import { readPeriod } from './rules-file-period'
import { periodWords } from './rules-period'

/** What is wrong with something, in Chinese, or its value. */
type Read<T> = { readonly value: T } | { readonly fault: string }

/** A row's words and numbers, all but its unit. */
export interface RowFigures {
  readonly period: string
  readonly figures: Readonly<Record<string, string>>
  readonly sample: number | null
  readonly vetoes: readonly string[]
  readonly reason: string | null
  readonly note: string | null
}

/** What rows are held against. */
export interface Frame {
  readonly board: BoardFacts
  /** Whose figures rows without a period are. */
  readonly period: string | undefined
  readonly now: Date
}

const columnOf = (key: string) => `figure ${key}` as const

/** Reads what rows of a board's file say of their units. */
export class RowReader {
  private readonly asked: readonly Asked[]
  /** A file writes the same few periods again and again. */
  private readonly periods = new Map<string, Read<string>>()

  constructor(private readonly frame: Frame) {
    this.asked = askedOf(frame.board)
  }

  /** Whether anything is said of the unit: a template names many of whom nothing is known yet. */
  saysSomething(row: FigureRow): boolean {
    const { sample, vetoes, reason, note } = row
    return [sample, vetoes, reason, note].some((text) => text !== '') || this.asked.some(({ key }) => row[columnOf(key)] !== '')
  }

  /** What a row says, or everything that is wrong with it. */
  read(row: FigureRow): RowFigures | string[] {
    const { board } = this.frame
    const { figures, faults } = figuresOf(row, board, this.asked)
    const period = this.periodOf(row.period)
    const sample = sampleOf(row.sample, board)
    const vetoes = vetoesOf(row.vetoes, board)
    const [reason, note] = [wordsOf(row.reason, '原因'), wordsOf(row.note, '备注')]
    const all = [...faultOf(period), ...faults, ...[sample, vetoes, reason, note].flatMap(faultOf)]
    if (all.length > 0) return all
    return {
      period: valueOf(period),
      figures,
      sample: valueOf(sample),
      vetoes: valueOf(vetoes),
      reason: valueOf(reason),
      note: valueOf(note),
    }
  }

  private periodOf(text: string): Read<string> {
    const known = this.periods.get(text) ?? periodOf(text, this.frame)
    if (this.periods.size < mostPeriods) this.periods.set(text, known)
    return known
  }
}

/** More than there ever are; what else stands there is no period. */
const mostPeriods = 1000

const faultOf = (read: Read<unknown>): string[] => ('fault' in read ? [read.fault] : [])
const valueOf = <T>(read: Read<T>): T => (read as { value: T }).value

/** So that a message can be shown and kept, whatever stood in the cell. */
export const shown = (text: string): string => [...text.replace(/[\p{Cc}\p{Surrogate}]+/gu, ' ')].slice(0, 30).join('')

/** A cell that a table program would run: what it comes to is not in the file. */
export const isFormula = (text: string): boolean => /^[=＝]/.test(text)
const formulaFault = (text: string) => `“${shown(text)}”是公式，请只写结果`

function figuresOf(
  row: FigureRow,
  board: BoardFacts,
  asked: readonly Asked[],
): { figures: Readonly<Record<string, string>>; faults: string[] } {
  const written = Object.fromEntries(asked.map(({ key }) => [key, row[columnOf(key)]]))
  const formulas = asked.filter(({ key }) => isFormula(written[key] ?? ''))
  const { figures, faults } = readFigures(board, written)
  const others = faults.filter(({ key }) => !formulas.some((one) => one.key === key))
  return {
    figures,
    faults: [...formulas.map(({ key, name }) => `${name}：${formulaFault(written[key] ?? '')}`), ...others.map(({ message }) => message)],
  }
}

function periodOf(text: string, { board, period: asked, now }: Frame): Read<string> {
  if (text === '' && asked !== undefined) return { value: asked }
  if (text === '') return { fault: '没有写是哪一期' }
  const period = readPeriod(text)
  if (period === undefined) return { fault: `“${shown(text)}”看不出是哪一期，请写成 2026-10、2026-Q3 或 2026-H1` }
  const fault = periodFault(board, period, now)
  if (fault) return { fault: fault.replace(/。$/, '') }
  return isComputed(board, period) ? { fault: `${periodWords(period)}的数由系统算出，不用填` } : { value: period }
}

const mostSample = 1_000_000

function sampleOf(text: string, { minimumSample }: BoardFacts): Read<number | null> {
  if (text === '') return minimumSample > 0 ? { fault: `没有填样本数，不到 ${minimumSample} 份不排名` } : { value: null }
  const digits = plain(text)
  if (!/^\d{1,7}$/.test(digits)) return { fault: `样本数“${shown(text)}”请写成整数` }
  return Number(digits) > mostSample ? { fault: '样本数太大了，请再看一遍' } : { value: Number(digits) }
}

function vetoesOf(text: string, { vetoes }: BoardFacts): Read<string[]> {
  const words = text.split(/[、，,;；]/).flatMap((word) => plain(word) || [])
  const known = words.map((word) => vetoes.find(({ key, name }) => key === word || name === word)?.key)
  const strange = words.find((_, at) => known[at] === undefined)
  if (strange === undefined) return { value: [...new Set(known as string[])] }
  const choices = vetoes.map(({ name }) => `“${name}”`).join('、')
  return { fault: `没有“${shown(strange)}”这一项否决${choices && `，可以写${choices}`}` }
}

const mostWords = 200

function wordsOf(text: string, name: string): Read<string | null> {
  if (isFormula(text)) return { fault: `${name}：${formulaFault(text)}` }
  if (/[\p{Surrogate}\0]/u.test(text)) return { fault: `${name}里有不能识别的字符，请删掉` }
  return text.length > mostWords ? { fault: `${name}太长了，最多 ${mostWords} 个字` } : { value: text || null }
}
