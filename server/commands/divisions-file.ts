import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream'
import { type CsvError, type InfoRecord, parse } from 'csv-parse'

/** A line of the five-level table of administrative divisions. */
export interface Division {
  readonly line: number
  readonly code: string
  readonly name: string
  readonly level: string
  readonly parent: string
}

export interface BadLine {
  readonly line: number
  readonly reason: string
}

const header = ['code', 'name', 'level', 'parent_code']

/** Digits of a code at each level. */
export const digitsOf: Readonly<Record<string, number>> = { province: 2, city: 4, district: 6, street: 9, village: 12 }

/** Reads the whole file once; what is wrong with a line by itself is found here. Throws when the file cannot be read. */
export async function readDivisions(file: string): Promise<{ divisions: Division[]; bad: BadLine[] }> {
  const divisions: Division[] = []
  const bad: BadLine[] = []
  const parser = parse({
    bom: true,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_skip: (error) => void bad.push({ line: (error as CsvError & { lines?: number })?.lines ?? 0, reason: 'the quotes do not match' }),
  })
  // A source that fails destroys the parser, so the loop below ends with its error.
  pipeline(createReadStream(file), parser, () => {})
  let first = true
  for await (const { record: fields, info } of parser as AsyncIterable<{ record: string[]; info: InfoRecord }>) {
    const record = fields.map((field) => field.trim())
    const reason = first ? headerFault(record) : lineFault(record)
    if (reason) bad.push({ line: info.lines, reason })
    else if (!first) divisions.push(divisionOf(info.lines, record))
    if (first && reason) return { divisions, bad }
    first = false
  }
  if (first && bad.length === 0) bad.push({ line: 1, reason: 'the file is empty' })
  return { divisions, bad }
}

const divisionOf = (line: number, [code, name, level, parent]: string[]): Division => ({ line, code, name, level, parent }) as Division

const headerFault = (record: readonly string[]): string | undefined =>
  record.join() === header.join() ? undefined : `the header must be ${header.join()}`

function lineFault(record: readonly string[]): string | undefined {
  // What is not UTF-8 is read as U+FFFD.
  if (record.some((field) => field.includes('\uFFFD'))) return 'it is not UTF-8: save the file as UTF-8'
  if (record.length !== header.length) return `it has ${record.length} columns, not ${header.length}`
  const [code, name, level, parent] = record as [string, string, string, string]
  const digits = digitsOf[level]
  if (!digits) return `the level ${JSON.stringify(level)} is none of ${Object.keys(digitsOf).join(', ')}`
  if (!/^\d+$/.test(code) || code.length !== digits) return `the code ${JSON.stringify(code)} is not ${digits} digits, as a ${level} has`
  if (!name) return 'the name is empty'
  if (name.length > 100 || /\p{Cc}/u.test(name)) return 'the name is too long or has control characters'
  return parentFault(code, level, parent)
}

function parentFault(code: string, level: string, parent: string): string | undefined {
  const digits = { street: 6, village: 9 }[level]
  if (digits && parent !== code.slice(0, digits)) return `the parent of ${code} must be ${code.slice(0, digits)}`
  return code.startsWith(parent) && parent !== code ? undefined : `the code ${code} does not begin with its parent's ${parent}`
}
