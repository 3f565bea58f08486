import { randomUUID } from 'node:crypto'
import type { AllCalls } from '../../contract'
import type { BodyOf, ReplyOf } from '../../contract/call'
import { gb18030 } from '../helpers/menu-files'
import { phonePicture } from '../helpers/pictures'
import { type Caller, TestTown } from '../helpers/server'
import { aibo, checkIn, codesOf, corner, fixedCode, north, said, send, start } from '../helpers/study'

let town: TestTown
let zhou: Caller
let zhao: Caller
beforeAll(async () => {
  town = await TestTown.open(start)
  ;[zhou, zhao] = await Promise.all([town.as('site_host'), town.as('admin')])
})
beforeEach(() => town.at(start))
afterAll(() => town.close())

const list = (query: object = {}) => town.guest.ok('GET /sites', { query: { limit: 100, ...query } })
const see = (id: string, caller: Caller = town.guest) => caller.ok('GET /sites/:id', { params: { id } })
const change = (caller: Caller, id: string, body: BodyOf<AllCalls['PATCH /sites/:id']>) =>
  caller.call('PATCH /sites/:id', { params: { id }, body })

describe('the list', () => {
  test('when nobody is signed in, then all sites of both towns are there, with hours, lights and how often they were visited', async () => {
    const { items } = await list()
    expect(items).toHaveLength(18)
    expect(items.find(({ id }) => id === corner.id)).toMatchObject({
      ...{ name: '共享空间学习角(东)', openNow: true, changesAt: '2026-11-20T14:00:00.000Z', distance: null },
      ...{ hours: [{ opens: '10:00', closes: '22:00' }], lights: { opens: '18:45', closes: '22:00' } },
    })
    expect((await list({ town: '310112008' })).items.map(({ id }) => id)).toEqual(['CIV-101', 'SVC-101'])
    expect((await list({ kind: 'study_corner' })).items.map(({ id }) => id)).toEqual(['STU-001', 'STU-002'])
  })

  test('when it is asked from a place, then the nearest comes first, with metres and minutes, also over pages', async () => {
    const near = '121.3656,31.1699'
    const { items } = await list({ near })
    expect(items[0]).toMatchObject({ id: corner.id, distance: 0, walkMinutes: 0 })
    const far = items.map(({ distance }) => distance as number)
    expect(far).toEqual([...far].sort((a, b) => a - b))
    expect(items[1]?.walkMinutes).toBe(Math.ceil(((far[1] as number) * 1.3) / 75))
    const seen: string[] = []
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page = await town.guest.ok('GET /sites', { query: { near, limit: 5, ...(cursor ? { cursor } : {}) } })
      seen.push(...page.items.map(({ id }) => id))
      cursor = page.nextCursor
    }
    expect(seen).toEqual(items.map(({ id }) => id))
  })

  test.each([
    '2026-11-20T08:59:59+08:00',
    '2026-11-20T19:00:00+08:00',
    '2026-11-21T12:00:00+08:00',
    '2026-11-23T10:00:00+08:00',
    '2026-11-23T23:59:59+08:00',
  ])('when only what is open at %s is wanted, then it is what says that it is open', async (moment) => {
    town.at(moment)
    const all = (await list()).items.filter(({ openNow }) => openNow).map(({ id }) => id)
    expect((await list({ open: true })).items.map(({ id }) => id)).toEqual(all)
    expect(all).toContain('STU-003')
  })

  test('when nothing has changed, then it need not be sent again', async () => {
    const first = await town.guest.call('GET /sites', {})
    const again = await town.app.inject({ url: '/api/v1/sites', headers: { 'if-none-match': String(first.headers.etag) } })
    expect(again.statusCode).toBe(304)
  })
})

describe('a site', () => {
  test('when somebody has been there today, then it says so and when it counts again; and who may do what', async () => {
    const li = await town.as('party_member')
    expect(await see(corner.id, li)).toMatchObject({ today: null, nextCountsAt: null, mayHost: false, mayEdit: false })
    const { id } = await checkIn(town, li)
    expect(await see(corner.id, li)).toMatchObject({
      today: { id, state: 'counted' },
      nextCountsAt: '2026-11-21T02:00:00.000Z',
      checkIns: 1,
    })
    expect(await see(corner.id, zhou)).toMatchObject({ mayHost: true, mayEdit: true, today: null })
    expect(await see(corner.id, zhao)).toMatchObject({ mayHost: false, mayEdit: false })
    expect(await see('RED-001')).toMatchObject({
      ...{ weekly: [{ weekdays: [2, 3, 4, 5, 6, 7], opens: '09:00', closes: '16:30' }], fenceMetres: 100, routes: [{ id: 'HQ-RED' }] },
      ...{ openNow: false, changesAt: '2026-11-21T01:00:00.000Z' },
    })
    expect(said(await town.guest.call('GET /sites/:id', { params: { id: 'NO-1' } }))).toBe('404 study-site-unknown')
  })

  test('when 小周 writes pictures, story and hours, then they are there; what he does not write stays', async () => {
    const before = await see(corner.id, zhou)
    const photos = await Promise.all([1, 2].map(async () => (await zhou.upload(await phonePicture())).body.id))
    const exceptions = [
      { date: '2026-12-31', hours: [{ opens: '09:00', closes: '24:00' }], note: '跨年夜' },
      { date: '2027-01-01', hours: [], note: null },
    ]
    const { body } = await change(zhou, corner.id, { story: ' 新的故事 ', photoIds: photos, exceptions })
    expect(body).toMatchObject({
      ...before,
      story: '新的故事',
      coverUrl: expect.any(String),
      photos: [{ id: photos[0] }, { id: photos[1] }],
      exceptions,
    })
    town.at('2026-12-31T22:30:00+08:00')
    expect(await see(corner.id)).toMatchObject({
      openNow: true,
      hours: [{ opens: '09:00', closes: '24:00' }],
      changesAt: '2026-12-31T16:00:00.000Z',
    })
    town.at(start)
    const [first, second] = photos as [string, string]
    expect((await change(zhou, corner.id, { photoIds: [second] })).body.photos.map(({ id }) => id)).toEqual([second])
    expect(said(await change(zhao, aibo.id, { photoIds: [second] }))).toBe('422 photo-not-usable')
    expect((await change(zhou, corner.id, { photoIds: [second, first], exceptions: [] })).body.photos).toHaveLength(2)
    expect(said(await change(zhou, corner.id, { location: { lng: 0, lat: 0 } }))).toBe('422 study-place')
  })

  test.each([
    [{ weekly: [{ weekdays: [1], opens: '22:00', closes: '06:00' }] }, 'body/weekly'],
    [
      {
        weekly: [
          { weekdays: [1, 2], opens: '09:00', closes: '12:00' },
          { weekdays: [2], opens: '11:00', closes: '13:00' },
        ],
      },
      'body/weekly',
    ],
    [{ lights: { opens: '22:00', closes: '18:45' } }, 'body/lights'],
    [{ exceptions: [{ date: '2026-12-31', hours: [{ opens: '24:00', closes: '24:00' }], note: null }] }, 'body/exceptions'],
  ])('when hours are written as %j, then it is said what is wrong, and nothing changes', async (body, path) => {
    const before = await see(corner.id)
    const answer = await change(zhou, corner.id, body)
    expect([said(answer), answer.problem.errors?.[0]?.path]).toEqual(['422 study-hours', path])
    expect(await see(corner.id)).toEqual(before)
  })

  test('when the host shows the screen, then it has a code for each of the next ten minutes, and the printed one is always the same', async () => {
    const { codes, now, intervalSeconds, siteName } = await zhou.ok('GET /sites/:id/code', { params: { id: corner.id } })
    expect([codes.length, now, intervalSeconds, siteName]).toEqual([21, '2026-11-20T11:00:00.000Z', 30, '共享空间学习角(东)'])
    town.at(595_000)
    expect(said(await send(await town.as('neighbour'), { code: codes[19]?.code as string }))).toBe('201')
    expect((await zhou.ok('GET /sites/:id/fixed-code', { params: { id: corner.id } })).code).toBe(await fixedCode(town))
  })

  test('when the site stops using a way, then its codes are not shown and not taken', async () => {
    await change(zhou, corner.id, { ways: ['host'] })
    expect(said(await zhou.call('GET /sites/:id/code', { params: { id: corner.id } }))).toBe('409 study-way-closed')
    expect(said(await zhou.call('GET /sites/:id/fixed-code', { params: { id: corner.id } }))).toBe('409 study-way-closed')
    await change(zhou, corner.id, { ways: ['screen', 'fixed', 'host'] })
  })
})

describe('a new site', () => {
  const fresh = (id: string) => ({
    ...{ id, name: '新虹滨水学习点', kind: 'study_point_road' as const, address: null, location: { lng: 121.31, lat: 31.19 }, story: null },
    ...{ audioUrl: null, directions: null, photoIds: [], exceptions: [], lights: null, ways: ['fixed' as const], fenceMetres: 200 },
    weekly: [{ weekdays: [1, 2, 3, 4, 5, 6, 7], opens: '00:00', closes: '24:00' }],
  })

  test('when 赵主任 writes it, then it is in his town, once, and its host can be appointed', async () => {
    const key = randomUUID()
    const answers = await Promise.all([1, 2].map(() => zhao.call('POST /sites', { body: fresh('XH-NEW'), key })))
    expect(answers.map(said)).toEqual(['201', '201'])
    expect(await see('XH-NEW')).toMatchObject({ townCode: '310112008', openNow: true, changesAt: null })
    expect(said(await zhao.call('POST /sites', { body: fresh('XH-NEW') }))).toBe('409 study-site-taken')
    expect(said(await zhao.call('POST /sites', { body: fresh(corner.id) }))).toBe('409 study-site-taken')
    const sun = await town.as('neighbour')
    await zhao.ok('POST /people/:id/grants', { params: { id: sun.personId }, body: { role: 'site_host', scopeCode: 'XH-NEW' } })
    expect(said(await change(sun, 'XH-NEW', { name: '新虹滨水学习点(一)' }))).toBe('200')
    expect(said(await change(sun, aibo.id, { name: '不归她管' }))).toBe('404 study-site-unknown')
  })
})

describe('a file of sites', () => {
  const imports = (text: string | Buffer, key?: string, caller = zhao) =>
    caller.upload<ReplyOf<AllCalls['POST /sites/imports']>>(Buffer.from(text), 'sites.csv', key, '/sites/imports')
  const header = 'code,name,kind,lng,lat,hours,address\n'
  const row = (id: string, more: Partial<Record<'name' | 'kind' | 'lng' | 'lat' | 'hours' | 'address', string>> = {}) => {
    const cells = { name: '滨水站', kind: 'party_station', lng: '121.31', lat: '31.19', hours: '09:00-17:00', address: '', ...more }
    return `${[id, cells.name, cells.kind, cells.lng, cells.lat, cells.hours, cells.address].join(',')}\n`
  }

  test('when it is right, then sites are added; sent again, nothing changes; changed, only that', async () => {
    expect((await imports(header + row('IMP-1') + row('IMP-2'))).body).toEqual({ added: 2, changed: 0, unchanged: 0 })
    await change(zhao, 'IMP-1', { story: '有了故事' })
    const again = header + row('IMP-1') + row('IMP-2', { hours: '周一至周五 09:00-12:00；13:00-17:00'.replace('；', ';周一至周五 ') })
    expect((await imports(again)).body).toEqual({ added: 0, changed: 1, unchanged: 1 })
    expect(await see('IMP-1')).toMatchObject({ townCode: '310112008', story: '有了故事', ways: ['screen', 'host'], fenceMetres: 100 })
    expect((await see('IMP-2')).weekly).toEqual([
      { weekdays: [1, 2, 3, 4, 5], opens: '09:00', closes: '12:00' },
      { weekdays: [1, 2, 3, 4, 5], opens: '13:00', closes: '17:00' },
    ])
  })

  test('when Excel in China saved it, with semicolons and Chinese names, then it is read', async () => {
    const text =
      '编号;名称;类别;经度;纬度;开放时间;打卡方式\r\nIMP-3;楼宇站（一）;党群服务站;121.3;31.2;"9:00-12:00;13:00-17:00";固定码、讲解员\r\n'
    expect((await imports(gb18030(text))).body).toEqual({ added: 1, changed: 0, unchanged: 0 })
    expect(await see('IMP-3')).toMatchObject({ name: '楼宇站（一）', kind: 'party_station', ways: ['fixed', 'host'] })
    expect((await imports(`\ufeff${header}${row('IMP-4')}`)).body.added).toBe(1)
  })

  test('when rows are wrong, then each is named with its reason, and none is imported', async () => {
    const text =
      header +
      row('IMP-9') +
      row('IMP 10') +
      row('IMP-11', { kind: 'pub', hours: '全天' }) +
      row('IMP-12', { lng: '0', lat: '0' }) +
      row('IMP-9') +
      row(corner.id) +
      row('IMP-13', { name: '' })
    const answer = await imports(text)
    expect([said(answer), answer.problem.detail]).toEqual(['422 study-file-rows', '有 7 处要改，一行也没有导入。'])
    expect(answer.problem.errors?.map(({ path, message }) => `${path} ${message}`)).toEqual([
      'line/3 第 3 行：编号“IMP 10”只能用字母、数字、- 和 _',
      'line/4 第 4 行：“pub”不是学习点的类别',
      'line/4 第 4 行：开放时间“全天”看不懂，请写成 09:00-17:00 或 周一至周五 09:00-17:00',
      'line/5 第 5 行：经度、纬度不对，请写国内的位置，例如 121.3656 和 31.1699',
      'line/6 第 6 行：编号 IMP-9 在第 2 行已经写过了',
      'line/7 第 7 行：编号 STU-001 已经是别的街镇的学习点，请换一个',
      'line/8 第 8 行：没有写名称',
    ])
    expect(said(await town.guest.call('GET /sites/:id', { params: { id: 'IMP-9' } }))).toBe('404 study-site-unknown')
  })

  test.each([
    ['', '422 study-file-unreadable'],
    ['code,name\nA,B\n', '422 study-file-columns'],
    [header, '422 study-file-unreadable'],
    ['x'.repeat(2 * 1024 * 1024 + 1), '413 study-file-too-large'],
    [header + row('A').repeat(2001), '413 study-file-too-large'],
  ])('when a file is %#, then it is refused as it should', async (text, problem) => {
    const answer = await imports(text || ' ')
    expect(said(answer)).toBe(problem)
  })

  test('when it comes twice with one key, then it is imported once; and a host may not', async () => {
    const key = randomUUID()
    const answers = [await imports(header + row('IMP-20'), key), await imports(header + row('IMP-20'), key)]
    expect(answers.map(({ body }) => body.added)).toEqual([1, 1])
    expect(said(await imports(header + row('IMP-21'), undefined, zhou))).toBe('403 role-missing')
  })
})

describe('routes', () => {
  const put = (id: string, siteIds: string[], caller = zhao) =>
    caller.call('PUT /routes/:id', { params: { id }, body: { name: '新虹路线', about: null, siteIds } })

  test('when a route is walked in any order, then it tells how far, and its last stop brings the reward once', async () => {
    expect(said(await put('XH-R', ['CIV-101', 'SVC-101']))).toBe('200')
    const sun = await town.as('neighbour')
    town.at('2026-11-25T10:00:00+08:00')
    await checkIn(town, sun, {}, 'SVC-101')
    const mine = async () => (await sun.ok('GET /routes', { query: { town: '310112008' } })).items
    expect(await mine()).toMatchObject([
      {
        id: 'XH-R',
        done: 1,
        stops: [
          { siteId: 'CIV-101', done: false },
          { siteId: 'SVC-101', done: true },
        ],
      },
    ])
    town.at('2026-11-26T10:00:00+08:00')
    const last = await checkIn(town, sun, {}, 'CIV-101')
    expect(last.lines).toMatchObject([{ kind: 'check_in' }, { kind: 'route', points: 5, why: '走完“新虹路线”' }])
    expect(await mine()).toMatchObject([{ done: 2 }])
    town.at('2026-11-27T10:00:00+08:00')
    expect((await checkIn(town, sun, {}, 'CIV-101')).lines).toMatchObject([{ kind: 'check_in' }])
    expect((await town.guest.ok('GET /routes', { query: { town: '310112008' } })).items).toMatchObject([{ done: 0 }])
    const total = (await sun.ok('GET /study/points')).total
    await zhao.ok('DELETE /routes/:id', { params: { id: 'XH-R' } })
    expect(await mine()).toEqual([])
    expect((await sun.ok('GET /study/points')).total).toBe(total)
    await put('XH-R', ['SVC-101', 'CIV-101'])
    town.at('2026-11-30T10:00:00+08:00')
    expect((await checkIn(town, sun, {}, 'SVC-101')).lines.map(({ kind }) => kind)).toEqual(['check_in'])
  })

  test('when a stop is of the other town, or the route is, then it is refused', async () => {
    const answer = await put('XH-2', ['CIV-101', corner.id])
    expect([said(answer), answer.problem.errors?.[0]?.path]).toEqual(['422 study-stop-unknown', 'body/siteIds/1'])
    expect(said(await put('HQ-RED', ['CIV-101', 'SVC-101']))).toBe('404 study-route-unknown')
    expect(said(await zhao.call('DELETE /routes/:id', { params: { id: 'HQ-RED' } }))).toBe('404 study-route-unknown')
    expect((await put('XH-3', ['CIV-101', 'CIV-101'])).status).toBe(400)
  })

  test('when 虹桥镇’s red route is walked at a distance, then only what counts is done', async () => {
    const wen = await town.as('daughter')
    const codes = await codesOf(town)
    town.at('2026-12-05T11:00:00+08:00')
    await send(wen, { code: codes.fixed('RED-002'), location: north({ lng: 121.3646, lat: 31.1695 }, 5000) })
    const route = (await wen.ok('GET /routes', {})).items.find(({ id }) => id === 'HQ-RED')
    expect(route).toMatchObject({ done: 0 })
  })
})
