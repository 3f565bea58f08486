import fc from 'fast-check'
import type { Order } from '../../contract/canteen'
import { crowd } from '../helpers/crowd'
import { cancel, disagreements, freshLunch, greens, gubei, left, lunch, meatballs, pickUp, pork, start, tryBook } from '../helpers/meals'
import { type Caller, TestTown } from '../helpers/server'

let town: TestTown
let guests: Caller[]
beforeAll(async () => {
  town = await TestTown.open(start)
  guests = await crowd(town, 6)
  await town.db.updateTable('canteens').set({ prepaid: true, no_show_limit: 1000 }).execute()
})
afterAll(() => town.close())

const dishes = [pork, meatballs, greens]
const quota = 8
const guest = fc.nat({ max: 5 })
const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('book' as const),
      guest,
      way: fc.constantFrom('counter' as const, 'prepaid' as const),
      items: fc.uniqueArray(fc.record({ dishId: fc.constantFrom(...dishes), quantity: fc.integer({ min: 1, max: 3 }) }), {
        minLength: 1,
        maxLength: 3,
        selector: ({ dishId }) => dishId,
      }),
    }),
  },
  fc.record({ do: fc.constantFrom('cancel' as const, 'collect' as const, 'pay' as const), of: fc.nat({ max: 30 }) }),
  fc.record({ do: fc.constant('wait' as const), minutes: fc.constantFrom(1, 16, 600, 2000) }),
  fc.record({ do: fc.constant('quota' as const), dishId: fc.constantFrom(...dishes), quota: fc.integer({ min: 0, max: 12 }) }),
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

/** Does the step; whatever comes of it must be an answer and no fault. */
async function play(one: Step, date: string, orders: Order[]): Promise<number> {
  const chen = await town.as('canteen_staff')
  if (one.do === 'wait') {
    town.at(one.minutes * 60_000)
    await town.tick('canteen-clock')
    return 200
  }
  if (one.do === 'quota') {
    const params = { id: gubei, date, sitting: 'lunch' as const, dishId: one.dishId }
    return (await chen.call('PATCH /canteens/:id/plans/:date/:sitting/items/:dishId', { params, body: { quota: one.quota } })).status
  }
  if (one.do === 'book') {
    const { items, way } = one
    const answer = await tryBook(guests[one.guest] as Caller, lunch(date, { items, way }))
    if (answer.status === 201) orders.push(answer.body)
    return answer.status
  }
  const order = orders[one.of % Math.max(1, orders.length)]
  if (!order) return 200
  if (one.do === 'collect') return (await pickUp(chen, { code: order.number, date, sitting: 'lunch' })).status
  if (one.do === 'cancel') return (await cancel(guests.find(({ personId }) => personId === order.orderer.id) as Caller, order.id)).status
  const params = { id: gubei, orderId: order.id }
  return (await chen.call('POST /canteens/:id/orders/:orderId/payments', { params, body: { event: 'pay' } })).status
}

test('when people book, pay, cancel, come and stay away as they like, several at once, then remaining and taken are the quota, always', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(step, { minLength: 1, maxLength: 5 }), { minLength: 3, maxLength: 10 }), async (story) => {
      town.at(start)
      const date = await freshLunch(
        town,
        dishes.map((dishId) => ({ dishId, quota })),
      )
      town.at(new Date(Date.parse(`${date}T09:00:00+08:00`) - 86_400_000).toISOString())
      const orders: Order[] = []
      for (const together of story) {
        const statuses = await Promise.all(together.map((one) => play(one, date, orders)))
        expect(statuses.filter((status) => status >= 500)).toEqual([])
        expect(await disagreements(town.db)).toEqual([])
      }
      for (const dishId of dishes) expect(await left(town, date, dishId)).toBeGreaterThanOrEqual(0)
    }),
    { numRuns: 15, seed: 310112, endOnFailure: true },
  )
})
