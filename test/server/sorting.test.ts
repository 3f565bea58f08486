import { sql } from 'kysely'
import { keepSortingItems } from '../../server/database/sorting/keep-items'
import { TestTown } from '../helpers/server'

const aibo = { compoundCode: 'CP31011200801201' }
const neighbours = { compoundCode: 'CP31011200800801' }
const elsewhere = { compoundCode: 'CP31011210701502' }
const morning = { from: '06:00', until: '09:00' }
const evening = { from: '18:00', until: '20:30' }
const place = { name: '北门垃圾厢房', location: { lng: 121.3072, lat: 31.1859 }, hours: [morning, evening] }
const plain = { places: [place], exceptions: [], note: null }

let town: TestTown
beforeAll(async () => {
  town = await TestTown.open()
  await keepSortingItems(town.db)
})
afterAll(() => town.close())

test('when somebody asks which bin, then hundreds of things come with kind, hint and spelling, and unchanged ones are not sent twice', async () => {
  const { body, headers } = await town.guest.call('GET /sorting/items')
  expect(body.items.length).toBeGreaterThanOrEqual(300)
  expect(new Set(body.items.map(({ name }) => name)).size).toBe(body.items.length)
  const find = (name: string) => body.items.find((item) => item.name === name)
  expect(find('奶茶杯')).toMatchObject({ kind: 'dry', pinyin: 'naichabei', initials: 'ncb' })
  expect(['报纸', '水银体温计', '香蕉皮', '大棒骨'].map((name) => find(name)?.kind)).toEqual(['recyclable', 'hazardous', 'wet', 'dry'])
  expect(find('矿泉水瓶')?.hint).toMatch(/倒空/)
  const again = await town.app.inject({ url: '/api/v1/sorting/items', headers: { 'if-none-match': String(headers.etag) } })
  expect(again.statusCode).toBe(304)
})

test('when a newer version knows better, then the list says what it knows, and starts at once do not disturb each other', async () => {
  await sql`update sorting_items set kind = 'wet' where name = '报纸'`.execute(town.db)
  await sql`insert into sorting_items values ('老物件', 'dry', null, 'laowujian', 'lwj')`.execute(town.db)
  await Promise.all([keepSortingItems(town.db), keepSortingItems(town.db)])
  const { items } = await town.guest.ok('GET /sorting/items')
  expect(items.find(({ name }) => name === '报纸')?.kind).toBe('recyclable')
  expect(items.some(({ name }) => name === '老物件')).toBe(false)
})

test('when 王阿姨 looks up her compound, then she reads hours, places and the holiday, and may not write; unknown compounds are 404', async () => {
  const wang = await town.as('resident')
  const dropOff = await wang.ok('GET /sorting/drop-offs/:compoundCode', { params: aibo })
  expect(dropOff).toMatchObject({ compoundName: '爱博四村', mayEdit: false, exceptions: [{ day: '2027-01-01' }] })
  expect(dropOff.places.length).toBe(2)
  expect(await town.guest.ok('GET /sorting/drop-offs/:compoundCode', { params: elsewhere })).toMatchObject({ compoundName: '锦绣江南家园' })
  const none = await wang.call('GET /sorting/drop-offs/:compoundCode', { params: { compoundCode: 'CP1' } })
  expect([none.status, none.problem.code]).toEqual([404, 'sorting-drop-off-unknown'])
})

test('when 周师傅 writes the hours of his compound, then everybody reads them, tidied; days gone by are left out', async () => {
  const zhou = await town.as('property')
  const body = {
    places: [{ ...place, name: ' 南门 ', hours: [evening, morning] }],
    exceptions: [
      { day: '2027-02-06', hours: [], note: ' 除夕停收 ' },
      { day: '2026-12-31', hours: [{ from: '00:00', until: '24:00' }], note: null },
      { day: '2026-11-19', hours: [], note: null },
    ],
    note: '  ',
  }
  const written = await zhou.ok('PUT /sorting/drop-offs/:compoundCode', { params: aibo, body })
  expect(written).toEqual({
    ...{ ...aibo, compoundName: '爱博四村', note: null, mayEdit: true },
    places: [{ ...place, name: '南门', hours: [morning, evening] }],
    exceptions: [
      { day: '2026-12-31', hours: [{ from: '00:00', until: '24:00' }], note: null },
      { day: '2027-02-06', hours: [], note: '除夕停收' },
    ],
  })
  expect(await town.guest.ok('GET /sorting/drop-offs/:compoundCode', { params: aibo })).toEqual({ ...written, mayEdit: false })
  expect((await zhou.ok('GET /sorting/drop-offs/:compoundCode', { params: aibo })).mayEdit).toBe(true)
})

test('when the last day of a holiday is over, then it is no longer told', async () => {
  const exceptions = [{ day: '2026-11-20', hours: [], note: '厢房检修' }]
  await (await town.as('property')).ok('PUT /sorting/drop-offs/:compoundCode', { params: aibo, body: { ...plain, exceptions } })
  expect((await town.guest.ok('GET /sorting/drop-offs/:compoundCode', { params: aibo })).exceptions).toEqual(exceptions)
  town.at('2026-11-21T00:00:00+08:00')
  expect((await town.guest.ok('GET /sorting/drop-offs/:compoundCode', { params: aibo })).exceptions).toEqual([])
})

test('when somebody writes whose compound it is not, then there is none for them: 赵主任 of the town may, others not', async () => {
  const put = async (who: 'property' | 'admin' | 'resident' | 'grid_worker', params: { compoundCode: string }) => {
    const answer = await (await town.as(who)).call('PUT /sorting/drop-offs/:compoundCode', { params, body: plain })
    return [answer.status, answer.problem.code]
  }
  expect(await put('property', neighbours)).toEqual([404, 'sorting-compound-unknown'])
  expect(await put('admin', elsewhere)).toEqual([404, 'sorting-compound-unknown'])
  expect(await put('admin', { compoundCode: 'CP1' })).toEqual([404, 'sorting-compound-unknown'])
  expect((await put('resident', aibo))[0]).toBe(403)
  expect((await put('grid_worker', aibo))[0]).toBe(403)
  expect((await put('admin', neighbours))[0]).toBe(200)
})

test('when hours or days cannot be, then the field is named and nothing is kept', async () => {
  const zhou = await town.as('property')
  const before = await zhou.ok('GET /sorting/drop-offs/:compoundCode', { params: aibo })
  const hours = (...spans: { from: string; until: string }[]) => ({ ...plain, places: [{ ...place, hours: spans }] })
  const days = (...list: string[]) => ({ ...plain, exceptions: list.map((day) => ({ day, hours: [], note: null })) })
  const cases: [object, number, string, string?][] = [
    [hours({ from: '09:00', until: '08:00' }), 422, 'sorting-hours', 'body/places/0/hours'],
    [hours({ from: '09:00', until: '24:30' }), 422, 'sorting-hours', 'body/places/0/hours'],
    [hours(morning, { from: '08:59', until: '10:00' }), 422, 'sorting-hours', 'body/places/0/hours'],
    [{ ...plain, places: [{ ...place, name: ' \u200b ' }] }, 422, 'sorting-place-blank', 'body/places/0/name'],
    [days('2026-12-01', '2026-12-01'), 422, 'sorting-day-twice', 'body/exceptions/1/day'],
    [days('2028-12-01'), 422, 'sorting-day-too-far', 'body/exceptions/0/day'],
    [days('2026-02-30'), 400, 'input-invalid'],
    [{ ...plain, places: [] }, 400, 'input-invalid'],
    [{ ...plain, note: 'a\0b' }, 400, 'text-invalid'],
  ]
  for (const [body, status, code, path] of cases) {
    const { status: given, problem } = await zhou.call('PUT /sorting/drop-offs/:compoundCode', { params: aibo, body: body as never })
    expect([given, problem.code, path && problem.errors?.[0]?.path]).toEqual([status, code, path])
  }
  expect(await zhou.ok('GET /sorting/drop-offs/:compoundCode', { params: aibo })).toEqual(before)
})
