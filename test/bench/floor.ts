import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import etag from '@fastify/etag'
import fastify from 'fastify'
import pg from 'pg'
import { eachText, type Statement } from './record'

// The floor of an endpoint: a bare Fastify route with the same SQL straight on the driver, as its documentation shows. Its own process.
const { databaseUrl, routes } = JSON.parse(readFileSync(process.argv[2] as string, 'utf8')) as {
  databaseUrl: string
  routes: { name: string; statements: Statement[]; given?: Record<string, string>[] }[]
}
const pool = new pg.Pool({ connectionString: databaseUrl, max: 10 })
const app = fastify()

/** The parameters with what is given for each mark, or a new id. */
function filled(values: readonly unknown[], ids: Record<string, string>): unknown[] {
  const fill = (text: string) =>
    text.replace(/\{\{(\w+)\}\}/g, (_, mark: string) => {
      ids[mark] ??= randomUUID()
      return ids[mark]
    })
  return values.map((value) => eachText(value, fill))
}

const readAll = async (statements: readonly Statement[]) =>
  (await Promise.all(statements.map(({ text, values }) => pool.query(text, [...values])))).map(({ rows }) => rows)

for (const { name, statements, given } of routes) {
  let count = 0
  app.post(`/${name}`, async () => {
    const own = given?.[count++]
    if (given && !own) throw new Error('everybody has been here')
    const ids = { ...own }
    if (statements.length === 1) {
      const [only] = statements as [Statement]
      return (await pool.query(only.text, filled(only.values, ids))).rows
    }
    const client = await pool.connect()
    try {
      let rows: unknown[] = []
      for (const { text, values } of statements) {
        const result = values.length > 0 ? await client.query(text, filled(values, ids)) : await client.query(text)
        if (result.rows?.length) rows = result.rows
      }
      return rows
    } finally {
      client.release()
    }
  })
  app.get(`/${name}`, () => readAll(statements))
}
// What a phone knows already: by Fastify's own plugin for it, and without reading anything.
app.register(async (scope) => {
  await scope.register(etag)
  for (const { name, statements } of routes) scope.get(`/${name}-known`, () => readAll(statements))
})
app.get('/known', async (request, reply) => {
  reply.header('etag', '"known"')
  return request.headers['if-none-match'] === '"known"' ? reply.code(304).send() : { known: true }
})
console.log(await app.listen({ port: 0, host: '127.0.0.1' }))
