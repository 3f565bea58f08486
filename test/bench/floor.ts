import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import fastify from 'fastify'
import pg from 'pg'
import type { Fresh, Statement } from './record'

// The floor of an endpoint: a bare Fastify route with the same SQL straight on the driver, as its documentation shows. Its own process.
const { databaseUrl, routes } = JSON.parse(readFileSync(process.argv[2] as string, 'utf8')) as {
  databaseUrl: string
  routes: { name: string; statements: Statement[] }[]
}
const pool = new pg.Pool({ connectionString: databaseUrl, max: 10 })
const app = fastify()

function filled(values: readonly unknown[], ids: Map<number, string>): unknown[] {
  return values.map((value) => {
    const { fresh } = (value ?? {}) as Partial<Fresh>
    if (fresh === undefined) return value
    if (!ids.has(fresh)) ids.set(fresh, randomUUID())
    return ids.get(fresh)
  })
}

for (const { name, statements } of routes) {
  app.post(`/${name}`, async () => {
    const ids = new Map<number, string>()
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
  app.get(`/${name}`, async () =>
    (await Promise.all(statements.map(({ text, values }) => pool.query(text, [...values])))).map(({ rows }) => rows),
  )
}
console.log(await app.listen({ port: 0, host: '127.0.0.1' }))
