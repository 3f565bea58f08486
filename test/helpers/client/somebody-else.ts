import http from 'node:http'
import type { CallName, Input } from '@/lib/request'
import type { AllCalls } from '../../../contract'
import type { Persona, Session } from '../../../contract/account'
import type { ReplyOf } from '../../../contract/call'

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
  const headers = {
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(token ? { authorization: `Bearer ${token}` } : {}),
    ...(key ? { 'idempotency-key': key } : {}),
  }
  const answer = await travel(`${path}${query ? `?${new URLSearchParams(query)}` : ''}`, { method, headers, agent: false }, body)
  if (answer.status >= 300) throw new Error(`${name} answered ${answer.status}: ${answer.text}`)
  return answer.text ? JSON.parse(answer.text) : null
}

/** Past the phone of this test, whose network may be off and whose requests are counted. */
function travel(path: string, options: http.RequestOptions, body: unknown): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const request = http.request(`${process.env.TEST_API}/api/v1${path}`, options, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() }))
    })
    request.on('error', reject)
    request.end(body === undefined ? undefined : JSON.stringify(body))
  })
}
