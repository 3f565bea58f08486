import fc from 'fast-check'
import { distance } from '../../server/shared/geo'
import { TestTown } from '../helpers/server'

let town: TestTown
beforeAll(async () => {
  town = await TestTown.open()
})
afterAll(() => town.close())

const areas = (query: object) => town.guest.ok('GET /areas', { query: { limit: 100, ...query } }).then((page) => page.items)
const names = async (query: object) => (await areas(query)).map((area) => area.shortName)

describe('towns', () => {
  test('when a visitor asks for the towns, then the open ones are named and the closed ones are not', async () => {
    await town.db
      .insertInto('towns')
      .values({ code: '310112101', district_code: '310112', name: '莘庄镇' })
      .onConflict((c) => c.doNothing())
      .execute()
    const { items } = await town.guest.ok('GET /towns')
    expect(items.map((item) => item.name)).toEqual(['新虹街道', '虹桥镇'])
    expect(items[0]?.location).toEqual({ lng: expect.any(Number), lat: expect.any(Number) })
  })

  test('when nothing has changed, then the ETag saves sending it again', async () => {
    for (const url of ['/api/v1/towns', '/api/v1/areas?q=ab', '/api/v1/areas/310112008012/compounds']) {
      const { etag } = (await town.app.inject(url)).headers
      const again = await town.app.inject({ url, headers: { 'if-none-match': etag as string } })
      expect({ url, status: again.statusCode, body: again.body }).toEqual({ url, status: 304, body: '' })
    }
  })
})

describe('areas', () => {
  test.each([
    ['四村', ['爱博四村', '龙柏四村']],
    ['爱博四村居委会', ['爱博四村']],
    ['aibosicun', ['爱博四村']],
    ['sicun', ['爱博四村', '龙柏四村']],
    ['ABSC', ['爱博三村', '爱博四村']],
    ['爱 博 四', ['爱博四村']],
    ['爱波四村', ['爱博四村']],
    ['fxc', ['范巷村']],
  ])('when somebody looks for %s, then these are found', async (q, expected) => {
    expect(await names({ q })).toEqual(expected)
  })

  test('when the words are in some names and only sound like others, then those with the words come first', async () => {
    expect((await names({ q: '虹桥' })).slice(0, 2)).toEqual(['虹桥', '虹桥花苑'])
  })

  test('when nothing fits, then the list is empty', async () => {
    for (const q of ['天安门', '%', '_', "' or 1=1 --", '<script>', '😀', '。']) expect(await names({ q })).toEqual([])
  })

  test('when one town is asked for, then the other one is left out; a closed or unknown one has none', async () => {
    expect((await areas({ town: '310112008' })).length).toBe(19)
    expect((await areas({ town: '310112107' })).length).toBe(39)
    expect(await areas({ town: '310112101' })).toEqual([])
  })

  test('when 王阿姨 stands in 爱博四村, then it is the nearest', async () => {
    const [first] = await areas({ near: '121.3091,31.1884' })
    expect(first).toMatchObject({ shortName: '爱博四村', townName: '新虹街道', gridCode: 'XH-01', distance: expect.any(Number) })
    expect(first?.distance).toBeLessThan(50)
  })

  test('when somebody stands anywhere on earth, then the areas come nearest first, each once over all pages', async () => {
    const all = await areas({})
    const place = fc.record({ lng: fc.double({ min: -180, max: 180, noNaN: true }), lat: fc.double({ min: -90, max: 90, noNaN: true }) })
    await fc.assert(
      fc.asyncProperty(place, fc.integer({ min: 7, max: 40 }), async ({ lng, lat }, limit) => {
        const near = `${lng.toFixed(6)},${lat.toFixed(6)}`
        const found: { code: string; distance: number | null }[] = []
        for (let cursor: string | null | undefined; cursor !== null; ) {
          const page = await town.guest.ok('GET /areas', { query: { near, limit, ...(cursor ? { cursor } : {}) } })
          found.push(...page.items)
          cursor = page.nextCursor
        }
        expect(found.map((area) => area.code).sort()).toEqual(all.map((area) => area.code).sort())
        const here = { lng: Number(lng.toFixed(6)), lat: Number(lat.toFixed(6)) }
        const metres = new Map(all.map((area) => [area.code, distance(here, area.location as typeof here)]))
        found.forEach((area, at) => {
          expect(Math.abs((area.distance as number) - (metres.get(area.code) as number))).toBeLessThanOrEqual(1)
          if (at > 0) expect(area.distance as number).toBeGreaterThanOrEqual(found[at - 1]?.distance as number)
        })
      }),
      { numRuns: 15 },
    )
  })

  test('when an area has no place yet, then it comes last and has no distance', async () => {
    const row = { code: '310112008099', name: '新建居委会', short_name: '新建', kind: 'residents', pinyin: 'xinjian', initials: 'xj' }
    await town.db
      .insertInto('areas')
      .values({ ...row, town_code: '310112008' })
      .execute()
    try {
      expect((await areas({ near: '121.3091,31.1884' })).at(-1)).toMatchObject({ shortName: '新建', location: null, distance: null })
    } finally {
      await town.db.deleteFrom('areas').where('code', '=', row.code).execute()
    }
  })

  test('when the place, the cursor or another parameter is nonsense, then it is refused as input', async () => {
    const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const queries = [
      { near: '181,31' },
      { near: '121.3,91' },
      { near: 'here' },
      { near: '121.3' },
      { cursor: 'x' },
      { cursor: encode(['a', 'b']) },
      { limit: 0 },
      { limit: 101 },
      { town: '31' },
      { q: '长'.repeat(41) },
      { q: '\u0000' },
    ]
    for (const query of queries) expect((await town.guest.call('GET /areas', { query })).status).toBe(400)
  })
})

describe('compounds', () => {
  test('when an area is opened, then its compounds are named with what is known of them', async () => {
    const { items } = await town.guest.ok('GET /areas/:code/compounds', { params: { code: '310112008012' } })
    expect(items).toMatchObject([
      { code: 'CP31011200801201', name: '爱博四村', areaName: '爱博四村', buildings: 22, floors: 13, address: null },
    ])
    expect((await town.guest.ok('GET /areas/:code/compounds', { params: { code: '310112008202' } })).items).toEqual([])
  })

  test('when the area is unknown or its town closed, then there is none', async () => {
    const answer = await town.guest.call('GET /areas/:code/compounds', { params: { code: '310112008998' } })
    expect(answer).toMatchObject({ status: 404, problem: { code: 'place-area-unknown' } })
  })

  test('when 王阿姨 looks for compounds, then she finds those of her town only, the nearest first', async () => {
    const wang = await town.as('resident')
    const found = await wang.ok('GET /compounds', { query: { q: 'ab', near: '121.3072,31.1859' } })
    expect(found.items.map((item) => item.name)[0]).toBe('爱博四村')
    expect(found.items.every((item) => item.townCode === '310112008')).toBe(true)
    expect((await wang.ok('GET /compounds', { query: { q: '锦绣江南' } })).items).toEqual([])
    expect((await town.guest.call('GET /compounds')).status).toBe(401)
  })
})

describe('units', () => {
  test('when 张敏 looks who serves 爱博四村, then its grid, property company and committee come first', async () => {
    const zhang = await town.as('grid_worker')
    const { items } = await zhang.ok('GET /units', { query: { compoundCode: 'CP31011200801201' } })
    expect(items.slice(0, 3)).toEqual([
      { code: 'XH-01', kind: 'grid', name: '新虹示例网格', phone: null },
      { code: 'WY-CP31011200801201', kind: 'property', name: '爱博四村物业服务处', phone: null },
      { code: 'JW-310112008012', kind: 'department', name: '爱博四村居委会', phone: null },
    ])
    expect(items.some((item) => item.code.includes('310112107') || item.code.startsWith('HQ'))).toBe(false)
  })

  test('when only departments are asked for, then there are only those', async () => {
    const gu = await town.as('department')
    const { items } = await gu.ok('GET /units', { query: { kind: 'department' } })
    expect(new Set(items.map((item) => item.kind))).toEqual(new Set(['department']))
    expect(items.slice(0, 3).map((item) => item.name)).toEqual(['新虹街道综合行政执法队', '新虹街道房管办事处', '新虹街道信访办公室'])
    expect(items).toHaveLength(3 + 19)
  })

  test('when the compound is of the other town, then the town has none such', async () => {
    const zhang = await town.as('grid_worker')
    const answer = await zhang.call('GET /units', { query: { compoundCode: 'CP31011210701502' } })
    expect(answer).toMatchObject({ status: 422, problem: { code: 'place-compound-unknown' } })
  })

  test('when a resident asks, then it is not for residents', async () => {
    expect((await (await town.as('resident')).call('GET /units')).status).toBe(403)
    expect((await town.guest.call('GET /units')).status).toBe(401)
  })
})
