import { openBoards, publish } from '../helpers/boards'
import type { Caller, TestTown } from '../helpers/server'
import { said } from '../helpers/study'

const [xinhong, hongqiao] = ['310112008', '310112107']
const aibo = { kind: 'area', unitCode: '310112008012' } as const
const persons = { params: { code: 'STUDY.PERSON' } }

let town: TestTown
let wang: Caller
beforeAll(async () => {
  town = await openBoards()
  wang = await town.as('resident')
})
afterAll(() => town.close())

const mine = (caller: Caller) => caller.ok('GET /boards/mine')
const shown = async (caller: Caller) => (await mine(caller)).mine.map(({ kind, name }) => `${kind} ${name}`)
const follow = (caller: Caller, unit: { kind: 'area' | 'person' | 'branch' | 'enterprise'; unitCode: string }, query = {}) =>
  caller.call('PUT /boards/units/:kind/:unitCode/follow', { params: unit, query })
const unfollow = (caller: Caller, unit: { kind: 'area' | 'person'; unitCode: string }) =>
  caller.call('DELETE /boards/units/:kind/:unitCode/follow', { params: unit })

describe('my places', () => {
  test('when 王阿姨 opens the boards, then her neighbourhood and compound stand with their places on all boards', async () => {
    const { mine: units, following, keeps } = await mine(wang)
    expect([following, keeps]).toEqual([[], []])
    expect(units.map(({ kind, name, townCode }) => [kind, name, townCode])).toEqual([
      ['area', '爱博四村', xinhong],
      ['compound', '爱博四村', xinhong],
    ])
    expect(units[0]?.places.map(({ boardCode }) => boardCode)).toEqual(['GARB.RA.TOP', 'COOP.RA', 'LIFT'])
    expect(units[0]?.places[0]).toMatchObject({
      ...{ boardName: '居民区垃圾分类先进排行榜', mode: 'top', scoreUnit: '分', period: '2026-10', ranked: 58 },
      unit: { rank: 5, score: '94.6', rankChange: 2 },
    })
    expect(units[1]?.places.map(({ boardCode, period }) => [boardCode, period])).toEqual([
      ['GARB.CMP.GAIN', '2026-10'],
      ['PROP.REDBLACK', '2026-Q3'],
    ])
  })

  test('when party members open them, then their branch is there, and themselves only where they let their name show', async () => {
    expect(await shown(await town.as('party_member'))).toEqual(['area 爱博四村', 'compound 爱博四村', 'branch 爱博四村党支部'])
    expect(await shown(await town.as('secretary'))).toEqual(['branch 爱博四村党支部', 'person 陈书记'])
  })

  test('when somebody speaks for units, then they are told which', async () => {
    const keeps = async (persona: Parameters<TestTown['as']>[0]) => (await mine(await town.as(persona))).keeps.map(({ kind }) => kind)
    expect((await mine(await town.as('property'))).keeps).toEqual([{ kind: 'compound', unitCode: 'CP31011200801201', name: '爱博四村' }])
    expect(await keeps('department')).toEqual(['department'])
    expect(new Set(await keeps('admin'))).toEqual(new Set(['enterprise', 'village_company']))
    expect((await mine(await town.as('grid_leader'))).keeps).toHaveLength(19)
  })

  test('when nobody is signed in, then there is nobody to tell', async () => {
    expect(said(await town.guest.call('GET /boards/mine'))).toBe('401 session-missing')
  })
})

describe('following', () => {
  test('when 王阿姨 follows a unit, also twice, then it is with her places, in the town whose boards she meant, until she ends it', async () => {
    expect((await follow(wang, { kind: 'area', unitCode: '310112107015' })).status).toBe(204)
    expect((await follow(wang, { kind: 'area', unitCode: '310112107015' })).status).toBe(204)
    expect((await follow(wang, { kind: 'area', unitCode: '310112107015' }, { town: hongqiao })).status).toBe(204)
    expect((await follow(wang, { kind: 'branch', unitCode: 'DZB-XH-SWQ' })).status).toBe(204)
    const { following } = await mine(wang)
    expect(following.map(({ name, townCode, places }) => [name, townCode, places[0]?.ranked])).toEqual([
      ['锦绣江南家园', xinhong, 58],
      ['锦绣江南家园', hongqiao, 39],
      ['商务区楼宇党支部(示例)', xinhong, 2],
    ])
    expect((await unfollow(wang, { kind: 'area', unitCode: '310112107015' })).status).toBe(204)
    expect((await unfollow(wang, aibo)).status).toBe(204)
    expect((await mine(wang)).following.map(({ townCode }) => townCode)).toEqual([hongqiao, xinhong])
  })

  test('when a board with it is out, then who follows it is told in the inbox, and nobody else', async () => {
    const unitCode = 'VC-310112008202'
    const sun = await town.as('neighbour')
    await sun.ok('PUT /boards/units/:kind/:unitCode/follow', { params: { kind: 'village_company', unitCode } })
    await publish(town, 'ECON', '2026-10', { [unitCode]: '88.8' })
    const [letter] = (await sun.ok('GET /inbox')).items
    expect([letter?.title, letter?.body]).toEqual([expect.stringContaining('经济发展赶超榜'), expect.stringContaining('88.8%')])
    const url = new URL(`http://app${letter?.link}`)
    const { code = '', town: townCode = '', period = '', unit = '' } = Object.fromEntries(url.searchParams)
    const page = await sun.ok('GET /boards/:code/units/:unitCode', { params: { code, unitCode: unit }, query: { town: townCode, period } })
    expect(page.unit.score).toBe('88.8')
    expect((await (await town.as('daughter')).ok('GET /inbox')).items).toEqual([])
  })

  test('when a unit is none of the town’s boards, or somebody follows too many, then a clear answer says so', async () => {
    expect(said(await follow(wang, { kind: 'area', unitCode: '310112999999' }))).toBe('404 board-unit-unknown')
    expect(said(await follow(wang, { kind: 'area', unitCode: '310112008012' }, { town: hongqiao }))).toBe('404 board-unit-unknown')
    expect(said(await follow(wang, { ...aibo }, { town: '310112999' }))).toBe('404 town-unknown')
    expect(said(await follow(wang, { kind: 'person', unitCode: 'nobody' }))).toBe('404 board-unit-unknown')
    expect(said(await follow(town.guest, aibo))).toBe('401 session-missing')
    const xiaowen = await town.as('daughter')
    const { items } = await wang.ok('GET /boards/:code', { params: { code: 'GARB.RA.TOP' } })
    const some = items.slice(0, 50).map(({ unitCode }) => ({ kind: 'area', unitCode }) as const)
    expect(new Set((await Promise.all(some.map((unit) => follow(xiaowen, unit)))).map(said))).toEqual(new Set(['204']))
    const more = { kind: 'area', unitCode: items[50]?.unitCode ?? '' } as const
    expect(said(await follow(xiaowen, more))).toBe('409 board-follows-full')
    expect(said(await follow(xiaowen, some[0] ?? aibo))).toBe('204')
    await unfollow(xiaowen, some[0] ?? aibo)
    expect(said(await follow(xiaowen, more))).toBe('204')
  })
})

describe('persons', () => {
  const read = async (q?: string) => (await town.guest.ok('GET /boards/:code', { ...persons, query: q ? { q } : {} })).items

  test('when 陈书记 lets his name show, then it does, under a code that tells nobody who he is', async () => {
    const chen = await town.as('secretary')
    const [row] = await read()
    expect([row?.name, (await read('chen'))[0]?.name, await read('王')]).toEqual(['陈书记', '陈书记', []])
    const { items } = await town.guest.ok('GET /boards')
    expect(items.find(({ code }) => code === 'STUDY.PERSON')?.latest?.leader).toBe('陈书记')
    const unitCode = row?.unitCode ?? ''
    const unit = await town.guest.call('GET /boards/:code/units/:unitCode', { params: { code: 'STUDY.PERSON', unitCode } })
    expect(unit.body).toMatchObject({ unit: { unitCode, name: '陈书记' }, line: [{}, {}, { score: '18600' }] })
    const file = await town.guest.call('GET /boards/:code/export', persons)
    expect(String(file.body)).toContain(`1,${unitCode},陈书记,18600`)
    for (const text of [JSON.stringify(row), JSON.stringify(unit.body), String(file.body)]) expect(text).not.toContain(chen.personId)
    const own = await town.guest.call('GET /boards/:code/units/:unitCode', { params: { code: 'STUDY.PERSON', unitCode: chen.personId } })
    expect(said(own)).toBe('404 board-unit-unknown')
    await follow(wang, { kind: 'person', unitCode })
    expect((await mine(wang)).following.at(-1)).toMatchObject({ kind: 'person', unitCode, name: '陈书记' })
  })

  test('when he takes it back, then it is gone at once, everywhere and from what is published too, and he is no more to be found or followed', async () => {
    const chen = await town.as('secretary')
    await chen.ok('PATCH /me', { body: { nameOnBoards: false } })
    const [row] = await read()
    expect([row?.name, await read('陈'), await read('chen')]).toEqual(['一位党员', [], []])
    const { items } = await town.guest.ok('GET /boards')
    expect(items.find(({ code }) => code === 'STUDY.PERSON')?.latest?.leader).toBe('一位党员')
    const unit = { code: 'STUDY.PERSON', unitCode: row?.unitCode ?? '' }
    expect((await town.guest.ok('GET /boards/:code/units/:unitCode', { params: unit })).neighbours.map(({ name }) => name)).toEqual([
      '一位党员',
    ])
    expect(String((await town.guest.call('GET /boards/:code/export', persons)).body)).not.toContain('陈书记')
    expect((await mine(wang)).following.at(-1)?.name).toBe('一位党员')
    expect(await shown(chen)).toEqual(['branch 爱博四村党支部'])
    expect(said(await follow(await town.as('neighbour'), { kind: 'person', unitCode: unit.unitCode }))).toBe('404 board-unit-unknown')
    const live = await town.guest.ok('GET /boards/:code', { ...persons, query: { period: '2026-11' } })
    expect(live.items).toEqual([])
    await chen.ok('PATCH /me', { body: { nameOnBoards: true } })
    expect((await read())[0]?.name).toBe('陈书记')
  })
})
