import { randomUUID } from 'node:crypto'
import { act, aibo4Property, does, inState, lift, look, send } from '../helpers/reports'
import { type Caller, TestTown } from '../helpers/server'

let town: TestTown
beforeAll(async () => {
  town = await TestTown.open(undefined, { REPORTS_PER_DAY: '1000' })
})
afterAll(() => town.close())

const day = 86_400_000
const rate = (caller: Caller, id: string, stars = 5, text?: string) =>
  caller.call('POST /reports/:id/rating', { params: { id }, body: { stars, ...(text === undefined ? {} : { text }) } })
const titles = async (caller: Caller, id: string) =>
  (await caller.ok('GET /inbox', { query: { limit: 100 } })).items.filter(({ link }) => link?.endsWith(id)).map(({ title }) => title)

test('when 王阿姨 rates, then it is once a closing, with 1 to 5 stars', async () => {
  const wang = await town.as('resident')
  const { id } = await inState(town, 'closed')
  for (const stars of [0, 6, 2.5, Number.NaN]) expect((await rate(wang, id, stars)).status).toBe(400)
  const answers = await Promise.all([rate(wang, id, 2, ' 只扫了一半 '), rate(wang, id, 5)])
  expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409])
  expect(answers.find(({ status }) => status === 409)?.problem.code).toBe('report-rated')
  expect((await rate(wang, id)).problem.code).toBe('report-rated')
})

test('when a rating is sent twice under one key, then it counts once and answers alike', async () => {
  const wang = await town.as('resident')
  const { id } = await inState(town, 'closed')
  const call = { params: { id }, body: { stars: 3 }, key: randomUUID() }
  const [one, two] = await Promise.all([wang.call('POST /reports/:id/rating', call), wang.call('POST /reports/:id/rating', call)])
  expect([one.status, two.status]).toEqual([201, 201])
  expect(one.body).toEqual(two.body)
})

test('when it is not solved, then 王阿姨 reopens it once; the stars go, the clock begins anew, and she may rate again', async () => {
  const wang = await town.as('resident')
  const { id } = await inState(town, 'closed')
  await rate(wang, id, 1, '没解决')
  town.at(2 * day)
  const reopened = await does(wang, id, { action: 'reopen', note: '又坏了' })
  const from = town.now.getTime()
  expect(reopened).toMatchObject({ state: 'reopened', stars: null, ratingText: null, handledAt: null, closedAt: null, acceptedBy: null })
  expect([reopened.dueAt, reopened.closeDueAt].map((moment) => new Date(moment).getTime() - from)).toEqual([4 * 3_600_000, 7 * day])
  for (const persona of ['grid_worker', 'grid_leader', 'property'] as const) {
    expect((await titles(await town.as(persona), id))[0]).toBe('居民要求重开：电梯故障')
  }
  await does(await town.as('grid_worker'), id, { action: 'accept' })
  await does(await town.as('property'), id, { action: 'handle', note: '换了零件' })
  await does(await town.as('grid_worker'), id, { action: 'verify' })
  await does(await town.as('grid_worker'), id, { action: 'close' })
  expect((await look(wang, id)).actions).toEqual([])
  expect((await act(wang, id, { action: 'reopen', note: '还是坏' })).problem).toMatchObject({ status: 409, code: 'report-reopened-before' })
  expect((await rate(wang, id, 5)).body).toMatchObject({ stars: 5 })
  const { items } = await wang.ok('GET /reports/:id/events', { params: { id } })
  expect(items.filter(({ kind }) => kind === 'rate').map(({ target }) => target)).toEqual(['1 星', '5 星'])
})

test('when 30 days have gone since closing, then it is to be reported anew', async () => {
  const wang = await town.as('resident')
  const { id } = await inState(town, 'closed')
  town.at(30 * day + 1)
  expect((await look(await town.signIn('resident'), id)).actions).toEqual([])
  const late = await act(await town.signIn('resident'), id, { action: 'reopen', note: '又坏了' })
  expect(late.problem).toMatchObject({ status: 409, code: 'report-reopen-late' })
  expect(wang.personId).toBeTruthy()
})

test('when neighbours press 我也遇到, all at once and twice, then each counts once and follows', async () => {
  const wang = await town.signIn('resident')
  const { id } = await send(wang)
  const callers = await Promise.all(
    (['neighbour', 'daughter', 'party_member', 'secretary'] as const).map((persona) => town.signIn(persona)),
  )
  const answers = await Promise.all([...callers, ...callers].map((caller) => caller.call('POST /reports/:id/support', { params: { id } })))
  expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200))
  expect(await look(wang, id)).toMatchObject({ supporters: 4, supported: false, maySupport: false })
  const [sun] = callers as [Caller]
  expect(await look(sun, id)).toMatchObject({ supported: true, followed: true, maySupport: false })
  await does(await town.signIn('grid_worker'), id, { action: 'accept' })
  expect(await titles(sun, id)).toEqual(['您关注的事已受理'])
  expect(await sun.ok('PUT /reports/:id/follow', { params: { id }, body: { following: false } })).toEqual({ followed: false })
  await does(await town.signIn('grid_worker'), id, { action: 'file' })
  expect(await titles(sun, id)).toHaveLength(1)
  const { items } = await sun.ok('GET /reports/:id/events', { params: { id } })
  expect(
    items
      .filter(({ kind }) => kind === 'support')
      .map(({ actor }) => actor)
      .toSorted(),
  ).toEqual(['一位居民', '一位居民', '一位居民', '您'])
})

test('when it is one’s own, or over, then nobody presses 我也遇到', async () => {
  const [wang, sun] = [await town.signIn('resident'), await town.signIn('neighbour')]
  const { id } = await send(wang)
  expect((await wang.call('POST /reports/:id/support', { params: { id } })).problem).toMatchObject({ status: 409, code: 'report-own' })
  await does(await town.signIn('grid_worker'), id, { action: 'reject', note: '已有渠道在办' })
  expect((await sun.call('POST /reports/:id/support', { params: { id } })).problem).toMatchObject({ status: 404, code: 'report-not-found' })
})

describe('merging', () => {
  const people = async () =>
    Promise.all((['resident', 'neighbour', 'daughter', 'grid_worker'] as const).map((persona) => town.signIn(persona)))

  test('when two report the same, then one takes the other in with all who stand behind it, and they hear of every step', async () => {
    const [wang, sun, xiaowen, zhang] = (await people()) as [Caller, Caller, Caller, Caller]
    const [kept, copy] = [await send(wang), await send(sun, lift({ text: '孙阿姨也看到电梯坏了' }))]
    await xiaowen.ok('POST /reports/:id/support', { params: { id: copy.id } })
    await wang.ok('POST /reports/:id/support', { params: { id: copy.id } })
    town.at(1000)
    await does(zhang, copy.id, { action: 'merge', into: kept.id, note: '同一部电梯' })

    expect(await look(sun, copy.id)).toMatchObject({ state: 'merged', mergedInto: { id: kept.id, number: kept.number } })
    expect((await xiaowen.call('GET /reports/:id', { params: { id: copy.id } })).status).toBe(404)
    // 孙阿姨 and 王小雯; 王阿姨 reported it herself.
    expect(await look(wang, kept.id)).toMatchObject({ supporters: 2, state: 'submitted' })
    expect(await look(sun, kept.id)).toMatchObject({ supported: true, followed: true, mine: false })
    expect((await titles(sun, copy.id))[0]).toBe('您的上报已并案')

    const { items } = await wang.ok('GET /reports/:id/events', { params: { id: kept.id } })
    expect(items.map(({ kind, source, target, note }) => [kind, source, target, note])).toEqual([
      ['report', null, null, null],
      ['report', copy.number, null, null],
      ['support', copy.number, null, null],
      ['support', copy.number, null, null],
      ['absorb', null, copy.number, null],
      ['merge', copy.number, kept.number, null],
    ])
    expect(items.find(({ source }) => source)?.actor).toBe('居民')
    const staff = await zhang.ok('GET /reports/:id/events', { params: { id: kept.id } })
    expect(staff.items.at(-1)?.note).toBe('同一部电梯')

    await does(zhang, kept.id, { action: 'accept' })
    for (const caller of [sun, xiaowen]) expect((await titles(caller, kept.id))[0]).toBe('您关注的事已受理')
    for (const { id } of [kept, copy])
      expect(await zhang.ok('GET /reports/:id/evidence', { params: { id } })).toMatchObject({ valid: true })
  })

  test('when a chain of reports is merged, then the last one tells of all', async () => {
    const [wang, sun, xiaowen, zhang] = (await people()) as [Caller, Caller, Caller, Caller]
    const [one, two, three] = [await send(wang), await send(sun), await send(xiaowen)]
    await does(zhang, one.id, { action: 'merge', into: two.id })
    await does(zhang, two.id, { action: 'merge', into: three.id })
    expect((await look(xiaowen, three.id)).supporters).toBe(2)
    const { items } = await xiaowen.ok('GET /reports/:id/events', { params: { id: three.id } })
    expect(new Set(items.map(({ source }) => source))).toEqual(new Set([null, one.number, two.number]))
    await does(zhang, three.id, { action: 'accept' })
    expect((await titles(wang, three.id))[0]).toBe('您关注的事已受理')
  })

  test('when private matters are merged, then who reported hears of it through their own, and sees nothing of the other', async () => {
    const [wang, sun, , zhang] = (await people()) as [Caller, Caller, Caller, Caller]
    const secret = lift({ categoryCode: 'CV.PETITION', text: '约信访' })
    const [kept, copy] = [await send(wang, secret), await send(sun, secret)]
    await does(zhang, copy.id, { action: 'merge', into: kept.id })
    expect(await look(sun, copy.id)).toMatchObject({ state: 'merged', mergedInto: null })
    expect((await sun.call('GET /reports/:id', { params: { id: kept.id } })).status).toBe(404)
    await does(zhang, kept.id, { action: 'accept' })
    expect((await titles(sun, copy.id))[0]).toBe('您的上报已受理')
    expect((await sun.ok('GET /reports', { query: { scope: 'followed' } })).items.map(({ id }) => id)).not.toContain(kept.id)
  })

  test('when the other does not fit, then it is said why and nothing moves', async () => {
    const [wang, sun, , zhang] = (await people()) as [Caller, Caller, Caller, Caller]
    const report = await send(wang)
    const closed = await inState(town, 'closed')
    const hidden = await send(sun, lift({ categoryCode: 'CV.PETITION' }))
    const elsewhere = await send(await town.signIn('outsider'), lift({ compoundCode: 'CP31011210701502' }))
    const unfit: [string, string][] = [
      [report.id, 'report-into-unfit'],
      [closed.id, 'report-into-unfit'],
      [hidden.id, 'report-into-unfit'],
      [elsewhere.id, 'report-into-unknown'],
      [randomUUID(), 'report-into-unknown'],
    ]
    for (const [into, code] of unfit) {
      const answer = await act(zhang, report.id, { action: 'merge', into })
      expect([into, answer.status, answer.problem.code]).toEqual([into, 422, code])
    }
    expect(await look(wang, report.id)).toMatchObject({ state: 'submitted', supporters: 0 })
  })

  test('when two are merged into each other at the same moment, then one goes into the other and nothing hangs', async () => {
    const [wang, sun, , zhang] = (await people()) as [Caller, Caller, Caller, Caller]
    const leader = await town.signIn('grid_leader')
    for (let round = 0; round < 5; round++) {
      const [one, two] = [await send(wang), await send(sun)]
      const answers = await Promise.all([
        act(zhang, one.id, { action: 'merge', into: two.id }),
        act(leader, two.id, { action: 'merge', into: one.id }),
      ])
      expect(answers.map(({ status }) => status).toSorted()).toEqual([200, expect.any(Number)])
      expect([409, 422]).toContain(answers.find(({ status }) => status !== 200)?.status)
      expect([(await look(zhang, one.id)).state, (await look(zhang, two.id)).state].toSorted()).toEqual(['merged', 'submitted'])
    }
  })
})

test('when a matter is handed over with a helper, then the helper may work on it, and has it on the worklist until it is over', async () => {
  const gu = await town.signIn('department')
  const report = await inState(town, 'handling')
  const onList = async (shelf: 'todo' | 'done') =>
    (await gu.ok('GET /reports', { query: { scope: 'worklist', shelf, limit: 100 } })).items.some(({ id }) => id === report.id)
  expect(report.helpers.map(({ name }) => name)).toEqual(['新虹街道综合行政执法队'])
  expect(await onList('todo')).toBe(true)
  await does(gu, report.id, { action: 'handle', note: '我们处置了' })
  const { items } = await gu.ok('GET /reports/:id/events', { params: { id: report.id } })
  expect(items.at(-1)?.actor).toBe('您')
  expect((await (await town.signIn('resident')).ok('GET /reports/:id/events', { params: { id: report.id } })).items.at(-1)?.actor).toBe(
    '新虹街道综合行政执法队 顾队长',
  )
  await does(await town.signIn('grid_worker'), report.id, { action: 'verify' })
  await does(await town.signIn('grid_worker'), report.id, { action: 'close' })
  expect([await onList('todo'), await onList('done')]).toEqual([false, true])
  expect(report.lead?.code).toBe(aibo4Property)
})
