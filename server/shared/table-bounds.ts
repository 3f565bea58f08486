/** How much of a table is read. */
export interface TableBounds {
  readonly bytes: number
  /** Rows with something in them. */
  readonly rows: number
  /** Lines down to the last one that is not empty; people leave blank ones. */
  readonly lines: number
  /** A workbook is read whole: so many lines, and bytes unpacked of all its parts and of those that are read. */
  readonly workbook: { readonly lines: number; readonly unpacked: number; readonly wanted: number }
}

const megabyte = 1024 * 1024

/** A list that people write. Pictures are not read, and ten thousand lines of ten columns take half of what is. */
export const usualBounds: TableBounds = {
  bytes: 2 * megabyte,
  rows: 2000,
  lines: 9999,
  workbook: { lines: 9999, unpacked: 20 * megabyte, wanted: 8 * megabyte },
}

/** What is wrong with a file as a table, in Chinese. The service that asked for it tells it under a code of its own (table-rows.ts). */
export class TableFault extends Error {
  constructor(
    readonly kind: 'unreadable' | 'too-large' | 'columns',
    readonly detail: string,
  ) {
    super(detail)
  }
}

export const unreadable = (detail = '打不开这个文件，请用 Excel 或 WPS 另存为 .xlsx 或 CSV 再上传。') =>
  new TableFault('unreadable', detail)
export const tooLarge = (detail = '这个表格解开后太大，请把要导入的内容复制到一个新的表格里再上传。') => new TableFault('too-large', detail)
