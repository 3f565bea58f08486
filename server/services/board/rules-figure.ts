import Big from 'big.js'
import type { BoardFacts, BoardPart } from '../../../contract/board'
import { plain } from '../../shared/table-file'

/** The key of the figure on a board without parts: the score itself. */
export const wholeKey = 'score'

/** A figure that a board asks for. */
export interface Asked {
  readonly key: string
  readonly name: string
  readonly least: string
  readonly most: string
}

const largest = '999999999.999999'

/** What is to be written for a unit: each part from 0 to what is full, or the score. */
export const askedOf = ({ parts, scoreUnit }: { readonly parts: readonly BoardPart[]; readonly scoreUnit: string }): Asked[] =>
  parts.length === 0
    ? [{ key: wholeKey, name: `得分（${scoreUnit}）`, least: `-${largest}`, most: largest }]
    : parts.map(({ key, name, full }) => ({ key, name, least: '0', most: full }))

/** A number without an exponent, a sign before nothing, or zeros that say nothing. */
export const decimalText = (number: Big): string => (number.eq(0) ? '0' : number.toFixed())

/** A figure as somebody wrote it, exactly; or what is wrong with it, in Chinese. Full-width digits count as plain ones. */
export function readFigure(written: string, { least, most }: Pick<Asked, 'least' | 'most'>): { value: string } | { fault: string } {
  const text = plain(written)
  const fault = shapeFault(text)
  if (fault) return { fault }
  const number = new Big(text)
  if (number.gte(least) && number.lte(most)) return { value: decimalText(number) }
  return { fault: most === largest ? '数太大了，请对照原始材料再看一遍' : `要在 ${least} 到 ${most} 之间` }
}

function shapeFault(text: string): string | undefined {
  if (text === '') return '没有填'
  if (/^-?\d+,\d+$/.test(text)) return `“${shown(text)}”里有逗号，小数请用点，如 98.5`
  if (/^-?\d+(\.\d+)?\s*[%分台元]$/.test(text)) return `“${shown(text)}”只写数字，不写单位`
  if (!/^-?\d+(\.\d+)?$/.test(text)) return `“${shown(text)}”不是数，请写成 98.5 这样`
  if (/\.\d{7}/.test(text)) return '小数最多写 6 位'
  return /^-?\d{10}/.test(text) ? '数太大了，请对照原始材料再看一遍' : undefined
}

const shown = (text: string) => text.replace(/\p{Cc}+/gu, ' ').slice(0, 20)

/** Every figure a board asks for, as written by key; or what is wrong, each with its key. A key that nobody asked for is a fault. */
export function readFigures(
  board: Pick<BoardFacts, 'parts' | 'scoreUnit'>,
  written: Readonly<Record<string, string>>,
): { figures: Record<string, string>; faults: { key: string; message: string }[] } {
  const asked = askedOf(board)
  const read = asked.map((one) => ({ ...one, figure: readFigure(written[one.key] ?? '', one) }))
  const strange = Object.keys(written).filter((key) => !asked.some((one) => one.key === key))
  return {
    figures: Object.fromEntries(read.flatMap(({ key, figure }) => ('value' in figure ? [[key, figure.value]] : []))),
    faults: [
      ...read.flatMap(({ key, name, figure }) => ('fault' in figure ? [{ key, message: `${name}：${figure.fault}` }] : [])),
      ...strange.map((key) => ({ key, message: '这个榜没有这一项' })),
    ],
  }
}
