import { randomUUID } from 'node:crypto'
import { dayOf } from '@/lib/time'
import type { SomebodyElse } from './somebody-else'
import { somebodyElse } from './somebody-else'

const corner = 'STU-001'

/** Scans the screen at the corner where 小周 is host, unless another test has today. */
export async function checkInAtCorner(one: SomebodyElse): Promise<string> {
  const { items } = await one.call('GET /check-ins', {})
  const there = items.find(({ siteId, day }) => siteId === corner && day === dayOf(Date.now()))
  if (there) return there.id
  const host = await somebodyElse('site_host')
  const { codes } = await host.call('GET /sites/:id/code', { params: { id: corner } })
  const { id } = await one.call('POST /check-ins', { body: { code: codes[0]?.code }, key: randomUUID() })
  return id
}

/** Writes a card there, which waits for 小周. */
export async function cardAtCorner(one: SomebodyElse, text: string, named = false): Promise<string> {
  const checkInId = await checkInAtCorner(one)
  const { id } = await one.call('POST /mailbox/cards', { body: { checkInId, text, named }, key: randomUUID() })
  return id
}
