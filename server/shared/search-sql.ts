import { type RawBuilder, sql } from 'kysely'
import type { Search } from './search'

const column = (table: string, name: string) => sql.ref(`${table}.${name}`)

/** Whether a row's name, pinyin or initials have what is looked for; every row has nothing. */
export const matches = ({ words, letters }: Search, table: string): RawBuilder<boolean> => sql`(
  ${words} = '' or strpos(lower(${column(table, 'name')}), ${words}) > 0
  or strpos(${column(table, 'pinyin')}, ${letters}::text) > 0 or strpos(${column(table, 'initials')}, ${letters}::text) > 0)`
