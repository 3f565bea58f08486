import { Semaphore } from 'async-mutex'
import { readSheet } from 'read-excel-file/universal'
import type { TableBounds } from './table-bounds'
import type { TableSource } from './table-source'
import { checkXml } from './table-xml'
import { unzip, zipStored } from './table-zip'

/** Where the first sheet and what it needs may lie. The chain of formulas has addresses of all sheets. */
const needed = /^xl\/(_rels\/workbook\.xml\.rels|(?!calcChain)[^/]+\.xml|worksheets\/[^/]+\.xml)$/

/** A workbook in work takes up to 200 MB, and all of the processor. */
const places = new Semaphore(1)

/**
 * The cells of a workbook's first sheet, row by row from its first line: text, numbers, dates at midnight UTC, null where empty.
 * Throws a TableFault (too-large) when it is too large, and some other error when it is no workbook.
 */
export const readXlsx = (source: TableSource, bounds: TableBounds): Promise<unknown[][]> =>
  places.runExclusive(async () => firstSheet(await source.whole(), bounds))

/** The reader is given what was checked, packed anew: a part that hides from the check is not there for the reader either. */
async function firstSheet(bytes: Buffer, { workbook }: TableBounds): Promise<unknown[][]> {
  const parts = unzip(bytes, needed, workbook)
  for (const part of parts.values()) checkXml(part.toString('latin1'), workbook.lines)
  return readSheet(new Blob([new Uint8Array(zipStored(parts))]), { trim: false })
}
