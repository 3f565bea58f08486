export const mostBytes = 2 * 1024 * 1024
/** Rows with something in them. */
export const mostRows = 2000
/** Lines down to the last one that is not empty; people leave blank ones. */
export const mostLines = 9999

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
