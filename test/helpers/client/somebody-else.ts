import type { CallName, Input } from '@/lib/request'
import type { AllCalls } from '../../../contract'
import type { Persona, Session } from '../../../contract/account'
import type { ReplyOf } from '../../../contract/call'
import { send } from './taro-http'

/** Somebody else of the town, who makes calls from a phone of their own meanwhile. */
export interface SomebodyElse {
  readonly person: Session['person']
  /** Makes a call that must succeed. */
  call<K extends CallName>(name: K, input?: Input<K>): Promise<ReplyOf<AllCalls[K]>>
}

type Loose = { params?: Record<string, string>; query?: Record<string, string>; body?: unknown; key?: string }

export async function somebodyElse(persona: Persona): Promise<SomebodyElse> {
  const { accessToken, person } = (await ask('POST /sessions', { body: { provider: 'demo', persona } })) as Session
  return {
    person,
    call: (name, input) => ask(name, { ...(input as Loose) }, accessToken) as Promise<never>,
  }
}

async function ask(name: string, { params = {}, query, body, key }: Loose, token?: string): Promise<unknown> {
  const [method, template = ''] = name.split(' ')
  const path = template.replace(/:(\w+)/g, (_, part: string) => params[part] ?? '')
  const answer = await send('request', {
    url: `${process.env.TEST_API}/api/v1${path}${query ? `?${new URLSearchParams(query)}` : ''}`,
    method,
    header: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(key ? { 'idempotency-key': key } : {}),
    },
    body: body === undefined ? undefined : Buffer.from(JSON.stringify(body)),
  }).done
  if (answer.statusCode >= 300) throw new Error(`${name} answered ${answer.statusCode}: ${answer.text}`)
  return answer.text ? JSON.parse(answer.text) : null
}
