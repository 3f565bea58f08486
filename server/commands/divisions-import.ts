import type { Db } from '../database/connect'
import { type BadLine, type Division, readDivisions } from './divisions-file'
import { type Counts, findDistricts, findTowns, writeAreas, writeDistricts, writeTowns } from './divisions-queries'

export type Imported = Readonly<Record<'districts' | 'towns' | 'areas', Counts>>

/** A file with bad lines: all of them, in the order of the file. Nothing of it was imported. */
export class BadFile extends Error {
  constructor(readonly bad: readonly BadLine[]) {
    super(`${bad.length} bad lines`)
  }
}

/** Brings districts, towns and areas up to the file, all or nothing. Throws BadFile when a line is wrong. */
export async function importDivisions(db: Db, file: string): Promise<Imported> {
  const { divisions, bad } = await readDivisions(file)
  return db.transaction().execute(async (tx) => {
    const wrong = [...bad, ...doubles(divisions), ...(await orphans(tx, divisions))]
    if (wrong.length > 0) throw new BadFile(wrong.sort((a, b) => a.line - b.line))
    const at = (level: string) => divisions.filter((division) => division.level === level)
    return {
      districts: await writeDistricts(tx, at('district')),
      towns: await writeTowns(tx, at('street')),
      areas: await writeAreas(tx, at('village')),
    }
  })
}

function doubles(divisions: readonly Division[]): BadLine[] {
  const lines = new Map<string, number>()
  return divisions.flatMap(({ code, line }) => {
    const earlier = lines.get(code)
    if (earlier === undefined) lines.set(code, line)
    return earlier === undefined ? [] : [{ line, reason: `the code ${code} is on line ${earlier} already` }]
  })
}

/** Streets and villages whose parent is neither in the file nor in the database. */
async function orphans(tx: Db, divisions: readonly Division[]): Promise<BadLine[]> {
  const inFile = new Set(divisions.map((division) => division.code))
  const children = divisions.filter(({ level, parent }) => (level === 'street' || level === 'village') && !inFile.has(parent))
  const parents = [...new Set(children.map((child) => child.parent))]
  const known = new Set([...(await findDistricts(tx, parents)), ...(await findTowns(tx, parents))])
  return children
    .filter((child) => !known.has(child.parent))
    .map(({ line, parent }) => ({ line, reason: `the parent ${parent} is neither in the file nor in the database` }))
}
