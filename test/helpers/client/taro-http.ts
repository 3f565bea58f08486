import http from 'node:http'
import { phone, refusal } from './phone'

interface Answer {
  readonly statusCode: number
  readonly header: http.IncomingHttpHeaders
  readonly text: string
}
export interface Sent {
  readonly done: Promise<Answer>
  abort(): void
}
type Parcel = {
  url: string
  method?: string
  header?: Record<string, string>
  timeout?: number
  body?: Buffer
  onProgress?: (percent: number) => void
}

/** Sends over the real network, if the phone has one. Rejects as WeChat does: with errMsg. */
export function send(api: string, parcel: Parcel): Sent {
  const stop = new AbortController()
  const done = travel(parcel, stop.signal).catch((error: Error) => {
    throw refusal(api, stop.signal.aborted ? 'abort' : error.message)
  })
  return { done, abort: () => stop.abort() }
}

async function travel({ url, method = 'GET', header = {}, timeout = 60_000, body, onProgress }: Parcel, signal: AbortSignal) {
  const { pathname } = new URL(url)
  phone.sent.push(`${method} ${pathname.replace(/^\/api\/v1/, '')}`)
  await phone.onItsWay()
  if (phone.network === 'off') throw new Error('no network')
  return new Promise<Answer>((resolve, reject) => {
    // kept alive as phones do, so that an early refusal is heard to its end; each its own, so that none is left after the test
    const agent = new http.Agent({ keepAlive: true })
    const request = http.request(url, { method, headers: { ...header, 'x-forwarded-for': phone.address }, agent, timeout })
    request.on('close', () => agent.destroy())
    const give = () => request.destroy(new Error('abort'))
    if (signal.aborted) give()
    signal.addEventListener('abort', give)
    request.on('timeout', () => request.destroy(new Error('timeout')))
    request.on('error', reject)
    request.on('response', (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', reject)
      response.on('end', () =>
        resolve({ statusCode: response.statusCode ?? 0, header: response.headers, text: Buffer.concat(chunks).toString() }),
      )
    })
    pour(request, body, onProgress)
  })
}

const pieces = 10

/** Writes the body piece by piece, and tells how much is out. */
function pour(request: http.ClientRequest, body: Buffer = Buffer.alloc(0), onProgress: (percent: number) => void = () => {}): void {
  request.setHeader('content-length', body.length)
  const size = Math.max(1, Math.ceil(body.length / pieces))
  const piece = (from: number) => {
    if (from >= body.length) return void request.end()
    request.write(body.subarray(from, from + size), (error) => {
      if (error) return
      onProgress(Math.min(100, Math.round(((from + size) / body.length) * 100)))
      piece(from + size)
    })
  }
  piece(0)
}
