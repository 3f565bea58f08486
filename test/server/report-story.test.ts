import { aibo4Place, aibo4Property, does, look, snap } from '../helpers/reports'
import { type Caller, TestTown } from '../helpers/server'

let town: TestTown
beforeAll(async () => {
  town = await TestTown.open()
})
afterAll(() => town.close())

/** What the newest messages say, oldest first. */
const told = async (caller: Caller) => (await caller.ok('GET /inbox')).items.map(({ title }) => title).toReversed()

test('when 王阿姨 reports a blocked corridor, then she sees each step to the end and gives five stars', async () => {
  const [wang, zhang, zhou, sun] = [
    await town.as('resident'),
    await town.as('grid_worker'),
    await town.as('property'),
    await town.as('neighbour'),
  ]
  const photoIds = [await snap(wang, '#aa7744'), await snap(wang, '#774422')]
  const sent = await wang.ok('POST /reports', {
    body: {
      categoryCode: 'CO.STACK',
      text: '3 楼楼道堆了纸箱和旧家具，走不过去。',
      compoundCode: 'CP31011200801201',
      building: '20号楼',
      floor: '3层',
      location: aibo4Place,
      photoIds,
      happenedAt: '2026-11-20T07:30:00+08:00',
    },
  })
  const { id, number } = sent
  const params = { id }
  expect(sent).toMatchObject({ state: 'submitted', categoryName: '楼道堆物', dueAt: '2026-11-21T01:00:00Z' })
  expect(sent.photos.map((photo) => [photo.id, photo.eventSeq])).toEqual(photoIds.map((photoId) => [photoId, 1]))
  expect(sent.coverUrl).toBe(sent.photos[0]?.thumbUrl)

  expect((await sun.ok('POST /reports/:id/support', { params })).supporters).toBe(1)

  town.at(6 * 60_000)
  const [first] = (await zhang.ok('GET /reports', { query: { scope: 'worklist' } })).items
  expect(first).toMatchObject({ id, number, supporters: 1 })
  await does(zhang, id, { action: 'accept' })
  town.at(4 * 60_000)
  await does(zhang, id, { action: 'dispatch', assignee: aibo4Property, note: '请今天清掉。' })
  expect(await told(zhou)).toEqual(['新案件：楼道堆物', '新派单：楼道堆物'])

  town.at(10 * 60_000)
  expect((await look(zhou, id)).actions).toEqual(['accept', 'arrive', 'handle', 'return', 'suspend', 'comment'])
  await does(zhou, id, { action: 'accept' })
  town.at(15 * 60_000)
  await does(zhou, id, { action: 'arrive' })
  const without = await zhou.call('POST /reports/:id/transitions', { params, body: { action: 'handle', note: '清好了。' } })
  expect(without.problem).toMatchObject({ status: 422, code: 'report-photo-needed' })
  town.at(60 * 60_000)
  const after = await snap(zhou, '#dddddd')
  const done = await does(zhou, id, { action: 'handle', note: '已全部清走。', photoIds: [after] })
  expect(done).toMatchObject({ state: 'handled', handledAt: town.now.toISOString().replace('.000', '') })
  expect(done.photos.at(-1)).toMatchObject({ id: after, eventSeq: 7 })

  town.at(30 * 60_000)
  expect((await zhang.ok('GET /reports', { query: { scope: 'worklist', shelf: 'verify' } })).items.map((card) => card.id)).toEqual([id])
  await does(zhang, id, { action: 'verify', note: '看过了，已通畅。' })
  await does(zhang, id, { action: 'close' })
  expect(await zhang.ok('GET /reports/worklist-counts')).toEqual({ todo: 0, verify: 0, suspended: 0, done: 1, overdue: 0 })

  expect((await look(wang, id)).mayRate).toBe(true)
  const rated = await wang.ok('POST /reports/:id/rating', { params, body: { stars: 5, text: '处理得快，谢谢！' } })
  expect(rated).toMatchObject({ state: 'closed', stars: 5, ratingText: '处理得快，谢谢！', mayRate: false })
  expect(await look(wang, id)).toEqual(rated)

  expect(await told(wang)).toEqual([
    '您的上报已收到',
    '您的上报已受理',
    '您的上报已派遣',
    '您的上报已接单',
    '您的上报已到现场',
    '您的上报已处置',
    '您的上报已核查',
    '您的上报已结案',
  ])
  expect((await told(sun)).at(-1)).toBe('您关注的事已结案')
  expect((await told(zhou)).at(-1)).toBe('收到评价：楼道堆物')

  const { items } = await wang.ok('GET /reports/:id/events', { params })
  expect(items.map(({ kind, actor }) => `${actor}: ${kind}`)).toEqual([
    '您: report',
    '一位居民: support',
    '网格员 张敏: accept',
    '网格员 张敏: dispatch',
    '爱博四村物业服务处 周师傅: accept',
    '爱博四村物业服务处 周师傅: arrive',
    '爱博四村物业服务处 周师傅: handle',
    '网格员 张敏: verify',
    '网格员 张敏: close',
    '您: rate',
  ])
  expect(items[3]).toMatchObject({ from: 'accepted', to: 'dispatched', target: '爱博四村物业服务处', note: '请今天清掉。' })
  expect(items.at(-1)).toMatchObject({ target: '5 星', note: '处理得快，谢谢！' })

  const evidence = await sun.ok('GET /reports/:id/evidence', { params })
  expect(evidence).toMatchObject({ valid: true, events: 10, photos: 3, brokenAt: null, head: items.at(-1)?.digest })
})

test('when the picture of a report is asked for, then its signed address serves it and nothing else does', async () => {
  const wang = await town.as('resident')
  const { items } = await wang.ok('GET /reports', { query: { scope: 'mine' } })
  const { photos } = await look(wang, items[0]?.id as string)
  const served = await town.app.inject(photos[0]?.url as string)
  expect([served.statusCode, served.headers['content-type']]).toEqual([200, 'image/jpeg'])
  expect((await town.app.inject(String(photos[0]?.url).replace(/signature=.*/, 'signature=AAAA'))).statusCode).toBeGreaterThanOrEqual(403)
})
