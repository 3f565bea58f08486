import type { FastifyInstance, InjectOptions } from 'fastify'
import pg from 'pg'

/** One statement as the driver got it. `{{mark}}` in a parameter stands for an id that is another in each request, the same one wherever the mark is. */
export interface Statement {
  readonly text: string
  readonly values: readonly unknown[]
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

const ids = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

const idsOf = (statements: readonly Statement[]): Set<string> =>
  new Set(JSON.stringify(statements.map(({ values }) => values)).match(ids) ?? [])

/**
 * Makes a request a few times and gives its statements, so that a bare route can run the same SQL. Texts that are `named` get that mark;
 * other ids that differ from one time to the next are marked as fresh.
 */
export async function record(
  app: FastifyInstance,
  request: () => InjectOptions,
  named: Readonly<Record<string, string>> = {},
): Promise<Statement[]> {
  await statementsOf(app, request())
  const before = idsOf(await statementsOf(app, request()))
  const after = await statementsOf(app, request())
  const fresh = [...idsOf(after)].filter((id) => !before.has(id))
  const markOf = (id: string) => named[id] ?? (fresh.includes(id) ? fresh.indexOf(id) : undefined)
  const marked = (id: string) => (markOf(id) === undefined ? id : `{{${markOf(id)}}}`)
  const mark = (text: string) => (named[text] ? marked(text) : text.replace(ids, marked))
  return after.map(({ text, values }) => ({ text, values: values.map((value) => eachText(value, mark)) }))
}

/** The value with every text in it, however deep, changed. */
export function eachText(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value)
  return Array.isArray(value) ? value.map((item) => eachText(item, change)) : value
}
