import { sql } from 'kysely'
import type { LearningItem, LearningTheme } from '../../../contract/learning'
import type { Db } from '../../database/connect'

const columns = sql`i.id, i.town_code as "townCode", i.title, i.kind, i.theme, i.url, i.source, i.added_at as "addedAt"`

export interface Listed {
  readonly townCode: string | undefined
  readonly theme: LearningTheme | undefined
  readonly before: readonly [at: string, id: string] | undefined
  readonly limit: number
}

/** Links of the open towns, the newest first; one more than `limit`. */
export async function findItems(db: Db, { townCode, theme, before, limit }: Listed): Promise<LearningItem[]> {
  const { rows } = await sql<LearningItem>`
    select ${columns} from learning_items i join towns t on t.code = i.town_code and t.prefix is not null
    where true ${townCode ? sql`and i.town_code = ${townCode}` : sql``} ${theme ? sql`and i.theme = ${theme}` : sql``}
      ${before ? sql`and (i.added_at, i.id) < (${before[0]}::timestamptz, ${before[1]}::uuid)` : sql``}
    order by i.added_at desc, i.id desc limit ${limit + 1}`.execute(db)
  return rows
}

export async function findItem(db: Db, id: string): Promise<LearningItem | undefined> {
  const { rows } = await sql<LearningItem>`select ${columns} from learning_items i where i.id = ${id}::uuid`.execute(db)
  return rows[0]
}

/** Who writes in a town's list writes alone: no two lines come to the same link at once. */
export async function holdList(tx: Db, townCode: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`learning ${townCode}`}, 7))`.execute(tx)
}

export interface Editor {
  readonly townCode: string
  readonly personId: string
}

export type ItemBody = Pick<LearningItem, 'title' | 'kind' | 'theme' | 'url' | 'source'>

/** Undefined when the town has the link. */
export async function insertItem(
  tx: Db,
  { townCode, personId }: Editor,
  id: string,
  { title, kind, theme, url, source }: ItemBody,
  now: Date,
): Promise<LearningItem | undefined> {
  const { rows } = await sql<LearningItem>`
    insert into learning_items as i (town_code, id, kind, theme, title, url, source, added_at, changed_by)
    values (${townCode}, ${id}, ${kind}, ${theme}, ${title}, ${url}, ${source}, ${now.toISOString()}, ${personId})
    on conflict (town_code, url) do nothing returning ${columns}`.execute(tx)
  return rows[0]
}

/** 'taken' when another line of the town has the link; undefined when the line is gone. */
export async function updateItem(
  tx: Db,
  { townCode, personId }: Editor,
  id: string,
  { title, kind, theme, url, source }: ItemBody,
): Promise<LearningItem | 'taken' | undefined> {
  const { rows: others } = await sql`
    select 1 from learning_items where town_code = ${townCode} and url = ${url} and id <> ${id}::uuid`.execute(tx)
  if (others.length > 0) return 'taken'
  const { rows } = await sql<LearningItem>`
    update learning_items as i set kind = ${kind}, theme = ${theme}, title = ${title}, url = ${url}, source = ${source},
      changed_by = ${personId}
    where i.town_code = ${townCode} and i.id = ${id}::uuid returning ${columns}`.execute(tx)
  return rows[0]
}

export async function deleteItem(tx: Db, townCode: string, id: string): Promise<boolean> {
  const { rows } = await sql`
    delete from learning_items where town_code = ${townCode} and id = ${id}::uuid returning id`.execute(tx)
  return rows.length > 0
}
