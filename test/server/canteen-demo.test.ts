import type { Database, Db } from '../../server/database/connect'
import { seedCanteens, seedMenus } from '../../server/database/demo/canteen-seed'
import { personId } from '../../server/database/demo/person-rows'
import { seedDemo } from '../../server/database/demo/seed'
import { migrate } from '../../server/database/migrate'
import { billOf, type Tier } from '../../server/services/canteen/rules-bill'
import { createSealer } from '../../server/shared/seal'
import { newDatabase } from '../helpers/database'

const start = new Date('2026-11-24T09:00:00+08:00')
const days = [...Array(15).keys()].map((at) => new Date(Date.UTC(2026, 10, 20 + at)).toISOString().slice(0, 10))
const sealer = createSealer(Buffer.alloc(32, 7))

let database: Database
let db: Db
beforeAll(async () => {
  database = await newDatabase()
  db = database.db
  await migrate(db)
  await seedDemo(db, start, sealer)
})
afterAll(() => database.close())

const all = {
  canteens: () => db.selectFrom('canteens').selectAll().orderBy('position').execute(),
  sittings: () => db.selectFrom('canteen_sittings').selectAll().orderBy('canteen_code').orderBy('opens_minute').execute(),
  dishes: () => db.selectFrom('canteen_dishes').selectAll().orderBy('canteen_code').orderBy('code').execute(),
  tiers: () => db.selectFrom('canteen_tiers').selectAll().orderBy('town_code').orderBy('code').execute(),
  guests: () => db.selectFrom('canteen_guests').selectAll().orderBy('person_id').execute(),
  family: () => db.selectFrom('canteen_family').selectAll().orderBy('id').execute(),
  menus: () => db.selectFrom('canteen_menus').selectAll().orderBy('canteen_code').orderBy('day').orderBy('ends_at').execute(),
  items: () =>
    db.selectFrom('canteen_menu_items').selectAll().orderBy('canteen_code').orderBy('day').orderBy('sitting').orderBy('position').execute(),
  windows: () => db.selectFrom('canteen_windows').selectAll().orderBy('canteen_code').orderBy('day').orderBy('starts_minute').execute(),
}
const read = async (): Promise<Record<string, readonly unknown[]>> =>
  Object.fromEntries(await Promise.all(Object.entries(all).map(async ([name, rows]) => [name, await rows()] as const)))
/** A test whose changes are undone. */
const undone = async (change: (tx: Db) => Promise<void>) => {
  const back = new Error('undo')
  await db
    .transaction()
    .execute(async (tx) => {
      await change(tx)
      throw back
    })
    .catch((error) => {
      if (error !== back) throw error
    })
}

test('when the demo town is there, then it has three canteens with their hours, dishes and tiers', async () => {
  const rows = await all.canteens()
  expect(rows.map(({ code, name, town_code, delivers, prepaid }) => ({ code, name, town_code, delivers, prepaid }))).toEqual([
    { code: 'CAN-001', name: '古北社区食堂', town_code: '310112107', delivers: true, prepaid: false },
    { code: 'CAN-002', name: '龙柏社区食堂', town_code: '310112107', delivers: false, prepaid: false },
    { code: 'CAN-003', name: '爱博社区食堂', town_code: '310112008', delivers: true, prepaid: false },
  ])
  expect(rows[0]?.year_target).toBe(100_000)
  const counts = Object.fromEntries(Object.entries(await read()).map(([name, list]) => [name, list.length]))
  expect(counts).toMatchObject({ sittings: 9, dishes: 3 * (38 + 3), tiers: 2 * 5, guests: 1, family: 1 })
})

test('when the server starts again, also twice at once, then nothing of the canteens changes', async () => {
  const before = await read()
  await Promise.all([seedDemo(db, start, sealer), seedDemo(db, new Date('2026-11-24T23:59:59.999+08:00'), sealer)])
  expect(await read()).toEqual(before)
})

test('when a day is between four before today and ten after, then each canteen has all its meals, whole', async () => {
  const [menus, items, windows, canteens] = await Promise.all([all.menus(), all.items(), all.windows(), all.canteens()])
  const meals = canteens.flatMap(({ code }) =>
    days.flatMap((day) => ['breakfast', 'lunch', 'dinner'].map((sitting) => `${code} ${day} ${sitting}`)),
  )
  expect(menus.map(({ canteen_code, day, sitting }) => `${canteen_code} ${day} ${sitting}`)).toEqual(meals)
  for (const { canteen_code, day, sitting, published_at, issued } of menus) {
    const ofMeal = <R extends { canteen_code: string; day: string; sitting: string }>(rows: R[]) =>
      rows.filter((row) => row.canteen_code === canteen_code && row.day === day && row.sitting === sitting)
    expect({ issued, early: new Date(published_at as string) < start }).toEqual({ issued: 0, early: true })
    expect(ofMeal(items)).toHaveLength({ breakfast: 4, lunch: 11, dinner: 8 }[sitting] as number)
    expect(ofMeal(windows)).toHaveLength({ breakfast: 8, lunch: 10, dinner: 6 }[sitting] as number)
  }
  expect(items.every(({ quota, remaining, sold_out }) => quota > 0 && remaining === quota && !sold_out)).toBe(true)
  expect(windows.every(({ capacity, remaining }) => remaining === capacity)).toBe(true)
})

test('when a dish stands on a menu, then its canteen has it, for the same price', async () => {
  const prices = new Map((await all.dishes()).map(({ canteen_code, code, price_fen }) => [`${canteen_code} ${code}`, price_fen]))
  for (const { canteen_code, dish_code, price_fen } of await all.items()) expect(prices.get(`${canteen_code} ${dish_code}`)).toBe(price_fen)
})

test('when 300 come for lunch at once, then the pilot canteen has places for all of them twice over', async () => {
  const lunch = (await all.windows()).filter(
    ({ canteen_code, day, sitting }) => `${canteen_code} ${day} ${sitting}` === 'CAN-001 2026-11-24 lunch',
  )
  expect(lunch.reduce((sum, { capacity }) => sum + capacity, 0)).toBe(600)
})

test.each([
  ['breakfast', '2026-11-24T12:00:00.000Z', '2026-11-24T12:00:00.000Z', '2026-11-25T00:30:00.000Z'],
  ['lunch', '2026-11-25T01:00:00.000Z', '2026-11-25T00:30:00.000Z', '2026-11-25T05:00:00.000Z'],
  ['dinner', '2026-11-25T07:00:00.000Z', '2026-11-25T06:00:00.000Z', '2026-11-25T10:30:00.000Z'],
])('when it is %s of the 25th, then orders end at %s, cancelling at %s, the meal at %s', async (sitting, order, cancel, end) => {
  const menu = (await all.menus()).find((row) => row.day === '2026-11-25' && row.sitting === sitting)
  const moments = [menu?.order_until, menu?.cancel_until, menu?.ends_at].map((moment) => new Date(moment as string).toISOString())
  expect(moments).toEqual([order, cancel, end])
})

test('when the numbers of a meal are drawn, then no two meals begin alike', async () => {
  const drawn = (await all.menus()).map(({ number_step, number_shift }) => `${number_step} ${number_shift}`)
  expect(new Set(drawn).size).toBe(drawn.length)
})

test('when a meal is a set, then it is the sum of its dishes for less money', async () => {
  const dishes = (await all.dishes()).filter(({ canteen_code }) => canteen_code === 'CAN-001')
  const sets = dishes.filter(({ kind }) => kind === 'set')
  for (const set of sets) {
    const parts = dishes.filter(({ code }) => set.parts.includes(code))
    const sum = (of: 'price_fen' | 'kcal' | 'protein_g' | 'fat_g' | 'carbohydrate_g' | 'sodium_mg') =>
      parts.reduce((total, part) => total + part[of], 0)
    expect(parts).toHaveLength(set.parts.length)
    expect(set.price_fen).toBeLessThan(sum('price_fen'))
    for (const of of ['kcal', 'protein_g', 'fat_g', 'carbohydrate_g', 'sodium_mg'] as const) expect(set[of]).toBeCloseTo(sum(of), 6)
    expect(new Set(set.allergens)).toEqual(new Set(parts.flatMap((part) => part.allergens)))
  }
  // 肉末蒸蛋 + 清炒鸡毛菜 + 紫菜蛋汤 + 米饭
  expect(sets[0]).toMatchObject({
    name: '长者午餐套餐',
    price_fen: 900,
    kcal: 454,
    sodium_mg: 1222,
    allergens: ['egg', 'soy', 'gluten_cereal'],
  })
})

test('when 王阿姨 orders 16 yuan to eat in, then she pays 16 x 85 % - 3 = 10.60 with the papers that were checked', async () => {
  const [guest] = await all.guests()
  const facts = JSON.parse(sealer.open(guest?.facts_sealed as string))
  expect(facts).toEqual({ birthday: '1944-03-08', statuses: ['district', 'hukou'] })
  const tiers = (await all.tiers())
    .filter(({ town_code }) => town_code === '310112107')
    .map((row) => ({
      ...row,
      ...{ minAge: row.min_age, maxAge: row.max_age, amountFen: row.amount_fen },
      ...{ thresholdFen: row.threshold_fen, thresholdOn: row.threshold_on, perDayFen: row.per_day_fen },
    })) as unknown as Tier[]
  expect(billOf({ totalFen: 1600, day: '2026-12-31', mode: 'eat_in', facts, usedFen: 0, tiers })).toMatchObject({
    lines: [
      { label: '80 岁以上 85 折', fen: -240 },
      { label: '80 岁以上堂吃补贴', fen: -300 },
    ],
    payableFen: 1060,
  })
})

test('when the database is read, then 王阿姨’s papers and address are not to be read in it, and her daughter may book for her', async () => {
  const guests = await all.guests()
  expect(JSON.stringify(guests)).not.toMatch(/1944|hukou|district|爱博|301/)
  expect(guests).toMatchObject([{ person_id: personId('resident'), town_code: '310112008', verified_by: personId('canteen_staff') }])
  expect(sealer.open(guests[0]?.address_sealed as string)).toBe('爱博四村 20号楼 301')
  const link = { booker_id: personId('daughter'), eater_id: personId('resident'), label: '妈妈', ended_at: null }
  expect(await all.family()).toMatchObject([link])
})

test('when 陈师傅 works in 古北社区食堂, then his grant is of the town it lies in', async () => {
  const [grant] = await db.selectFrom('grants').selectAll().where('role', '=', 'canteen_staff').execute()
  const { town_code } = await db
    .selectFrom('persons')
    .select('town_code')
    .where('id', '=', personId('canteen_staff'))
    .executeTakeFirstOrThrow()
  expect([grant?.person_id, grant?.scope_code, grant?.town_code, town_code]).toEqual([
    personId('canteen_staff'),
    'CAN-001',
    '310112107',
    '310112107',
  ])
})

test('when the town was seeded before it had canteens, then a start gives it all of them, and 陈师傅 his place', async () => {
  await undone(async (tx) => {
    for (const table of ['windows', 'menu_items', 'menus', 'dishes', 'sittings', 'tiers', 'guests', 'family'] as const) {
      await tx.deleteFrom(`canteen_${table}`).execute()
    }
    await tx.deleteFrom('canteens').execute()
    await tx.updateTable('persons').set({ town_code: '310112008' }).where('demo_persona', '=', 'canteen_staff').execute()
    await tx.updateTable('grants').set({ town_code: '310112008' }).where('role', '=', 'canteen_staff').execute()
    await seedCanteens(tx, start, sealer)
    await seedMenus(tx, start)
    expect(await tx.selectFrom('canteen_menus').select('day').execute()).toHaveLength(3 * 3 * 15)
    expect(await tx.selectFrom('persons').select('town_code').where('demo_persona', '=', 'canteen_staff').execute()).toEqual([
      { town_code: '310112107' },
    ])
    expect(await tx.selectFrom('grants').select('town_code').where('role', '=', 'canteen_staff').execute()).toEqual([
      { town_code: '310112107' },
    ])
  })
})

test('when staff have changed a meal, a dish or its price, then the next day’s start keeps it and adds one day', async () => {
  const before = { menus: await all.menus(), items: await all.items(), windows: await all.windows() }
  await db.updateTable('canteen_menu_items').set({ remaining: 1, sold_out: true }).where('day', '=', '2026-11-25').execute()
  await db.deleteFrom('canteen_menu_items').where('day', '=', '2026-11-26').execute()
  await db.updateTable('canteen_dishes').set({ price_fen: 150 }).where('code', '=', 'D028').execute()
  const changed = await all.items()
  await seedDemo(db, new Date('2026-11-25T00:00:00+08:00'), sealer)
  const isNew = ({ day }: { day: string }) => day === '2026-12-05'
  const after = { menus: await all.menus(), items: await all.items(), windows: await all.windows() }
  expect(after.menus.filter((row) => !isNew(row))).toEqual(before.menus)
  expect(after.windows.filter((row) => !isNew(row))).toEqual(before.windows)
  expect(after.items.filter((row) => !isNew(row))).toEqual(changed)
  expect([after.menus, after.windows, after.items].map((rows) => rows.filter(isNew).length)).toEqual([9, 3 * 24, 3 * 23])
  expect(after.items.filter((row) => isNew(row) && row.dish_code === 'D028').map(({ price_fen }) => price_fen)).toEqual(Array(6).fill(150))
})
