import type { FastifyInstance, InjectOptions } from 'fastify'
import pg from 'pg'

/** One statement as the driver got it. A parameter `{ fresh: n }` is new in each request; equal ones within a request are the same. */
export interface Statement {
  readonly text: string
  readonly values: readonly unknown[]
}
export interface Fresh {
  readonly fresh: number
}

/** The statements that a request makes the driver run. */
async function statementsOf(app: FastifyInstance, request: InjectOptions): Promise<Statement[]> {
  const seen: Statement[] = []
  const query = pg.Client.prototype.query
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    const [first, second] = args as [string | { text: string; values?: unknown[] }, unknown[] | undefined]
    seen.push(
      typeof first === 'string'
        ? { text: first, values: Array.isArray(second) ? second : [] }
        : { text: first.text, values: first.values ?? [] },
    )
    return (query as (...args: unknown[]) => unknown).apply(this, args)
  } as typeof query
  try {
    const answer = await app.inject(request)
    if (answer.statusCode >= 300) throw new Error(`${request.method} ${request.url} answered ${answer.statusCode}: ${answer.body}`)
    return seen
  } finally {
    pg.Client.prototype.query = query
  }
}

const isId = (value: unknown): boolean => typeof value === 'string' && /^([0-9a-f]{8}-[0-9a-f-]{27}|bench-.+)$/.test(value)

/**
 * Makes a request a few times and gives its statements, so that a bare route can run the same SQL. Ids that differ from one time
 * to the next are marked as fresh.
 */
export async function record(app: FastifyInstance, request: () => InjectOptions): Promise<Statement[]> {
  await statementsOf(app, request())
  const before = await statementsOf(app, request())
  const after = await statementsOf(app, request())
  if (before.length !== after.length) throw new Error('the request does not always run the same statements')
  const fresh = new Map<unknown, Fresh>()
  return after.map(({ text, values }, i) => ({
    text,
    values: values.map((value, j) => {
      if (!isId(value) || value === before[i]?.values[j]) return value
      if (!fresh.has(value)) fresh.set(value, { fresh: fresh.size })
      return fresh.get(value)
    }),
  }))
}
