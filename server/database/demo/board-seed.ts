import { sql } from 'kysely'
import type { BoardFacts } from '../../../contract/board'
import { newId } from '../../shared/id'
import type { Db } from '../connect'
import { type DemoEdition, editionsOf } from './board-editions'
import { meansOf } from './board-means'
import { allBoards, isLookedAtMost } from './board-plan'
import { allRanked } from './board-ranked'
import { editionRow, entryRows, eventRows, publicationOf, rankRows } from './board-rows'
import { tale } from './board-tale'
import { boardUnits } from './board-units'
import { personId } from './person-rows'

/** Puts the boards, their figures and one answered appeal into the seeded demo towns; does nothing where boards are already. */
export async function seedBoards(tx: Db, now: Date): Promise<void> {
  if (await tx.selectFrom('board_definitions').select('code').limit(1).executeTakeFirst()) return
  await tx
    .insertInto('board_units')
    .values(boardUnits.map(({ town, area, ...unit }) => ({ town_code: town, area_code: area ?? null, ...unit })))
    .execute()
  const editions = allBoards.filter(({ unitKind }) => unitKind).flatMap((board) => editionsWithMeans(board, now))
  const begun = new Date(Math.min(now.getTime(), ...editions.map(({ at }) => at.getTime())))
  await seedDefinitions(tx, begun)
  const [first, corrections] = [editions.filter(({ revision }) => revision === 1), editions.filter(({ revision }) => revision > 1)]
  await seedEditions(tx, first, [])
  await seedEditions(tx, corrections, first)
  await seedAppeal(tx, editions)
}

/** Quarters and halves are shown by the board that is looked at most. */
function editionsWithMeans(board: BoardFacts, now: Date): DemoEdition[] {
  const editions = editionsOf(board, now)
  return isLookedAtMost(board) ? [...editions, ...meansOf(board, editions, now)] : editions
}

async function seedDefinitions(tx: Db, at: Date): Promise<void> {
  await insertAll(
    tx,
    'board_definitions',
    allBoards.map((board) => definitionRow(board, at)),
  )
  await insertAll(
    tx,
    'board_definition_events',
    allBoards.map(({ townCode, code, ...definition }) => ({
      ...{ town_code: townCode, code, version: 1, at: at.toISOString(), definition: { ...definition, version: 1 } },
    })),
  )
}

const definitionRow = (board: BoardFacts, at: Date) => ({
  ...{ town_code: board.townCode, code: board.code, version: 1, parent_code: board.parentCode, name: board.name, position: board.position },
  ...{ unit_kind: board.unitKind, reach: board.reach, source: board.source, mode: board.mode, better: board.better },
  ...{ score_unit: board.scoreUnit, decimals: board.decimals, parts: board.parts, vetoes: board.vetoes, period_kinds: board.periodKinds },
  ...{ long_period: board.longPeriod, tie_order: board.tieOrder, minimum_sample: board.minimumSample, formula: board.formula },
  ...{ red_line: board.redLine, black_line: board.blackLine, changed_at: at.toISOString() },
})

/** Figures and rows go in while an edition is looked at; from its publication on it stands still. `corrected` are the ones before. */
async function seedEditions(tx: Db, editions: readonly DemoEdition[], corrected: readonly DemoEdition[]): Promise<void> {
  const published = editions.filter(({ isDraft }) => !isDraft)
  const spelt = new Map(allRanked.map((unit) => [unit.unitCode, unit]))
  await insertAll(tx, 'board_editions', editions.map(editionRow))
  await insertAll(tx, 'board_edition_events', editions.flatMap(eventRows))
  await insertAll(tx, 'board_entries', editions.flatMap(entryRows))
  await insertAll(
    tx,
    'board_rows',
    published.flatMap((edition) => rankRows(edition, spelt)),
  )
  const publications = published.map((edition) =>
    publicationOf(
      edition,
      corrected.find(({ board, period }) => board === edition.board && period === edition.period),
    ),
  )
  await sql`
    update board_editions e set state = 'published', published_at = p.published_at, published_by = p.published_by, ranked = p.ranked,
      apart = p.apart, changes = p.changes, changed_units = p.changed_units
    from jsonb_populate_recordset(null::board_editions, ${JSON.stringify(publications)}::jsonb) p where e.id = p.id`.execute(tx)
}

/** 周师傅 was right: the correction that is out gives his compound back what it lost. */
async function seedAppeal(tx: Db, editions: readonly DemoEdition[]): Promise<void> {
  const { board, code, text, answer } = tale.appeal
  const [from, to] = editions.filter((edition) => edition.board.code === board).slice(-2) as [DemoEdition, DemoEdition]
  await tx
    .insertInto('board_appeals')
    .values({
      ...{ town_code: from.board.townCode, id: newId(), board_code: board, period: from.period, unit_code: code, text, answer },
      ...{ person_id: personId('property'), created_at: from.at.toISOString(), state: 'accepted' },
      ...{ answered_by: personId('board_editor'), answered_at: to.at.toISOString() },
    })
    .execute()
}

type Table = 'board_definitions' | 'board_definition_events' | 'board_editions' | 'board_edition_events' | 'board_entries' | 'board_rows'

/** Thousands of rows as one parameter: as many values would take the database longer to read than to keep. */
async function insertAll(tx: Db, table: Table, rows: readonly object[]): Promise<void> {
  const columns = sql.join([...new Set(rows.flatMap(Object.keys))].map((column) => sql.ref(column)))
  await sql`insert into ${sql.table(table)} (${columns})
    select ${columns} from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)`.execute(tx)
}
