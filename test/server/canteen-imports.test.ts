import { randomUUID } from 'node:crypto'
import writeWorkbook from 'write-excel-file/node'
import type { AllCalls } from '../../contract'
import type { BodyOf, ReplyOf } from '../../contract/call'
import type { Sitting } from '../../contract/canteen'
import { dayAfter } from '../../server/shared/times'
import { book, disagreements, gubei, lunch, meatballs, pork, start } from '../helpers/meals'
import { type Caller, TestTown } from '../helpers/server'

type Items = BodyOf<AllCalls['PUT /canteens/:id/plans/:date/:sitting']>['items']

let town: TestTown
let wang: Caller
let chen: Caller
/** Each test has a day of its own that nothing is planned for. */
let date = '2026-11-30'
beforeAll(async () => {
  town = await TestTown.open(start)
  wang = await town.as('resident')
  chen = await town.as('canteen_staff')
})
beforeEach(() => {
  town.at(start)
  date = dayAfter(date, 1)
})
afterEach(async () => {
  expect(await disagreements(town.db)).toEqual([])
})
afterAll(() => town.close())

const params = () => ({ id: gubei, date, sitting: 'lunch' as const })
const plan = (items: Items, change: { date?: string; sitting?: Sitting } = {}) =>
  chen.ok('PUT /canteens/:id/plans/:date/:sitting', { params: { ...params(), ...change }, body: { items } })
const plans = async (from = date, days = 1) =>
  (await chen.ok('GET /canteens/:id/plans', { params: { id: gubei }, query: { from, days } })).items
const planned = async () => (await plans()).find(({ sitting }) => sitting === 'lunch')
const publish = (from = date, days = 1) =>
  chen.ok('POST /canteens/:id/publications', { params: { id: gubei }, body: { from, days } }).then(({ published }) => published)
const change = (body: BodyOf<AllCalls['PATCH /canteens/:id/plans/:date/:sitting/items/:dishId']>, dishId = pork) =>
  chen.call('PATCH /canteens/:id/plans/:date/:sitting/items/:dishId', { params: { ...params(), dishId }, body })
const both = [
  { dishId: pork, quota: 10 },
  { dishId: meatballs, quota: 5, priceFen: 900 },
]
const open = async (items: Items = both) => {
  await plan(items)
  await publish()
}
const code = ({ status, problem }: { status: number; problem: { code: string } }) => `${status} ${problem.code}`

describe('a menu file', () => {
  const imports = (bytes: Buffer | string, key?: string, caller = chen) =>
    caller.upload<ReplyOf<AllCalls['POST /canteens/:id/plans/imports']>>(
      Buffer.from(bytes),
      'menu.csv',
      key,
      `/canteens/${gubei}/plans/imports`,
    )
  const header = 'date,meal,dish_code,quota,price_fen\n'

  test('when it is right, then its meals are planned as drafts, with the others of the day as they were', async () => {
    await plan(both, { sitting: 'dinner' })
    const answer = await imports(`${header}${date},lunch,D001,60,\n${date},lunch,D002,40,950\n${date},breakfast,D032,30,\n`)
    expect([answer.status, answer.body]).toEqual([200, { rows: 3, meals: 2 }])
    expect(
      (await plans()).map(({ sitting, published, items }) => [
        sitting,
        published,
        items.map((item) => [item.dishId, item.quota, item.priceFen]),
      ]),
    ).toEqual([
      ['breakfast', false, [['D032', 30, 100]]],
      [
        'lunch',
        false,
        [
          ['D001', 60, 1200],
          ['D002', 40, 950],
        ],
      ],
      [
        'dinner',
        false,
        [
          ['D001', 10, 1200],
          ['D002', 5, 900],
        ],
      ],
    ])
  })

  test('when it is a workbook in Chinese, then it is the same', async () => {
    const day = { value: new Date(`${date}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd' }
    const bytes = await writeWorkbook([
      ['日期', '餐次', '菜品编号', '份数'],
      [day, '午餐', 'D003', 12],
    ]).toBuffer()
    expect((await imports(bytes)).body).toEqual({ rows: 1, meals: 1 })
    expect((await planned())?.items).toMatchObject([{ dishId: 'D003', quota: 12, priceFen: 1400 }])
  })

  test('when some of its lines are wrong, then each is named by its line, and not one of the others is planned', async () => {
    const answer = await imports(
      `${header}${date},lunch,D001,60,\n${date},lunch,D999,60,\n2026-11-19,lunch,D001,60,\n${date},night,D001,x,\n${date},lunch,D001,5,100001\n`,
    )
    expect(code(answer)).toBe('422 canteen-file-rows')
    expect(answer.problem.errors?.map(({ path }) => path)).toEqual(['line/3', 'line/4', 'line/5', 'line/5', 'line/6', 'line/6'])
    expect(answer.problem.errors?.[0]?.message).toBe('第 3 行：没有编号为 D999 的菜')
    expect(answer.problem.detail).toBe('有 6 处要改，一行也没有导入。')
    expect((await planned())?.items).toEqual([])
  })

  test('when a thousand lines are wrong, then fifty are told and how many there are', async () => {
    const answer = await imports(header + `${date},lunch,D999,60,\n`.repeat(1000))
    expect(answer.problem.errors).toHaveLength(50)
    expect(answer.problem.detail).toContain('1000 处')
  })

  test('when one meal of it has too few portions for what is ordered, then its line is named, and no other meal of it is planned', async () => {
    await open()
    await book(wang, lunch(date, { items: [{ dishId: pork, quantity: 3 }] }))
    await book(wang, lunch(date, { items: [{ dishId: meatballs, quantity: 1 }] }))
    const before = await plans()
    const answer = await imports(
      `${header}${date},breakfast,D032,30,\n${date},lunch,D003,9,\n${date},dinner,D002,30,\n${date},lunch,D001,2,\n`,
    )
    expect([code(answer), await plans()]).toEqual(['422 canteen-file-rows', before])
    expect(answer.problem.errors).toEqual([
      { path: 'line/3', message: expect.stringMatching(/^第 3 行：.*午餐的红烧狮子头已经订出 1 份，/) },
      { path: 'line/5', message: expect.stringMatching(/^第 5 行：.*午餐的红烧肉已经订出 3 份，份数不能比这少。/) },
    ])
    expect(answer.problem.detail).toBe('有 2 处要改，一行也没有导入。')
  })

  test('when its meals are called off, over, or of more dishes than anybody reads, then each is named by a line of it', async () => {
    await open()
    await chen.ok('POST /canteens/:id/closures', { params: { id: gubei }, body: { date, sitting: 'lunch', reason: '停水' } })
    const { items: dishes } = await chen.ok('GET /canteens/:id/dishes', { params: { id: gubei } })
    const [{ id: _, pictureUrl, stars, ratings, ...tofu }] = dishes as [(typeof dishes)[number]]
    const many = Array.from({ length: 61 }, (_, at) => `T${at}`)
    for (const dishId of many)
      await chen.ok('PUT /canteens/:id/dishes/:dishId', { params: { id: gubei, dishId }, body: { ...tofu, parts: [] } })
    town.at('2026-11-20T20:00:00+08:00')
    const long = many.map((dishId) => `${dayAfter(date, 1)},dinner,${dishId},5,\n`).join('')
    const answer = await imports(`${header}${date},lunch,D001,60,\n2026-11-20,lunch,D001,60,\n${date},dinner,D001,60,\n${long}`)
    expect(code(answer)).toBe('422 canteen-file-rows')
    expect(answer.problem.errors).toEqual([
      { path: 'line/2', message: expect.stringMatching(/^第 2 行：.*午餐已经取消供应，不能再改。$/) },
      { path: 'line/3', message: '第 3 行：11月20日（周五）午餐已经过了，不能再改。' },
      { path: 'line/65', message: expect.stringMatching(/^第 65 行：.*晚餐有 61 道菜，最多 60 道。$/) },
    ])
    expect((await plans()).find(({ sitting }) => sitting === 'dinner')?.items).toEqual([])
  })

  test('when the same file comes twice with one key, then it is imported once, and another file with that key is refused', async () => {
    const key = randomUUID()
    const file = (quota: number) => `${header}${date},lunch,D001,${quota},\n`
    const first = await imports(file(60), key)
    await change({ quota: 70 })
    const again = await imports(file(60), key)
    expect([again.status, again.body, again.headers['idempotency-replayed']]).toEqual([200, first.body, 'true'])
    expect((await planned())?.items[0]?.quota).toBe(70)
    expect(code(await imports(file(61), key))).toBe('422 idempotency-key-reused')
  })

  test.each([
    ['nothing', ''],
    ['no table', 'PK\x03\x04 not a workbook'],
    ['no rows', header],
  ])('when there is %s in it, then it is refused with what to do', async (_, bytes) => {
    const answer = await imports(bytes)
    expect(answer.status).toBe(422)
    expect(answer.problem.detail).toMatch(/\p{Script=Han}.*。$/u)
  })

  test('when somebody else sends it, then it is refused before it is read', async () => {
    expect(code(await imports(header, undefined, wang))).toBe('403 role-missing')
    expect(code(await imports(header, undefined, town.guest))).toBe('401 session-missing')
    const elsewhere = await chen.upload(Buffer.from(header), 'menu.csv', undefined, '/canteens/CAN-002/plans/imports')
    expect(code(elsewhere)).toBe('404 canteen-unknown')
  })
})
