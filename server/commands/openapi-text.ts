import { buildApp } from '../app'
import { migrate } from '../database/migrate'
import { openPglite } from '../database/pglite'
import { readSettings } from '../settings'

/** The OpenAPI document that the API serves, as docs/openapi.json keeps it. */
export async function openapiText(): Promise<string> {
  const database = await openPglite()
  try {
    await migrate(database.db)
    const app = await buildApp({
      database,
      settings: readSettings({ SECRET_KEY: 'only-to-print-the-document-0123456789', LOG_LEVEL: 'silent' }),
    })
    await app.ready()
    const text = `${JSON.stringify(app.swagger(), null, 2)}\n`
    await app.close()
    return text
  } finally {
    await database.close()
  }
}
