import { randomUUID } from 'node:crypto'
import type { Persona } from '../../contract/account'

/** A header that signs requests as a demo person. */
export async function signIn(address: string, persona: Persona): Promise<{ authorization: string }> {
  const answer = await fetch(`${address}/api/v1/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ provider: 'demo', persona }),
  })
  const { accessToken } = (await answer.json()) as { accessToken: string }
  return { authorization: `Bearer ${accessToken}` }
}

/** A report as a phone sends it. */
export const reportBody = (): string =>
  JSON.stringify({
    categoryCode: 'LT.FAULT',
    text: '电梯停在三楼不动了，有老人出不了门。',
    compoundCode: 'CP31011200801201',
    building: '20号楼',
    floor: '3层',
    location: { lng: 121.3072, lat: 31.1859 },
    anonymous: false,
  })

export const freshKey = (): Record<string, string> => ({ 'idempotency-key': `bench-${randomUUID()}` })
