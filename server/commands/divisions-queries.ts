import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../database/connect'
import { readCommittee } from '../shared/committee'
import { spell } from '../shared/pinyin'
import type { Division } from './divisions-file'

export interface Counts {
  readonly inserted: number
  readonly updated: number
  readonly unchanged: number
}

export async function findDistricts(tx: Db, codes: readonly string[]): Promise<string[]> {
  return codesOf(await sql<{ code: string }>`select code from districts where code = any(${[...codes]})`.execute(tx))
}

export async function findTowns(tx: Db, codes: readonly string[]): Promise<string[]> {
  return codesOf(await sql<{ code: string }>`select code from towns where code = any(${[...codes]})`.execute(tx))
}

const codesOf = ({ rows }: { rows: { code: string }[] }) => rows.map((row) => row.code)

export const writeDistricts = (tx: Db, districts: readonly Division[]): Promise<Counts> =>
  inBatches(tx, districts, (batch) => {
    const { codes, names } = columns(batch)
    return sql`
      insert into districts (code, name) select * from unnest(${codes}::text[], ${names}::text[])
      on conflict (code) do update set name = excluded.name where districts.name <> excluded.name
      returning xmax = 0 as inserted`
  })

/** A new town is closed: opening it is a decision, not an import. */
export const writeTowns = (tx: Db, towns: readonly Division[]): Promise<Counts> =>
  inBatches(tx, towns, (batch) => {
    const { codes, names, parents } = columns(batch)
    return sql`
      insert into towns (code, name, district_code) select * from unnest(${codes}::text[], ${names}::text[], ${parents}::text[])
      on conflict (code) do update set name = excluded.name where towns.name <> excluded.name
      returning xmax = 0 as inserted`
  })

/** What the import does not know (grid, place) stays as it is. */
export const writeAreas = (tx: Db, areas: readonly Division[]): Promise<Counts> =>
  inBatches(tx, areas, (batch) => {
    const { codes, names, parents } = columns(batch)
    const read = names.map((name) => readCommittee(name))
    const spelled = read.map(({ shortName }) => spell(shortName))
    return sql`
      insert into areas (code, name, town_code, short_name, kind, pinyin, initials)
      select * from unnest(${codes}::text[], ${names}::text[], ${parents}::text[], ${read.map((item) => item.shortName)}::text[],
        ${read.map((item) => item.kind)}::text[], ${spelled.map((item) => item.pinyin)}::text[], ${spelled.map((item) => item.initials)}::text[])
      on conflict (code) do update set name = excluded.name, short_name = excluded.short_name, kind = excluded.kind,
        pinyin = excluded.pinyin, initials = excluded.initials
      where (areas.name, areas.short_name, areas.kind, areas.pinyin, areas.initials)
        <> (excluded.name, excluded.short_name, excluded.kind, excluded.pinyin, excluded.initials)
      returning xmax = 0 as inserted`
  })

const columns = (batch: readonly Division[]) => ({
  codes: batch.map((division) => division.code),
  names: batch.map((division) => division.name),
  parents: batch.map((division) => division.parent),
})

const batchSize = 1000

/** Rows that come back were inserted or updated; the others were the same already. */
async function inBatches(
  tx: Db,
  all: readonly Division[],
  statement: (batch: readonly Division[]) => RawBuilder<unknown>,
): Promise<Counts> {
  let inserted = 0
  let updated = 0
  for (let from = 0; from < all.length; from += batchSize) {
    const { rows } = await (statement(all.slice(from, from + batchSize)) as RawBuilder<{ inserted: boolean }>).execute(tx)
    const added = rows.filter((row) => row.inserted).length
    inserted += added
    updated += rows.length - added
  }
  return { inserted, updated, unchanged: all.length - inserted - updated }
}
