import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { readSheet } from 'read-excel-file/universal'
import writeWorkbook, { type SheetData } from 'write-excel-file/node'
import type { BoardDefinition, BoardImport, DraftRow } from '../../contract/board'
import { usualBounds } from '../../server/shared/table-bounds'
import { unzip } from '../../server/shared/table-zip'
import { figureLines, fillAreas, partsBoard } from '../helpers/figure-files'
import { hostileTexts } from '../helpers/hostile'
import { deflated, gb18030 } from '../helpers/menu-files'
import { type Answer, type Caller, TestTown } from '../helpers/server'

const aibo4 = '310112008012'
const wanke = '310112008013'
const header = 'unit_code,period,sites,effect'

let town: TestTown
let shen: Caller
let xu: Caller
beforeAll(async () => {
  town = await TestTown.open()
  ;[shen, xu] = await Promise.all((['board_editor', 'board_reviewer'] as const).map((one) => town.as(one)))
})
beforeEach(() => town.at('2026-11-20T09:00:00+08:00'))
afterAll(() => town.close())

let number = 0
/** A new board of 小沈's. */
async function newBoard(changes: Partial<BoardDefinition> = {}): Promise<string> {
  number += 1
  const code = `T.${number}`
  await shen.ok('PUT /boards/:code/definition', { params: { code }, body: partsBoard(changes) })
  return code
}

interface Sent {
  readonly caller?: Caller
  readonly period?: string
  readonly key?: string
}
const send = (code: string, file: string | Buffer, { caller = shen, period, key }: Sent = {}): Promise<Answer<BoardImport>> =>
  caller.upload(Buffer.from(file), 'figures.csv', key, `/boards/${code}/imports${period ? `?period=${period}` : ''}`)

/** How an import stands once it has been read. */
async function whenRead(code: string, id: string): Promise<BoardImport> {
  for (;;) {
    const stand = await shen.ok('GET /boards/:code/imports/:id', { params: { code, id } })
    if (stand.state !== 'reading') return stand
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

const preview = async (code: string, id: string, period: string): Promise<DraftRow[]> =>
  (await shen.ok('GET /boards/:code/imports/:id/preview', { params: { code, id }, query: { period, limit: 100 } })).items
const accept = (code: string, id: string, caller = shen) =>
  caller.call('POST /boards/:code/imports/:id/acceptance', { params: { code, id }, body: {} })
const said = ({ status, problem }: Answer<unknown>) => (status < 400 ? String(status) : `${status} ${problem.code}`)
const faults = ({ problem }: Answer<unknown>) => problem.errors?.map(({ path, message }) => `${path} ${message}`)

/** Keeps a good file. */
async function keep(code: string, file: string) {
  const { status, body } = await send(code, file)
  expect([status, body]).toMatchObject([201, { state: 'ready' }])
  const kept = await accept(code, body.id)
  expect(said(kept)).toBe('201')
  return kept.body.drafts
}

/** Hands a draft in and lets 老徐 publish it. */
async function publish(code: string, period: string, reason?: string): Promise<void> {
  const params = { code, period }
  await shen.ok('POST /boards/:code/drafts/:period/submission', { params, body: reason ? { reason } : {} })
  const { digest } = await xu.ok('GET /boards/:code/drafts/:period', { params })
  await xu.ok('POST /boards/:code/publications', { params: { code }, body: { period, digest } })
}

const entriesOf = async (code: string) =>
  (
    await town.db
      .selectFrom('board_entries as n')
      .innerJoin('board_editions as e', 'e.id', 'n.edition_id')
      .where('e.board_code', '=', code)
      .select(['e.period', 'e.revision', 'n.unit_code', 'n.figures', 'n.sample', 'n.vetoes', 'n.reason', 'n.note'])
      .orderBy('e.period')
      .orderBy('e.revision')
      .orderBy('n.unit_code')
      .execute()
  ).map(({ period, revision, unit_code, figures, ...rest }) => ({ in: `${period}/${revision} ${unit_code}`, figures, ...rest }))

describe('a good file', () => {
  test('when 小沈 sends October’s figures, then nothing is kept yet, the ranks are shown, and what she accepts is in the draft', async () => {
    const code = await newBoard()
    const file = `${header},veto,note\n${aibo4},2026-10,98.50,90,,第三方\n${wanke},2026-10,100,80,混装混运,\n310112008011,2026-10,98.5,90.0,,\n`
    const { status, body } = await send(code, file)
    expect([status, body]).toEqual([
      201,
      { id: body.id, state: 'ready', rows: 3, faults: [], faultCount: 0, periods: [{ period: '2026-10', units: 3, published: false }] },
    ])
    expect(await entriesOf(code)).toEqual([])
    const rows = await preview(code, body.id, '2026-10')
    expect(rows.slice(0, 3).map(({ name, rank, score, before }) => [name, rank, score, before])).toEqual([
      ['爱博五村', 1, '93.4', null],
      ['爱博四村', 1, '93.4', null],
      ['万科润园', 3, '60.0', null],
    ])
    expect(rows[1]).toMatchObject({ figures: { sites: '98.5', effect: '90' }, note: '第三方', photos: [] })
    expect((await accept(code, body.id)).body).toEqual({ drafts: [{ period: '2026-10', revision: 1 }] })
    expect(await entriesOf(code)).toEqual([
      { in: '2026-10/1 310112008011', figures: { sites: '98.5', effect: '90' }, sample: null, vetoes: [], reason: null, note: null },
      { in: '2026-10/1 310112008012', figures: { sites: '98.5', effect: '90' }, sample: null, vetoes: [], reason: null, note: '第三方' },
      { in: '2026-10/1 310112008013', figures: { sites: '100', effect: '80' }, sample: null, vetoes: ['mixed'], reason: null, note: null },
    ])
    const { draft } = await shen.ok('GET /boards/:code/drafts/:period', { params: { code, period: '2026-10' } })
    expect(draft).toMatchObject({ state: 'draft', units: 3, own: true })
    expect(said(await accept(code, body.id))).toBe('409 board-import-kept')
  })

  test('when a period is out, then a correction holds what the file says and the rest as it was, and the preview says where each stood', async () => {
    const code = await newBoard()
    const drafts = await keep(
      code,
      `${header}\n${aibo4},2026-10,90,90\n${wanke},2026-10,80,80\n${aibo4},2026-09,70,70\n${wanke},2026-09,70,70\n`,
    )
    expect(drafts).toEqual(['2026-09', '2026-10'].map((period) => ({ period, revision: 1 })))
    await publish(code, '2026-10')
    const { body } = await send(code, `${header}\n${wanke},2026-10,95,95\n`)
    expect(body.periods).toEqual([{ period: '2026-10', units: 1, published: true }])
    expect((await preview(code, body.id, '2026-10')).slice(0, 2)).toMatchObject([
      { name: '万科润园', rank: 1, score: '95.0', before: { rank: 2, score: '80.0' } },
      { name: '爱博四村', rank: 2, score: '90.0', before: { rank: 1, score: '90.0' } },
    ])
    expect((await accept(code, body.id)).body).toEqual({ drafts: [{ period: '2026-10', revision: 2 }] })
    expect((await entriesOf(code)).filter((entry) => entry.in.startsWith('2026-10/2')).map(({ figures }) => figures)).toEqual([
      { sites: '90', effect: '90' },
      { sites: '95', effect: '95' },
    ])
    await publish(code, '2026-10', '万科润园漏记了一次检查')
    // An open draft is written into; what the file does not name stays in it.
    expect(await keep(code, `${header}\n${wanke},2026-09,71,71\n`)).toEqual([{ period: '2026-09', revision: 1 }])
    expect((await entriesOf(code)).filter((entry) => entry.in.startsWith('2026-09')).map(({ figures }) => figures)).toEqual([
      { sites: '70', effect: '70' },
      { sites: '71', effect: '71' },
    ])
  })

  test('when it is a CSV of any kind, or the template filled in, then the same comes out of it', async () => {
    const code = await newBoard()
    const lines = ['编号,名称,期,设施,实效', `${aibo4},爱博四村,2026-10,98.5,90`, `${wanke},万科润园,2026-10,80,70`, '']
    const bytes = (await shen.call('GET /boards/:code/template', { params: { code }, query: { period: '2026-10' } })) as Answer<unknown>
    expect(bytes.headers['content-disposition']).toBe(`attachment; filename="${code}-2026-10.xlsx"`)
    const [head, ...units] = await readSheet(new Blob([new Uint8Array(bytes.body as Buffer)]))
    expect(head).toEqual(['编号', '名称', '期', '设施', '实效', '一票否决', '原因', '备注'])
    expect([units.length, units.find(([unit]) => unit === aibo4)]).toEqual([
      19,
      [aibo4, '爱博四村', '2026-10', null, null, null, null, null],
    ])
    const filled = units.map((row) =>
      row[0] === aibo4 ? [...row.slice(0, 3), 98.5, 90] : row[0] === wanke ? [...row.slice(0, 3), 80, '70'] : row,
    )
    const files = [
      lines.join('\n'),
      `\ufeff${lines.join('\r\n')}`,
      gb18030(lines.join('\r\n')),
      lines.join('\n').replaceAll(',', ';'),
      lines.join('\n').replaceAll(',', '\t'),
      await writeWorkbook([head, ...filled] as SheetData).toBuffer(),
    ]
    for (const file of files) {
      const { body } = await send(code, file)
      expect(body).toMatchObject({ state: 'ready', rows: 2 })
      expect((await preview(code, body.id, '2026-10')).slice(0, 2).map(({ name, score }) => [name, score])).toEqual([
        ['爱博四村', '93.4'],
        ['万科润园', '74.0'],
      ])
    }
  })

  test('when a workbook made a day of the period and noise of a number, then both are read as they are shown', async () => {
    const code = await newBoard()
    const day = { value: new Date('2026-10-01T00:00:00Z'), type: Date, format: 'yyyy-mm' } as const
    const file = await writeWorkbook([header.split(','), [aibo4, day, 0.1 + 0.2, 98.299999999999997]]).toBuffer()
    const { body } = await send(code, file)
    expect((await preview(code, body.id, '2026-10'))[0]).toMatchObject({ figures: { sites: '0.3', effect: '98.3' } })
  })

  test('when rows do not say their period, then they are of the one asked for; others keep theirs', async () => {
    const code = await newBoard({ parts: [], vetoes: [] })
    const { body } = await send(code, `单位,得分\n爱博四村,88.8\n`, { period: '2026-09' })
    expect(body.periods).toEqual([{ period: '2026-09', units: 1, published: false }])
    const both = await send(code, `单位,期,得分\n爱博四村,,88.8\n爱博四村,2026年10月,89\n`, { period: '2026-09' })
    expect(both.body.periods.map(({ period }) => period)).toEqual(['2026-09', '2026-10'])
    expect(said(await send(code, `单位,得分\n爱博四村,88.8\n`))).toBe('422 board-file-columns')
  })

  test('when persons are ranked, then the file calls them by what the template does, and no id is in it', async () => {
    const li = await town.as('party_member')
    await li.ok('PATCH /me', { body: { nameOnBoards: true } })
    const code = await newBoard({ unitKind: 'person', parts: [], vetoes: [], scoreUnit: '分' })
    const { body } = (await shen.call('GET /boards/:code/template', { params: { code }, query: {} })) as Answer<unknown>
    const rows = await readSheet(new Blob([new Uint8Array(body as Buffer)]))
    const [unit, name] = rows.find((row) => row[1] === '李强') as string[]
    expect([name, unit]).toEqual(['李强', expect.stringMatching(/^[0-9a-f]{32}$/)])
    expect([...unzip(body as Buffer, /\.xml$/, usualBounds.workbook).values()].join('')).not.toContain(li.personId)
    await keep(code, `编号,期,得分\n${unit},2026-10,120\n`)
    expect((await entriesOf(code)).map((entry) => entry.in)).toEqual([`2026-10/1 ${li.personId}`])
    expect(faults(await send(code, `编号,期,得分\n${li.personId},2026-10,120\n`))).toEqual([
      expect.stringContaining(`line/2 第 2 行：没有“${li.personId.slice(0, 30)}`),
    ])
  })
})

describe('a bad file', () => {
  let code: string
  beforeAll(async () => {
    code = await newBoard()
  })
  afterEach(async () => expect(await entriesOf(code)).toEqual([]))

  test('when rows are wrong, then each is told with its number and reason, and nothing of the file can be kept', async () => {
    const answer = await send(
      code,
      [
        header,
        `${aibo4},2026-10,98.5,90`,
        `爱博四邨,2026-10,98.5,90`,
        `${wanke},2026-10,"98,5",NaN`,
        `310112008011,2026-10,1e308,"=HYPERLINK(""http://x"",""98"")"`,
        `${aibo4},2026-10,98.5,90`,
        `310112008010,2026-H1,98.5,90`,
        `310112008010,2027-01,98.5,90`,
        `310112008010,2026-10,,90`,
        '',
      ].join('\n'),
    )
    expect([said(answer), answer.problem.detail]).toEqual(['422 board-file-rows', '有 9 处要改，一行也没有导入。'])
    expect(faults(answer)).toEqual([
      'line/3 第 3 行：没有“爱博四邨”，是不是“爱博四村”？',
      'line/4 第 4 行：设施：“98,5”里有逗号，小数请用点，如 98.5',
      'line/4 第 4 行：实效：“NaN”不是数，请写成 98.5 这样',
      'line/5 第 5 行：实效：“=HYPERLINK("http://x","98")”是公式，请只写结果',
      'line/5 第 5 行：设施：“1e308”不是数，请写成 98.5 这样',
      'line/6 第 6 行：“爱博四村”的 2026-10 在第 2 行已经写过了',
      'line/7 第 7 行：这个榜按月、季度评，没有2026年上半年这一期',
      'line/8 第 8 行：2027年1月还没开始，请选以前的一期',
      'line/9 第 9 行：设施：没有填',
    ])
    const [last] = await town.db.selectFrom('board_imports').select(['id', 'state']).orderBy('id', 'desc').limit(1).execute()
    expect(last?.state).toBe('refused')
    const stand = await whenRead(code, last?.id as string)
    expect(stand).toMatchObject({ state: 'refused', rows: 8, faultCount: 9, periods: [] })
    expect(stand.faults).toHaveLength(9)
    expect(said(await accept(code, last?.id as string))).toBe('409 board-import-refused')
    const params = { code, id: last?.id as string }
    expect(said(await shen.call('GET /boards/:code/imports/:id/preview', { params, query: { period: '2026-10' } }))).toBe(
      '409 board-import-refused',
    )
  })

  test.each<[string, () => Buffer | string, string]>([
    ['is empty', () => '\n', '422 board-file-unreadable'],
    ['has a header alone', () => header, '422 board-file-unreadable'],
    ['names units and says nothing of them', () => `${header}\n${aibo4},2026-10,,\n`, '422 board-file-unreadable'],
    ['lacks a column', () => 'unit_code,period,sites\n', '422 board-file-columns'],
    ['is a picture', () => Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), '422 board-file-unreadable'],
    ['has a quote without an end', () => `${header}\n"${aibo4},2026-10,98,90\n`, '422 board-file-unreadable'],
    ['is a zip bomb', () => deflated({ 'xl/worksheets/sheet1.xml': '\n'.repeat(50 * 1024 * 1024) }), '413 board-file-too-large'],
    ['is a zip bomb that lies', () => deflated({ 'xl/workbook.xml': '\n'.repeat(50 * 1024 * 1024) }, 100), '422 board-file-unreadable'],
    ['has 31 MB', () => Buffer.alloc(31 * 1024 * 1024, 'a'), '413 upload-too-large'],
  ])('when it %s, then it is refused as a whole', async (_, file, code_) => {
    const answer = await send(code, file())
    expect([said(answer), answer.problem.detail]).toEqual([code_, expect.stringMatching(/^[^\n]{5,60}。$/)])
  })

  test('when it has 200,000 rows and one is wrong, then all are looked at, how far is told meanwhile, and the one is named', async () => {
    await fillAreas(town.db, 6451)
    const city = await newBoard({ reach: 'city', parts: [], vetoes: [] })
    const codes = (await town.db.selectFrom('areas').select('code').orderBy('code').execute()).map((area) => area.code)
    const lines = ['unit_code,period,score\n', '没有的居委,2026-10,90\n', ...figureLines(codes, 199_999)]
    const key = randomUUID()
    const sent = send(city, lines.join(''), { key })
    const seen = new Set<number>()
    let answer: Answer<BoardImport> | undefined
    sent.then((done) => {
      answer = done
    })
    while (!answer) {
      const [row] = await town.db.selectFrom('board_imports').select('rows').where('board_code', '=', city).execute()
      if (row) seen.add(row.rows)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    const { id } = await town.db.selectFrom('board_imports').select('id').where('board_code', '=', city).executeTakeFirstOrThrow()
    const stand = await whenRead(city, id)
    expect(stand).toMatchObject({ state: 'refused', rows: 200_000, faultCount: 1, faults: [{ line: 2 }] })
    expect([...seen].filter((rows) => rows > 0 && rows < 200_000).length).toBeGreaterThan(1)
    expect([said(answer), said(await send(city, lines.join(''), { key }))]).toEqual([
      expect.stringMatching(/^201$|^422 board-file-rows$/),
      '422 board-file-rows',
    ])
  }, 120_000)

  test('when cells hold anything at all, then there is an answer for people', async () => {
    const cell = fc.oneof(fc.constantFrom(...hostileTexts.map((text) => text.slice(0, 300))), fc.constantFrom(aibo4, '2026-10', '98.5'))
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell, cell, cell, cell), { minLength: 1, maxLength: 4 }), async (rows) => {
        const quoted = rows.map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(','))
        const { status } = await send(code, [`${header},note`, ...quoted].join('\n'))
        expect([201, 422]).toContain(status)
      }),
      { numRuns: 40 },
    )
  })
})

describe('who, when and what', () => {
  test('when somebody reviews one of the periods, then none of the file is kept; when she sends it back, then all of it is', async () => {
    const code = await newBoard()
    await keep(code, `${header}\n${aibo4},2026-10,90,90\n`)
    await shen.ok('POST /boards/:code/drafts/:period/submission', { params: { code, period: '2026-10' }, body: {} })
    const { body } = await send(code, `${header}\n${aibo4},2026-09,80,80\n${aibo4},2026-10,80,80\n`)
    expect(said(await accept(code, body.id))).toBe('409 board-draft-in-review')
    expect((await entriesOf(code)).map((entry) => entry.in)).toEqual([`2026-10/1 ${aibo4}`])
    await xu.ok('POST /boards/:code/drafts/:period/return', { params: { code, period: '2026-10' }, body: { note: '再看一遍' } })
    expect((await accept(code, body.id)).body.drafts).toHaveLength(2)
  })

  test('when two accept at once, then one does, and the figures are there once', async () => {
    const code = await newBoard()
    const { body } = await send(code, `${header}\n${aibo4},2026-10,90,90\n${wanke},2026-09,90,90\n`)
    const zhao = await town.as('admin')
    const answers = await Promise.all([accept(code, body.id), accept(code, body.id, zhao), accept(code, body.id)])
    expect(answers.map(said).sort()).toEqual(['201', '409 board-import-kept', '409 board-import-kept'])
    expect(await entriesOf(code)).toHaveLength(2)
    const events = await town.db
      .selectFrom('board_edition_events as v')
      .innerJoin('board_editions as e', 'e.id', 'v.edition_id')
      .where('e.board_code', '=', code)
      .select(['v.kind', 'e.period'])
      .execute()
    expect(events.map(({ kind, period }) => `${period} ${kind}`).sort()).toEqual([
      ...['2026-09 imported', '2026-09 opened', '2026-10 imported', '2026-10 opened'],
    ])
  })

  test('when the same key comes twice, then it is one import; when the board is written anew meanwhile, then the file has to come again', async () => {
    const code = await newBoard()
    const key = randomUUID()
    const file = `${header}\n${aibo4},2026-10,90,90\n`
    const [first, again] = await Promise.all([send(code, file, { key }), send(code, file, { key })])
    expect([first.status, again.status, again.body.id]).toEqual([201, 201, first.body.id])
    expect(said(await send(code, `${file}\n`, { key }))).toBe('422 idempotency-key-reused')
    await shen.ok('PUT /boards/:code/definition', { params: { code }, body: partsBoard({ version: 1, vetoes: [] }) })
    expect(said(await accept(code, first.body.id))).toBe('409 board-import-outdated')
  })

  test('when somebody else asks, or for another board, then there is nothing', async () => {
    const code = await newBoard()
    const other = await newBoard()
    const { body } = await send(code, `${header}\n${aibo4},2026-10,90,90\n`)
    const wang = await town.as('resident')
    const file = `${header}\n${aibo4},2026-10,90,90\n`
    expect([said(await send(code, file, { caller: wang })), said(await send(code, file, { caller: xu }))]).toEqual([
      '403 role-missing',
      '403 role-missing',
    ])
    expect(said(await send('NONE', file))).toBe('404 board-unknown')
    expect(said(await send(code, file, { period: '2027-01' }))).toBe('422 board-period')
    expect(said(await send(code, file, { period: '2026-Q3' }))).toBe('422 board-computed')
    const look = (code: string, id: string) => shen.call('GET /boards/:code/imports/:id', { params: { code, id } })
    expect([said(await look(other, body.id)), said(await look(code, randomUUID()))]).toEqual(Array(2).fill('404 board-import-unknown'))
    expect(said(await accept(other, body.id))).toBe('404 board-import-unknown')
    const params = { code, id: body.id }
    expect(said(await shen.call('GET /boards/:code/imports/:id/preview', { params, query: { period: '2026-09' } }))).toBe(
      '404 board-import-period',
    )
    expect(said(await shen.call('POST /boards/:code/imports', { params: { code }, query: {} }))).toBe('415 upload-not-multipart')
  })

  test('when nobody accepts a file for a day, or its reader is silent, then it is refused, and later forgotten', async () => {
    const code = await newBoard()
    const { body } = await send(code, `${header}\n${aibo4},2026-10,90,90\n`)
    const silent = randomUUID()
    const at = town.now.toISOString()
    const made = { town_code: '310112008', board_code: code, board_version: 1, made_by: shen.personId, made_at: at }
    await town.db
      .insertInto('board_imports')
      .values({ ...made, id: silent, state: 'reading', beat_at: at })
      .execute()
    const look = (id: string) => shen.call('GET /boards/:code/imports/:id', { params: { code, id } })
    await town.tick('board-imports')
    expect([(await look(body.id)).body.state, (await look(silent)).body.state]).toEqual(['ready', 'reading'])
    town.at(31_000)
    await town.tick('board-imports')
    expect((await look(silent)).body).toMatchObject({ state: 'refused', faults: [{ line: 0, message: '导入中断了，请再传一次。' }] })
    expect((await look(body.id)).body.state).toBe('ready')
    town.at(24 * 3_600_000)
    await town.tick('board-imports')
    expect((await look(body.id)).status).toBe(404)
    expect(await town.db.selectFrom('board_import_rows').selectAll().where('import_id', '=', body.id).execute()).toEqual([])
  })
})
