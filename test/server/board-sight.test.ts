import { type Persona, personas } from '../../contract/account'
import { boardStaffCalls } from '../../contract/board'
import { define, definition, look, publish, submit } from '../helpers/boards'
import { aibo4 } from '../helpers/reports'
import { type Caller, TestTown } from '../helpers/server'
import { said } from '../helpers/study'

type StaffCall = keyof typeof boardStaffCalls
const names = Object.keys(boardStaffCalls) as StaffCall[]

let town: TestTown
beforeAll(async () => {
  town = await TestTown.open('2026-11-20T09:00:00+08:00')
})
afterAll(() => town.close())

type Standing = 'editor' | 'reviewer' | 'admin' | 'keeper' | 'anybody else' | 'signed out'
/** Status and code for: the editor, the reviewer, the admin, the compound's property company; anybody else; signed out. */
type Row = readonly [editor: string, reviewer: string, admin: string, keeper: string, others: string, signedOut: string]

const missing = '403 role-missing'
const out = '401 session-missing'
const editors = (status: string): Row => [status, missing, status, missing, missing, out]
const staff = (status: string): Row => [status, status, status, missing, missing, out]
const noDraft = '404 board-draft-unknown'
const noKeeper = '403 board-appeal-keeper'

/** Each is made for a compound's board, whose draft 小沈 has handed in. */
const table: Readonly<Record<StaffCall, Row>> = {
  'POST /boards/:code/units/:unitCode/appeals': [noKeeper, noKeeper, noKeeper, '201', noKeeper, out],
  'GET /boards/appeals': staff('200'),
  'POST /boards/appeals/:id/answers': staff('201'),
  'GET /boards/:code/definition': staff('200'),
  'PUT /boards/:code/definition': editors('409 board-definition-changed'),
  'GET /boards/units': staff('200'),
  'PUT /boards/units/:kind/:unitCode': editors('200'),
  'GET /boards/drafts': staff('200'),
  'POST /boards/:code/drafts': editors('409 board-draft-exists'),
  'GET /boards/:code/drafts/:period': ['200', '200', '200', noDraft, noDraft, out],
  'PUT /boards/:code/drafts/:period/entries/:unitCode': editors('409 board-draft-in-review'),
  'DELETE /boards/:code/drafts/:period/entries/:unitCode': editors('409 board-draft-in-review'),
  'POST /boards/:code/drafts/:period/submission': editors('409 board-draft-in-review'),
  'POST /boards/:code/publications': [missing, '201', '201', missing, missing, out],
  'POST /boards/:code/drafts/:period/return': staff('201'),
}
const columns: Readonly<Record<Standing, number>> = { editor: 0, reviewer: 1, admin: 2, keeper: 3, 'anybody else': 4, 'signed out': 5 }
const standings: Readonly<Partial<Record<Persona, Standing>>> = {
  ...{ board_editor: 'editor', board_reviewer: 'reviewer', admin: 'admin', property: 'keeper' },
}

const code = 'SIGHT'
let month = 0
interface Periods {
  readonly published: string
  readonly inReview: string
  readonly appealId: string
}

/** A period that is out with an open appeal, and one that waits for its review. */
async function freshPeriods(): Promise<Periods> {
  if (month === 0) await define(town, code, { unitKind: 'compound' })
  const periodOf = (at: number) => `${2022 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`
  const [published, appealed, inReview] = [periodOf(month), periodOf(month + 1), periodOf(month + 2)]
  month += 3
  for (const period of [published, appealed]) await publish(town, code, period, { [aibo4]: '90' })
  await submit(town, code, inReview, { [aibo4]: '91' })
  const zhou = await town.as('property')
  const { id } = await zhou.ok('POST /boards/:code/units/:unitCode/appeals', {
    ...{ params: { code, unitCode: aibo4 }, body: { period: appealed, text: '不对', photoIds: [] } },
  })
  return { published, inReview, appealId: id }
}

/** Who may nothing leaves them as they are for the next one. */
let untouched: Promise<Periods> | undefined

async function all(caller: Caller, standing: Standing): Promise<[got: object, must: object]> {
  untouched ??= freshPeriods()
  const { published, inReview, appealId } = await untouched
  if (standing !== 'anybody else') untouched = undefined
  const { digest } = await look(await town.as('board_reviewer'), code, inReview)
  const draft = { params: { code, period: inReview, unitCode: aibo4 } }
  const inputs: Readonly<Record<StaffCall, object>> = {
    'POST /boards/:code/units/:unitCode/appeals': {
      ...{ params: { code, unitCode: aibo4 }, query: { town: '310112008' }, body: { period: published, text: '不对', photoIds: [] } },
    },
    'GET /boards/appeals': {},
    'POST /boards/appeals/:id/answers': { params: { id: appealId }, body: { accepted: false, text: '核对过了' } },
    'GET /boards/:code/definition': { params: { code } },
    'PUT /boards/:code/definition': { params: { code }, body: definition({ unitKind: 'compound' }) },
    'GET /boards/units': { query: { kind: 'area' } },
    'PUT /boards/units/:kind/:unitCode': { params: { kind: 'enterprise', unitCode: 'ENT-1' }, body: { name: '云杉酒店' } },
    'GET /boards/drafts': {},
    'POST /boards/:code/drafts': { params: { code }, body: { period: inReview } },
    'GET /boards/:code/drafts/:period': draft,
    'PUT /boards/:code/drafts/:period/entries/:unitCode': { ...draft, body: { figures: { score: '99' } } },
    'DELETE /boards/:code/drafts/:period/entries/:unitCode': draft,
    'POST /boards/:code/drafts/:period/submission': { ...draft, body: {} },
    'POST /boards/:code/publications': { params: { code }, body: { period: inReview, digest } },
    'POST /boards/:code/drafts/:period/return': { ...draft, body: { note: '退回' } },
  }
  const got: Record<string, string> = {}
  const ordered = Object.keys(table) as StaffCall[]
  for (const name of ordered) got[name] = said(await caller.call(name as 'GET /boards/drafts', inputs[name] as object))
  const must = Object.fromEntries(Object.entries(table).map(([name, row]) => [name, row[columns[standing]]]))
  return [got, must]
}

describe('when somebody makes each of the calls of the staff', () => {
  test.each(personas)('when it is %s, then each answers as it must', async (persona) => {
    const standing = standings[persona] ?? 'anybody else'
    const [got, must] = await all(await town.as(persona), standing)
    // Who may publish has just done so: there is nothing to send back.
    const published = standing === 'reviewer' || standing === 'admin' ? { 'POST /boards/:code/drafts/:period/return': noDraft } : {}
    expect(got).toEqual({ ...must, ...published })
  })

  test('when nobody is signed in, then nothing is told', async () => {
    const [got, must] = await all(town.guest, 'signed out')
    expect(got).toEqual(must)
    expect(Object.keys(table).sort()).toEqual([...names].sort())
  })
})

test('when it is the staff of another town, then the board is not there for them', async () => {
  const { inReview, appealId } = await freshPeriods()
  const he = await town.as('outsider')
  for (const role of ['board_editor', 'board_reviewer'] as const)
    await town.db
      .insertInto('grants')
      .values({
        ...{ town_code: '310112107', id: crypto.randomUUID(), person_id: he.personId, role, scope_code: '310112107' },
        ...{ scope_name: '虹桥镇', granted_at: town.now.toISOString() },
      })
      .execute()
  const stranger = await town.signIn('outsider')
  const params = { code, period: inReview, unitCode: aibo4, id: appealId }
  expect(said(await stranger.call('GET /boards/:code/drafts/:period', { params }))).toBe('404 board-unknown')
  expect(said(await stranger.call('GET /boards/:code/definition', { params }))).toBe('404 board-unknown')
  expect(said(await stranger.call('POST /boards/:code/drafts/:period/return', { params, body: { note: '退' } }))).toBe('404 board-unknown')
  expect(said(await stranger.call('POST /boards/:code/publications', { params, body: { period: inReview, digest: 'x' } }))).toBe(
    '404 board-unknown',
  )
  expect(said(await stranger.call('POST /boards/appeals/:id/answers', { params, body: { accepted: true, text: '好' } }))).toBe(
    '404 board-appeal-unknown',
  )
  expect((await stranger.ok('GET /boards/drafts')).items).toEqual([])
  expect((await stranger.ok('GET /boards/appeals')).items).toEqual([])
  const { items } = await stranger.ok('GET /boards/units', { query: { kind: 'compound', limit: 100 } })
  expect(items.filter(({ unitCode }) => unitCode === aibo4)).toEqual([])
})
