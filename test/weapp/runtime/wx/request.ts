import { report } from '../report'
import { localAddress } from './address'
import { answer, type Callbacks, Failure } from './answer'
import { Lane } from './lane'

type Options = Callbacks & {
  url: string
  method?: string
  data?: unknown
  header?: Record<string, string>
  timeout?: number
  dataType?: string
  responseType?: 'text' | 'arraybuffer'
}

/** WeChat queues whatever comes while ten are on their way. */
const lane = new Lane(10)
const usualPatience = 60_000

export const request = {
  request(options: Options) {
    const leaving = new AbortController()
    // a task is given back, never a promise
    answer('request', { complete() {}, ...options }, () => lane.through(() => send(options, leaving)))
    const nothing = () => {}
    return {
      abort: () => leaving.abort(new Failure('abort', 600003)),
      onHeadersReceived: nothing,
      offHeadersReceived: nothing,
      onChunkReceived: nothing,
      offChunkReceived: nothing,
    }
  },
}

async function send(options: Options, leaving: AbortController): Promise<object> {
  const method = (options.method ?? 'GET').toUpperCase()
  report.mostRequestsAtOnce = Math.max(report.mostRequestsAtOnce, lane.running)
  const exchange = report.exchange('request', method, options.url)
  const timer = setTimeout(() => leaving.abort(new Failure('timeout', 5)), options.timeout ?? usualPatience)
  try {
    const response = await fetch(withQuery(localAddress(options.url), method, options.data), {
      method,
      headers: headersOf(options),
      body: bodyOf(method, options),
      signal: leaving.signal,
      cache: 'no-store',
      credentials: 'omit',
    })
    exchange.status = response.status
    const data = options.responseType === 'arraybuffer' ? await response.arrayBuffer() : parse(await response.text(), options.dataType)
    return { data, statusCode: response.status, header: titled(response.headers), cookies: [] }
  } catch (error) {
    const failure = error instanceof Failure ? error : new Failure((error as Error).message, 600001)
    exchange.failure = failure.message
    throw failure
  } finally {
    clearTimeout(timer)
    exchange.ms = performance.now() - exchange.startedAt
  }
}

const headersOf = ({ header = {} }: Options): Record<string, string> => {
  const given = Object.fromEntries(Object.entries(header).map(([name, value]) => [name.toLowerCase(), String(value)]))
  return { 'content-type': 'application/json', ...given }
}

function withQuery(url: string, method: string, data: unknown): string {
  if (method !== 'GET' || typeof data !== 'object' || data === null) return url
  const text = Object.entries(data)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(typeof value === 'object' ? JSON.stringify(value) : value)}`)
    .join('&')
  return text ? `${url}${url.includes('?') ? '&' : '?'}${text}` : url
}

function bodyOf(method: string, options: Options): BodyInit | undefined {
  const { data } = options
  if (method === 'GET' || data === undefined || data === null) return undefined
  if (typeof data === 'string' || data instanceof ArrayBuffer) return data
  const form = headersOf(options)['content-type']?.includes('urlencoded')
  return form ? new URLSearchParams(data as Record<string, string>) : JSON.stringify(data)
}

function parse(text: string, dataType = 'json'): unknown {
  if (dataType !== 'json') return text
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** Some phones give header names as the server wrote them, others like this: the code must take both. */
const titled = (headers: Headers): Record<string, string> =>
  Object.fromEntries([...headers].map(([name, value]) => [name.replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase()), value]))
