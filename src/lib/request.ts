import Taro from '@tarojs/taro'
import type { AllCalls } from '../../contract'
import type { BodyOf, ParamsOf, QueryOf, ReplyOf } from '../../contract/call'
import { CallError, errorOf, offline } from './problem'

/** Who keeps the tokens: the session. */
export interface TokenKeeper {
  /** The access token; while it is being renewed, the one to come. */
  access(): Promise<string | undefined>
  /** Says whether there is another access token than the one that was refused. Throws where that cannot be known now. */
  renew(refused: string): Promise<boolean>
}

/** Signing in and renewing stand alone: the old token says nothing there. */
const noTokens: TokenKeeper = { access: async () => undefined, renew: async () => false }
let keeper = noTokens

/** The session tells once where the tokens are. */
export function keepTokensWith(next: TokenKeeper): void {
  keeper = next
}

export type CallName = keyof AllCalls & string
type Part<T, Name extends string> = T extends undefined
  ? unknown
  : Record<never, never> extends T
    ? { readonly [K in Name]?: T }
    : { readonly [K in Name]: T }
/** What a call takes: params, query and body as its contract says; `key` makes a repeat harmless (Idempotency-Key). */
export type Input<K extends CallName> = Part<ParamsOf<AllCalls[K]>, 'params'> &
  Part<QueryOf<AllCalls[K]>, 'query'> &
  Part<BodyOf<AllCalls[K]>, 'body'> & { readonly key?: string }

type Loose = { params?: Record<string, string>; query?: Record<string, unknown>; body?: unknown; key?: string }

/** Absolute URL for a path the API gave, e.g. that of a picture. */
export const absolute = (path: string): string => (path.startsWith('/') ? `${API_ORIGIN}${path}` : path)

function urlOf(template: string, { params = {}, query = {} }: Loose): string {
  const path = template.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  const pairs = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== '')
  const text = pairs.map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`).join('&')
  return `${API_ORIGIN}/api/v1${path}${text ? `?${text}` : ''}`
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const waits = [600, 1800]

/**
 * Makes a call of the contract and gives its reply. Reads, and changes under a key, are tried again when the network or the
 * server is away for a moment; an access token that has run out is renewed once. Throws CallError.
 */
export async function call<K extends CallName>(
  name: K,
  ...[input]: Record<never, never> extends Input<K> ? [Input<K>?] : [Input<K>]
): Promise<ReplyOf<AllCalls[K]>> {
  const loose = (input ?? {}) as Loose
  const [method, template] = name.split(' ') as ['GET', string]
  const tokens = name.startsWith('POST /sessions') ? noTokens : keeper
  const repeatable = method === 'GET' || method === ('PUT' as string) || Boolean(loose.key)
  for (let attempt = 0; ; attempt += 1) {
    try {
      return (await once(tokens, method, urlOf(template, loose), loose)) as ReplyOf<AllCalls[K]>
    } catch (error) {
      const wait = waits[attempt]
      if (!repeatable || wait === undefined || !(error instanceof CallError) || (error.status !== 0 && error.status !== 503)) throw error
      await pause(wait)
    }
  }
}

async function once(tokens: TokenKeeper, method: 'GET', url: string, input: Loose, renewed = false): Promise<unknown> {
  const access = await tokens.access()
  const answer = await Taro.request({
    url,
    method,
    // WeChat says JSON of everything it sends, and nothing is no JSON.
    data: (input.body ?? (method === 'GET' ? undefined : {})) as object | undefined,
    timeout: 15_000,
    header: {
      ...(method === 'GET' ? {} : { 'content-type': 'application/json' }),
      ...(access ? { authorization: `Bearer ${access}` } : {}),
      ...(input.key ? { 'idempotency-key': input.key } : {}),
    },
  }).catch(() => {
    throw offline()
  })
  if (answer.statusCode < 400) return answer.data || null
  if (answer.statusCode === 401 && access && !renewed && (await tokens.renew(access))) return once(tokens, method, url, input, true)
  throw errorOf(answer.statusCode, answer.data, secondsToWait(answer.header))
}

/** WeChat keeps the names of an answer's headers as the server, or a proxy on the way, wrote them. */
function secondsToWait(header: Record<string, unknown> = {}): number {
  const name = Object.keys(header).find((name) => name.toLowerCase() === 'retry-after')
  return name ? Number(header[name]) || 0 : 0
}

/** Does something that is not a call of JSON, e.g. an upload, with the access token; once more with a new one when it was refused. */
export async function withAccess<T>(act: (header: Record<string, string>) => Promise<T>): Promise<T> {
  const access = await keeper.access()
  try {
    return await act(access ? { authorization: `Bearer ${access}` } : {})
  } catch (error) {
    const refused = error instanceof CallError && error.status === 401 && access
    if (!refused || !(await keeper.renew(access))) throw error
    return act({ authorization: `Bearer ${await keeper.access()}` })
  }
}
