import { personas } from '../../contract/account'
import { seedDemo } from '../../server/database/demo/seed'
import { distance } from '../../server/shared/geo'
import { deriveKeys } from '../../server/shared/keys'
import { createSealer } from '../../server/shared/seal'
import { welcome } from '../../server/welcome'
import { TestTown } from '../helpers/server'

let town: TestTown
beforeAll(async () => {
  town = await TestTown.open()
})
afterAll(() => town.close())

const all = {
  districts: () => town.db.selectFrom('districts').selectAll().orderBy('code').execute(),
  towns: () => town.db.selectFrom('towns').selectAll().orderBy('code').execute(),
  units: () => town.db.selectFrom('units').selectAll().orderBy('town_code').orderBy('code').execute(),
  areas: () => town.db.selectFrom('areas').selectAll().orderBy('code').execute(),
  compounds: () => town.db.selectFrom('compounds').selectAll().orderBy('code').execute(),
  categories: () => town.db.selectFrom('report_categories').selectAll().orderBy('town_code').orderBy('code').execute(),
  persons: () => town.db.selectFrom('persons').selectAll().orderBy('id').execute(),
  grants: () => town.db.selectFrom('grants').selectAll().orderBy('id').execute(),
}
const read = async (): Promise<Record<string, readonly unknown[]>> =>
  Object.fromEntries(await Promise.all(Object.entries(all).map(async ([name, rows]) => [name, await rows()] as const)))
const seedAgain = async () => seedDemo(town.db, town.now, createSealer((await deriveKeys(town.settings)).seal))

test('when the demo town is there, then it has both pilot towns whole', async () => {
  const counts = Object.fromEntries(Object.entries(await read()).map(([name, rows]) => [name, rows.length]))
  expect(counts).toEqual({
    districts: 1,
    towns: 2,
    // 4 grids, 36 property companies, 58 committees, 3 departments a town
    units: 4 + 36 + 58 + 6,
    areas: 58,
    compounds: 36,
    // 11 groups and 32 categories a town
    categories: 2 * 43,
    persons: personas.length,
    grants: 11,
  })
})

test('when the server starts again, also twice at once and after changes by people, then nothing of the demo town changes', async () => {
  const zhang = await town.as('grid_worker')
  await zhang.ok('PATCH /me', { body: { nickname: '张敏敏' } })
  await town.db.deleteFrom('grants').where('role', '=', 'canteen_staff').execute()
  const before = await read()
  town.at(60_000)
  await Promise.all([seedAgain(), seedAgain()])
  expect(await read()).toEqual(before)
})

test('when a place of the town is on the map, then it is inside the town with a kilometre and a half to spare', async () => {
  const places = [...(await all.areas()), ...(await all.compounds())] as { town_code: string; lng: number; lat: number }[]
  for (const { code, lng, lat, radius_m } of await all.towns()) {
    const centre = { lng: lng as number, lat: lat as number }
    const farthest = Math.max(...places.filter((place) => place.town_code === code).map((place) => distance(centre, place)))
    expect((radius_m as number) - farthest).toBeGreaterThanOrEqual(1500)
    expect((radius_m as number) - farthest).toBeLessThan(1600)
  }
})

test('when a category needs somebody to handle it, then every area and compound has them', async () => {
  const units = await all.units()
  for (const { code } of await all.towns()) {
    for (const serves of ['city_mgmt', 'housing_office', 'petition_office']) {
      expect(units.filter((unit) => unit.town_code === code && unit.serves === serves)).toHaveLength(1)
    }
  }
  for (const area of await all.areas()) {
    expect(units).toContainEqual(expect.objectContaining({ kind: 'grid', code: area.grid_code, town_code: area.town_code }))
    expect(units).toContainEqual(expect.objectContaining({ serves: 'neighborhood', area_code: area.code, town_code: area.town_code }))
  }
  for (const compound of await all.compounds()) {
    expect(units).toContainEqual(
      expect.objectContaining({ kind: 'property', code: compound.property_code, name: `${compound.name}物业服务处` }),
    )
  }
})

test('when life may be in danger, then the category says whom to call first', async () => {
  const dangerous = (await all.categories()).filter((category) => category.stopper_text !== null)
  expect(new Set(dangerous.map((category) => category.code))).toEqual(
    new Set(['HT.THROW', 'HT.FALL', 'EB.LIFT', 'EB.CHG', 'EB.EXIT', 'CO.EXIT', 'PK.FIRE', 'FS.EQUIP', 'FS.OTHER', 'LT.FAULT', 'CW.CROWD']),
  )
  for (const { stopper_text, stopper_phone } of dangerous) expect(stopper_text).toContain(stopper_phone)
})

test('when the limits were promised by the towns, then they are those', async () => {
  const limits = Object.fromEntries((await all.categories()).map((category) => [category.code, category.limit_minutes]))
  expect(limits).toMatchObject({ 'EB.LIFT': 5, 'GB.OFF': 60, 'CO.STACK': 24 * 60, 'CO.BEAU': 7 * 24 * 60, 'CV.PETITION': 7 * 24 * 60 })
})

test('when the database is read, then no telephone and no room of a demo person stands in it', async () => {
  const people = await all.persons()
  expect(people.every((person) => person.phone_sealed?.startsWith('1.'))).toBe(true)
  expect(JSON.stringify(people)).not.toMatch(/1380000\d{4}/)
  expect(people.find((person) => person.demo_persona === 'resident')).toMatchObject({ home_building: '20号楼' })
  expect(people.map((person) => person.home_room_sealed)).not.toContain('301')
})

test('when the server has started, then it prints the address and everybody who can sign in with what they do', async () => {
  const text = await welcome(town.db, 'http://127.0.0.1:8787')
  expect(text).toContain('http://127.0.0.1:8787')
  for (const persona of personas) expect(text).toMatch(new RegExp(`^  ${persona} +\\S+  \\S+`, 'm'))
})
