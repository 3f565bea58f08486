import autocannon, { type Options, type Result } from 'autocannon'
import { median } from './table'

export interface Target {
  readonly url: string
  readonly method?: 'GET' | 'POST'
  readonly headers?: Record<string, string>
  /** Made anew for each request. */
  readonly body?: () => string
  readonly freshHeaders?: () => Record<string, string>
  /** The path of each request, where they differ. */
  readonly path?: () => string
}

export interface Load {
  readonly perSecond: number
  readonly p95: number
}

/** Requests a second and p95 in ms of a target under `connections` callers. Throws when a request fails. */
export async function load(target: Target, seconds: number, connections = 10): Promise<Load> {
  const { url, method = 'GET', headers = {}, body, freshHeaders, path } = target
  const times: number[] = []
  let firstRefusal = ''
  const options: Options = {
    url,
    connections,
    duration: seconds,
    requests: [
      {
        method,
        setupRequest: (request) => ({
          ...request,
          headers: { ...headers, ...freshHeaders?.() },
          ...(path ? { path: path() } : {}),
          ...(body ? { body: body() } : {}),
        }),
        onResponse: (status, text) => {
          if (status >= 400) firstRefusal ||= `${status} ${text}`
        },
      },
    ],
  }
  const result = await new Promise<Result>((resolve, reject) => {
    const run = autocannon(options, (error, done) => (error ? reject(error) : resolve(done)))
    run.on('response', (_client, _status, _bytes, ms) => times.push(ms))
  })
  const refused = result['4xx'] + result['5xx']
  if (refused > 0 || result.errors > 0) throw new Error(`${url}: ${refused} refused, ${result.errors} failed. ${firstRefusal}`)
  return {
    perSecond: result.requests.total / result.duration,
    p95: times.sort((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? Number.NaN,
  }
}

/** Ratio of ours to the floor in requests a second: measured in turn, A B A B, the median of the rounds. */
export async function ratio(ours: Target, floor: Target, rounds = 5, seconds = 3): Promise<{ ratio: number; ours: number; floor: number }> {
  await load(ours, 2)
  await load(floor, 2)
  const figures: { ours: number; floor: number }[] = []
  for (let round = 0; round < rounds; round += 1) {
    figures.push({ ours: (await load(ours, seconds)).perSecond, floor: (await load(floor, seconds)).perSecond })
  }
  return {
    ratio: median(figures.map((figure) => figure.ours / figure.floor)),
    ours: median(figures.map((figure) => figure.ours)),
    floor: median(figures.map((figure) => figure.floor)),
  }
}

/** Ratio of the p95 of two targets under two callers: measured in turn, A B A B, the median of the rounds. */
export async function p95Ratio(more: Target, less: Target, rounds = 9): Promise<{ ratio: number; more: number; less: number }> {
  await load(less, 2, 2)
  await load(more, 2, 2)
  const figures: { less: number; more: number }[] = []
  for (let round = 0; round < rounds; round += 1) figures.push({ less: (await load(less, 2, 2)).p95, more: (await load(more, 2, 2)).p95 })
  return {
    ratio: median(figures.map((figure) => figure.more / figure.less)),
    more: median(figures.map((figure) => figure.more)),
    less: median(figures.map((figure) => figure.less)),
  }
}
