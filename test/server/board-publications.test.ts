import { sql } from 'kysely'
import type { BoardEdition, BoardFacts } from '../../contract/board'
import { type CoveredEntry, digestOf } from '../../server/services/board/rules-digest'
import { type Before, type RankedRow, rankBoard } from '../../server/services/board/rules-rank'
import {
  type companies,
  define,
  definition,
  enter,
  listed,
  look,
  parts,
  publish,
  submit,
  tryEnter,
  tryPublish,
  trySubmit,
} from '../helpers/boards'
import { snap } from '../helpers/reports'
import { type Caller, TestTown } from '../helpers/server'
import { said } from '../helpers/study'

const month = '2026-10'
let town: TestTown
let shen: Caller
let xu: Caller
let zhao: Caller
beforeAll(async () => {
  town = await TestTown.open('2026-11-20T09:00:00+08:00')
  ;[shen, xu, zhao] = await Promise.all([town.as('board_editor'), town.as('board_reviewer'), town.as('admin')])
})
afterAll(() => town.close())

const rowsOf = async (code: string, period: string, revision = 1): Promise<RankedRow[]> => {
  const { rows } = await sql<RankedRow>`
    select r.position, r.unit_code as "unitCode", r.name, r.standing, r.rank, r.score::text, r.change::text, r.rank_change as "rankChange",
      r.mark, r.reason, r.adds
    from board_rows r join board_editions e on e.id = r.edition_id
    where e.board_code = ${code} and e.period = ${period} and e.revision = ${revision} order by r.position`.execute(town.db)
  return rows
}
const shown = (rows: readonly RankedRow[]) => rows.map(({ rank, name, score, standing }) => `${rank ?? standing} ${name} ${score ?? '-'}`)
const inReview = async (code: string, figures = { A: '90', B: '80' }) => {
  await submit(town, code, month, figures)
  return (await look(xu, code, month)).digest
}

describe('publishing', () => {
  test('when 老徐 publishes what 小沈 handed in, then the rows are kept as they were seen', async () => {
    await define(town, 'FIRST', { parts, redLine: '90' })
    const figures = { A: { figures: { site: '90', rate: '50' } }, B: { figures: { site: '80', rate: '40' } } }
    await submit(town, 'FIRST', month, figures)
    const seen = await look(xu, 'FIRST', month)
    const { status, body } = await tryPublish(xu, 'FIRST', month, seen.digest)
    expect([status, body]).toEqual([
      201,
      { period: month, state: 'published', revision: 1, at: '2026-11-20T01:00:00Z', ranked: 2, apart: 2, corrections: [] },
    ])
    const rows = await rowsOf('FIRST', month)
    expect(shown(rows)).toEqual(listed(seen))
    expect(rows[0]).toMatchObject({ unitCode: 'A', mark: 'red', adds: { site: '54.0', rate: '40.0' } })
    expect((await xu.ok('GET /boards/drafts')).items.filter(({ boardCode }) => boardCode === 'FIRST')).toEqual([])
  })

  test('when it is published twice at once, then it is out once, and the other is told', async () => {
    await define(town, 'AT.ONCE')
    const digest = await inReview('AT.ONCE')
    const answers = await Promise.all([tryPublish(xu, 'AT.ONCE', month, digest), tryPublish(zhao, 'AT.ONCE', month, digest)])
    expect(answers.map(said).sort()).toEqual(['201', '409 board-published'])
    expect(await rowsOf('AT.ONCE', month)).toHaveLength(4)
    expect(said(await tryPublish(xu, 'AT.ONCE', month, digest))).toBe('409 board-published')
  })

  test('when the same request comes again, then it gets the same answer', async () => {
    await define(town, 'AGAIN')
    const input = { params: { code: 'AGAIN' }, body: { period: month, digest: await inReview('AGAIN') }, key: 'publish-again' }
    const [one, two] = [await xu.call('POST /boards/:code/publications', input), await xu.call('POST /boards/:code/publications', input)]
    expect([one.status, two.status, two.body]).toEqual([201, 201, one.body])
  })

  test('when who publishes handed it in, or put a figure into it, then somebody else is asked for', async () => {
    await define(town, 'OWN')
    await enter(town, 'OWN', month, { A: '90' })
    expect(said(await trySubmit(zhao, 'OWN', month))).toBe('201')
    const { digest, draft } = await look(zhao, 'OWN', month)
    expect(draft.own).toBe(true)
    expect(said(await tryPublish(zhao, 'OWN', month, digest))).toBe('403 board-draft-own')

    await define(town, 'OWN.FIGURE')
    await enter(town, 'OWN.FIGURE', month, { B: '80' })
    expect(said(await tryEnter(zhao, 'OWN.FIGURE', month, 'A', '90'))).toBe('200')
    await submit(town, 'OWN.FIGURE', month, {})
    expect(said(await tryPublish(zhao, 'OWN.FIGURE', month, (await look(zhao, 'OWN.FIGURE', month)).digest))).toBe('403 board-draft-own')
    expect(said(await tryPublish(xu, 'OWN.FIGURE', month, (await look(xu, 'OWN.FIGURE', month)).digest))).toBe('201')
  })

  test('when it is another one than was seen, by figures, units or the period before, then it has to be looked at again', async () => {
    await define(town, 'SEEN')
    const first = await inReview('SEEN')
    await xu.ok('POST /boards/:code/drafts/:period/return', { params: { code: 'SEEN', period: month }, body: { note: '改一下' } })
    expect(said(await tryPublish(xu, 'SEEN', month, first))).toBe('409 board-draft-not-in-review')
    const second = await inReview('SEEN', { A: '91', B: '80' })
    expect(second).not.toBe(first)
    expect(said(await tryPublish(xu, 'SEEN', month, first))).toBe('409 board-draft-changed')
    await publish(town, 'SEEN', '2026-09', { A: '70' })
    expect(said(await tryPublish(xu, 'SEEN', month, second))).toBe('409 board-draft-changed')
    const { digest, items } = await look(xu, 'SEEN', month)
    expect(items[0]).toMatchObject({ unitCode: 'A', change: '21.0' })
    expect(said(await tryPublish(xu, 'SEEN', month, digest))).toBe('201')
  })

  test('when a unit came onto the black list of progress only since it was handed in, then it is not published without a reason', async () => {
    await define(town, 'LATE.BLACK', { mode: 'progress', blackLine: '60' })
    await submit(town, 'LATE.BLACK', month, { A: '50' })
    await publish(town, 'LATE.BLACK', '2026-09', { A: '40' })
    const { digest } = await look(xu, 'LATE.BLACK', month)
    expect(said(await tryPublish(xu, 'LATE.BLACK', month, digest))).toBe('422 board-reason')
  })

  test('when nothing was handed in, or there is nothing, then there is nothing to publish', async () => {
    await define(town, 'NOTHING')
    expect(said(await tryPublish(xu, 'NOTHING', month, 'x'))).toBe('404 board-draft-unknown')
    await enter(town, 'NOTHING', month, { A: '90' })
    expect(said(await tryPublish(xu, 'NOTHING', month, (await look(xu, 'NOTHING', month)).digest))).toBe('409 board-draft-not-in-review')
  })
})

describe('what is out', () => {
  test('when late figures come, then they begin a correction, and what is out stays until it is published with its why and what', async () => {
    await define(town, 'LATE')
    await publish(town, 'LATE', month, { A: '90', B: '80', C: '70' })
    const out = await rowsOf('LATE', month)
    const evidence = await snap(shen)
    await enter(town, 'LATE', month, { B: { figures: { score: '95.5' }, photoIds: [evidence] } })
    expect(await rowsOf('LATE', month)).toEqual(out)
    const { draft, items } = await look(xu, 'LATE', month)
    expect(draft).toMatchObject({ revision: 2, state: 'draft', units: 3 })
    expect(items.map(({ name, rank, score, before }) => [name, rank, score, before])).toEqual([
      ['西村', 1, '95.5', { rank: 2, score: '80.0' }],
      ['东村', 2, '90.0', { rank: 1, score: '90.0' }],
      ['南村', 3, '70.0', { rank: 3, score: '70.0' }],
      ['北村', null, null, { rank: null, score: null }],
    ])
    expect(said(await trySubmit(shen, 'LATE', month, ' '))).toBe('422 board-correction-reason')
    await submit(town, 'LATE', month, {}, '西村漏记一次检查')
    expect(await rowsOf('LATE', month)).toEqual(out)
    const edition = (await tryPublish(xu, 'LATE', month, (await look(xu, 'LATE', month)).digest)).body
    expect(edition).toMatchObject({ revision: 2, ranked: 3, apart: 1 })
    expect(edition.corrections).toEqual([
      {
        ...{ revision: 2, publishedAt: edition.at, reason: '西村漏记一次检查', changed: 2 },
        changes: [
          { unitCode: 'B', name: '西村', from: { rank: 2, score: '80.0' }, to: { rank: 1, score: '95.5' } },
          { unitCode: 'A', name: '东村', from: { rank: 1, score: '90.0' }, to: { rank: 2, score: '90.0' } },
        ],
      },
    ])
    expect(await rowsOf('LATE', month)).toEqual(out)
    const third = await publish(town, 'LATE', month, { C: '71' }, '南村加一分')
    expect(third.corrections.map(({ revision, reason }) => [revision, reason])).toEqual([
      [3, '南村加一分'],
      [2, '西村漏记一次检查'],
    ])
    expect((await look(shen, 'LATE', month).catch(() => undefined)) ?? 'none').toBe('none')
    // The picture of the second revision is shown by the third, too, so taking it out of a fourth gives it up nowhere.
    await enter(town, 'LATE', month, { B: { figures: { score: '95.5' }, photoIds: [] } })
    expect((await town.db.selectFrom('photos').select('taken_by').where('id', '=', evidence).execute())[0]?.taken_by).toBe('board')
  })

  test('when a later period was compared with it, then its correction does not change that one', async () => {
    await define(town, 'CHAIN')
    await publish(town, 'CHAIN', '2026-09', { A: '80', B: '90' })
    await publish(town, 'CHAIN', month, { A: '95', B: '90' })
    const out = await rowsOf('CHAIN', month)
    expect(out[0]).toMatchObject({ unitCode: 'A', change: '15.0', rankChange: 1 })
    await publish(town, 'CHAIN', '2026-09', { A: '94' }, '东村重新核对')
    expect(await rowsOf('CHAIN', month)).toEqual(out)
  })

  test('when the board is defined anew, then what is out keeps what it was made with', async () => {
    await define(town, 'REDEFINED')
    await publish(town, 'REDEFINED', month, { A: '90' })
    await shen.ok('PUT /boards/:code/definition', {
      params: { code: 'REDEFINED' },
      body: definition({ version: 1, decimals: 3, name: '新名字' }),
    })
    const edition = await town.db.selectFrom('board_editions').select('definition').where('board_code', '=', 'REDEFINED').executeTakeFirst()
    expect(edition?.definition).toMatchObject({ name: '村、公司先进榜', decimals: 1 })
    expect(shown(await rowsOf('REDEFINED', month))[0]).toBe('1 东村 90.0')
  })

  test('when anybody tries to change it in the database, then the database refuses', async () => {
    await define(town, 'STONE')
    const evidence = await snap(shen)
    await publish(town, 'STONE', month, { A: { figures: { score: '90' }, photoIds: [evidence] } })
    const { id } = await town.db.selectFrom('board_editions').select('id').where('board_code', '=', 'STONE').executeTakeFirstOrThrow()
    const statements = [
      sql`update board_editions set state = 'draft', published_at = null where id = ${id}`,
      sql`update board_editions set changed_at = changed_at where id = ${id}`,
      sql`delete from board_editions where id = ${id}`,
      sql`update board_entries set figures = '{"score":"99"}' where edition_id = ${id}`,
      sql`delete from board_entries where edition_id = ${id}`,
      sql`insert into board_entries (town_code, edition_id, unit_code, figures, entered_at)
        values ('310112008', ${id}::uuid, 'B', '{"score":"99"}', now())`,
      sql`delete from board_entry_photos where edition_id = ${id}`,
      sql`update board_rows set rank = 1 where edition_id = ${id}`,
      sql`delete from board_rows where edition_id = ${id}`,
      sql`insert into board_rows (town_code, edition_id, position, unit_code, name, pinyin, initials, standing, adds)
        values ('310112008', ${id}::uuid, 99, 'Z', '村', 'cun', 'c', 'no_figures', '{}')`,
      sql`delete from board_edition_events where edition_id = ${id}`,
      sql`update board_definition_events set version = version where code = 'STONE'`,
    ]
    for (const statement of statements) await expect(statement.execute(town.db)).rejects.toThrow(/never change|append-only/)
  })
})

describe('a snapshot', () => {
  interface Stored {
    readonly id: string
    readonly board: BoardFacts
    readonly period: string
    readonly revision: number
    readonly digest: string
    readonly publishedAt: string
  }

  /** What was known of the period before when the edition came out. */
  async function pastOf({ board, period, publishedAt }: Stored): Promise<Map<string, Before>> {
    const { rows } = await sql<Before & { unitCode: string }>`
      select r.unit_code as "unitCode", r.score::text, r.rank from board_rows r join (
        select id from board_editions where board_code = ${board.code} and period = ${period.replace('10', '09')} and state = 'published'
          and published_at <= ${publishedAt}::timestamptz order by revision desc limit 1) e on e.id = r.edition_id`.execute(town.db)
    return new Map(rows.map(({ unitCode, ...before }) => [unitCode, before]))
  }

  test('when it is made again from the definition and figures that are kept, then it is the same, byte by byte', async () => {
    const vetoes = [{ key: 'mixed', name: '混装', cap: '59.99' }]
    await define(town, 'REPLAY', { parts, vetoes, mode: 'progress', tieOrder: 'name', decimals: 2, minimumSample: 3, redLine: '90' })
    const figures = (site: string, rate: string, more = {}) => ({ figures: { site, rate }, sample: 3, ...more })
    await publish(town, 'REPLAY', '2026-09', { A: figures('80', '33.3'), B: figures('90', '45'), C: figures('66.66', '50') })
    await publish(town, 'REPLAY', month, {
      A: figures('81', '33.3', { note: '复查' }),
      B: figures('90.333', '44.777', { vetoes: ['mixed'] }),
      C: figures('66', '49', { sample: 2 }),
      D: figures('1', '1', { photoIds: [await snap(shen)] }),
    })
    await publish(town, 'REPLAY', month, { A: figures('99', '50') }, '东村更正')
    const { rows: editions } = await sql<Stored>`
      select id, definition as board, period, revision, digest, published_at as "publishedAt" from board_editions
      where board_code = 'REPLAY' and period = ${month} order by revision`.execute(town.db)
    expect(editions).toHaveLength(2)
    for (const edition of editions) {
      const { board, period, revision, digest } = edition
      const { rows: entries } = await sql<CoveredEntry>`
        select n.unit_code as "unitCode", n.figures, n.sample, n.vetoes, n.reason, n.note, coalesce((
          select json_agg(json_build_object('id', p.photo_id) order by p.position) from board_entry_photos p
          where p.edition_id = n.edition_id and p.unit_code = n.unit_code), '[]') as photos
        from board_entries n where n.edition_id = ${edition.id}::uuid order by md5(n.unit_code)`.execute(town.db)
      const kept = await rowsOf('REPLAY', period, revision)
      const names = new Map(kept.map(({ unitCode, name }) => [unitCode, name]))
      const named = entries.map((entry) => ({ ...entry, name: names.get(entry.unitCode) as string }))
      const again = rankBoard(board, named, kept, await pastOf(edition))
      expect(JSON.stringify(again)).toBe(JSON.stringify(kept.map((row) => sortedLike(row, again[0] as RankedRow))))
      expect(digestOf({ period, revision, board, entries, rows: again })).toBe(digest)
      expect(digestOf({ period, revision, board, entries: [...entries].reverse(), rows: kept })).toBe(digest)
    }
    expect(editions[0]?.digest).not.toBe(editions[1]?.digest)
    expect(editions[0]?.digest).toMatch(/^[0-9a-f]{64}$/)
  })

  /** The same row with its fields in the order of the other one. */
  const sortedLike = (row: RankedRow, like: RankedRow) =>
    Object.fromEntries(Object.keys(like).map((key) => [key, key === 'adds' ? ordered(row.adds) : row[key as keyof RankedRow]]))
  const ordered = (adds: Record<string, string>) => Object.fromEntries(parts.flatMap(({ key }) => (key in adds ? [[key, adds[key]]] : [])))
})

describe('who follows a unit', () => {
  const follow = async (caller: Caller, ...units: (keyof typeof companies)[]) => {
    for (const [at, unit_code] of units.entries())
      await town.db
        .insertInto('board_follows')
        .values({
          ...{ town_code: '310112008', unit_kind: 'village_company', unit_code, person_id: caller.personId },
          created_at: new Date(town.now.getTime() + at).toISOString(),
        })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
  }
  const letters = async (caller: Caller) =>
    (await caller.ok('GET /inbox')).items.map(({ title, body, link }) => ({ title, body, link })).filter(({ title }) => /^信榜/.test(title))

  test('when a board is out, then they are told once where their units stand; of a correction, only who is touched by it', async () => {
    const [wang, li] = [await town.as('resident'), await town.as('party_member')]
    await follow(wang, 'B', 'A', 'D')
    await follow(li, 'C')
    await define(town, 'LETTERS', { name: '信榜' })
    await publish(town, 'LETTERS', '2026-09', { A: '70', B: '80', C: '75' })
    await publish(town, 'LETTERS', month, { A: '90', B: '80', C: '70' })
    const link = `/pages/board/unit/index?town=310112008&code=LETTERS&period=${month}&unit=B`
    expect((await letters(wang))[0]).toEqual({
      ...{ title: '信榜2026年10月公布了', link },
      body: '西村第 2 名，80.0分，降 1 位；东村第 1 名，90.0分，升 2 位；北村这一期没有排名。',
    })
    expect(await letters(li)).toHaveLength(2)

    await publish(town, 'LETTERS', month, { C: '71' }, '南村加一分')
    expect(await letters(wang)).toHaveLength(2)
    expect((await letters(li))[0]).toMatchObject({ title: '信榜2026年10月更正了', body: '南村第 3 名，71.0分，降 1 位。' })
  })
})

test('when persons are ranked, then what is kept for ever has no name of theirs in it, and no answer has their id', async () => {
  const li = await town.as('party_member')
  await li.ok('PATCH /me', { body: { nameOnBoards: true } })
  await define(town, 'PERSONS', { unitKind: 'person' })
  const { items } = await shen.ok('GET /boards/units', { query: { kind: 'person' } })
  const unitCode = items.find(({ name }) => name === '李强')?.unitCode as string
  await publish(town, 'PERSONS', month, { [unitCode]: '90' })
  const edition: BoardEdition = await publish(town, 'PERSONS', month, { [unitCode]: '91' }, '补记')
  expect(edition.corrections[0]?.changes).toMatchObject([{ unitCode, name: '一位党员' }])
  expect(JSON.stringify(edition)).not.toContain(li.personId)
  const kept = await town.db.selectFrom('board_rows').select(['name', 'pinyin']).where('unit_code', '=', li.personId).execute()
  expect(kept.map(({ name }) => name)).toEqual(['一位党员', '一位党员'])
})
