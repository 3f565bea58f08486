import http from 'node:http'
import type { AllCalls } from '../../../contract'
import type { BodyOf } from '../../../contract/call'
import type { Order } from '../../../contract/canteen'
import { type SomebodyElse, somebodyElse } from './somebody-else'

export const gubei = 'CAN-001'
const hour = 3_600_000

/** The day of now, Shanghai. */
export const today = new Date(Date.now() + 8 * hour).toISOString().slice(0, 10)
/** A quarter to nine and a little: lunch may still be ordered, and may be handed over already. */
const morning = Date.parse(`${today}T08:46:00+08:00`)

/** A town takes a minute and more to be built on a machine that is busy. */
export const townTimeout = 240_000

/** A demo town of the test's own, and this phone in it, where it is morning whatever the time is. Gives the function that ends it. */
export async function goToMorningTown(): Promise<() => Promise<void>> {
  const by = morning - Date.now()
  const town = await ofTowns(`/begin?by=${by}`)
  const realNow = Date.now
  const before = process.env.TEST_API
  Date.now = () => realNow() + by
  process.env.TEST_API = town
  Object.assign(globalThis, { API_ORIGIN: town })
  return async () => {
    Date.now = realNow
    process.env.TEST_API = before
    await ofTowns(`/end?town=${encodeURIComponent(town)}`)
  }
}

/** Asks the process that runs the towns (other-towns.ts): what starts programs is not loaded beside pages. */
const ofTowns = (call: string): Promise<string> =>
  new Promise((resolve, reject) => {
    http
      .get(`${process.env.TEST_TOWNS}${call}`, { agent: false }, (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () => resolve(Buffer.concat(chunks).toString()))
      })
      .on('error', reject)
  })

type Wish = Partial<BodyOf<AllCalls['POST /orders']>>

/** Somebody who eats at 古北 today. */
export class Diner {
  private constructor(private readonly other: SomebodyElse) {}

  static async is(persona: Parameters<typeof somebodyElse>[0]): Promise<Diner> {
    return new Diner(await somebodyElse(persona))
  }

  get call(): SomebodyElse['call'] {
    return this.other.call
  }

  /** Books lunch of today: the first dish of the menu, unless another is wished for. */
  async books(wish: Wish = {}): Promise<Order> {
    const meal = { canteenId: gubei, date: today, sitting: 'lunch' as const, mode: 'take_away' as const, ...wish }
    const items = wish.items ?? [{ dishId: await this.firstDish(meal), quantity: 1 }]
    return this.call('POST /orders', { body: { ...meal, items } })
  }

  code(order: Order) {
    return this.call('GET /orders/:id/pickup-code', { params: { id: order.id } })
  }

  private async firstDish({ canteenId, date, sitting }: { canteenId: string; date: string; sitting: string }): Promise<string> {
    const { items } = await this.call('GET /canteens/:id/menus', { params: { id: canteenId }, query: { from: date, days: 1 } })
    return items.find((menu) => menu.sitting === sitting)?.items.find(({ left }) => left > 0)?.dishId ?? ''
  }
}
