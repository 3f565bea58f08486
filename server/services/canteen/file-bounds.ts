import { Refusal, unfit } from '../../errors'

export const mostBytes = 2 * 1024 * 1024
/** Rows with a dish in them. */
export const mostRows = 2000
/** Lines down to the last one that is not empty; people leave blank ones. */
export const mostLines = 9999

export const unreadable = (detail = '打不开这个文件，请用 Excel 或 WPS 另存为 .xlsx 或 CSV 再上传。') =>
  unfit('canteen-file-unreadable', detail)
export const tooLarge = (detail = '这个表格解开后太大，请把菜单复制到一个新的表格里再上传。') =>
  new Refusal(413, 'canteen-file-too-large', detail)
