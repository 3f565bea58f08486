import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { CsvError, parse } from 'csv-parse'
import { type TableBounds, tooLarge, unreadable } from './table-bounds'
import type { TableSource } from './table-source'

const encodings = ['utf-8', 'gb18030'] as const

/** The lines of a CSV file as they are read, a piece of the file in memory at a time. Throws a TableFault when it is none, or has too many. */
export async function* csvLines(source: TableSource, { lines }: TableBounds): AsyncGenerator<readonly string[]> {
  const { encoding, delimiter } = await natureOf(source)
  const parser = parse({ delimiter, relax_column_count: true, record_delimiter: ['\r\n', '\n', '\r'] })
  const fed = pipeline(Readable.from(texts(source, encoding)), parser)
  // What goes wrong in it is thrown below, where the lines are taken out.
  fed.catch(() => {})
  let count = 0
  try {
    for await (const line of parser as AsyncIterable<string[]>) {
      count += 1
      if (count > lines) throw tooLarge(`表格最多 ${lines} 行，请分几次导入。`)
      yield line
    }
  } catch (error) {
    throw error instanceof CsvError ? unreadable('有一格的引号不成对，请用 Excel 或 WPS 另存一次再上传。') : error
  }
}

/** How the text is written, and what stands between the names of the columns: only all of it tells. */
async function natureOf(source: TableSource): Promise<{ encoding: string; delimiter: string }> {
  for (const encoding of encodings) {
    const head = await headOfText(source, encoding)
    if (head === undefined) continue
    const header = /[^\s].*/.exec(head)?.[0] ?? ''
    return { encoding, delimiter: [',', ';', '\t'].find((sign) => header.includes(sign)) ?? ',' }
  }
  throw unreadable()
}

/** The beginning of the text; undefined when the bytes are no text of this encoding. Throws when there is in it what no text has. */
async function headOfText(source: TableSource, encoding: string): Promise<string | undefined> {
  let head = ''
  try {
    for await (const text of texts(source, encoding)) {
      if (/(?![\t\r\n])\p{Cc}/u.test(text)) throw unreadable()
      if (head.trim() === '') head = text
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return undefined
    throw error
  }
  return head
}

/** The text of a file, piece by piece. Throws when the bytes are no text of this encoding. */
async function* texts(source: TableSource, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  for await (const chunk of source.chunks()) yield decoder.decode(chunk, { stream: true })
  yield decoder.decode()
}
