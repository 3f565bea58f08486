import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { Menu, Order } from '../../contract/canteen'
import { openDatabase } from '../../server/database/connect'
import { newPostgres, testSettings } from '../helpers/database'
import { gubei } from '../helpers/meals'
import { ServerBuild, type ServerProcess } from '../helpers/server-process'

const settled = (work: Promise<unknown>) =>
  work.then(
    () => {},
    () => {},
  )
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

let build: ServerBuild
let folder: string
let settings: Record<string, string>
let drop = async () => {}
let server: ServerProcess
beforeAll(async () => {
  build = ServerBuild.make()
  folder = await mkdtemp(path.join(os.tmpdir(), 'jiamenkou-crash-'))
  settings = { DEMO: 'true', DATA_DIR: path.join(folder, 'data'), REQUESTS_PER_MINUTE: '100000', LOG_LEVEL: 'error' }
  if (globalThis.testEngine === 'postgres') {
    const database = await newPostgres()
    settings.DATABASE_URL = database.url
    drop = () => database.close()
  }
  server = await build.start(settings)
}, 180_000)
afterAll(async () => {
  await server.stop('SIGKILL')
  await drop()
  await build.remove()
  await rm(folder, { recursive: true, force: true })
})

/** A meal that can be booked, with the dish there is most of. */
async function openMeal(): Promise<{ menu: Menu; dishId: string }> {
  const { items } = await server.ok<{ items: Menu[] }>('GET', `/canteens/${gubei}/menus`)
  const menu = items.filter(({ open }) => open).at(-1) as Menu
  return { menu, dishId: [...menu.items].sort((a, b) => b.left - a.left)[0]?.dishId as string }
}

const runCheck = () => build.run('check-canteen', settings)

test('when the server is killed while 200 guests book, then after the restart orders and portions agree, and what was acknowledged is there', async () => {
  const { menu, dishId } = await openMeal()
  const tokens = await Promise.all(
    (
      [
        'resident',
        'daughter',
        'neighbour',
        'outsider',
        'party_member',
        'grid_worker',
        'property',
        'admin',
        'secretary',
        'department',
      ] as const
    ).map((persona) => server.signIn(persona)),
  )
  const { left } = menu.items.find((item) => item.dishId === dishId) as Menu['items'][number]
  const acknowledged: { order: Order; token: string }[] = []
  const body = { canteenId: gubei, date: menu.date, sitting: menu.sitting, items: [{ dishId, quantity: 1 }], mode: 'take_away' }
  const buyers = Array.from({ length: 200 }, (_, at) => tokens[at % tokens.length] as string).map((token) =>
    settled(server.ok<Order>('POST', '/orders', { token, body }).then((order) => acknowledged.push({ order, token }))),
  )
  while (acknowledged.length < 15) await pause(2)
  expect(await server.stop('SIGKILL')).toBe('SIGKILL')
  await Promise.all(buyers)
  expect(acknowledged.length).toBeLessThan(200)

  const check = runCheck()
  expect(check.output).not.toContain('WRONG')
  expect(check).toMatchObject({ status: 0, output: expect.stringContaining('ok    portions: remaining + taken = quota') })

  server = await build.start(settings)
  for (const { order, token } of acknowledged) {
    expect(await server.ok<Order>('GET', `/orders/${order.id}`, { token })).toMatchObject({ number: order.number, state: 'booked' })
  }
  const { items } = await server.ok<{ items: Menu[] }>('GET', `/canteens/${gubei}/menus`)
  const after = items
    .find(({ date, sitting }) => date === menu.date && sitting === menu.sitting)
    ?.items.find((item) => item.dishId === dishId)
  expect(left - (after?.left as number)).toBeGreaterThanOrEqual(acknowledged.length)
}, 180_000)

test('when portions do not agree with the orders, then the check says where and fails', async () => {
  await server.stop('SIGTERM')
  const database = await openDatabase(testSettings(settings))
  await database.db
    .updateTable('canteen_menu_items')
    .set((eb) => ({ remaining: eb('remaining', '-', 1) }))
    .where('canteen_code', '=', gubei)
    .where('sitting', '=', 'breakfast')
    .execute()
  await database.close()
  expect(runCheck()).toMatchObject({
    status: 1,
    output: expect.stringMatching(/WRONG portions: remaining \+ taken = quota .*\n\s+CAN-001 \d{4}-\d\d-\d\d breakfast D\d{3}/),
  })
}, 120_000)
