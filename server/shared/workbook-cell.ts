import type { Cell } from 'write-excel-file/node'

/** A text is marked as one (@), so that it stays one when somebody edits the cell, whatever it begins with. */
export const cellOf = (value: string | number): Cell =>
  typeof value === 'number'
    ? { value, type: Number, alignVertical: 'top' }
    : { value: cellWords(value), type: String, format: '@', wrap: true, alignVertical: 'top' }

/** One line without control characters, and nothing that a workbook reads as something else. */
export function cellWords(text: string): string {
  // _x0041_ is how a workbook writes A.
  const line = text.replace(/\p{Cc}+/gu, ' ').replace(/_(?=x[\da-f]{4}_)/gi, '_x005F_')
  // The library looks texts up in a plain object and would find what every object has.
  return line in {} ? `${line} ` : line
}
