import type { Db } from './database/connect'

/** What `npm start` prints: where to open the app, and who can sign in. */
export async function welcome(db: Db, address: string): Promise<string> {
  const people = await db
    .selectFrom('persons')
    .select(['nickname', 'demo_persona'])
    .where('demo_persona', 'is not', null)
    .orderBy('created_at')
    .execute()
  const lines = people.map((person) => `  ${person.nickname}  (${person.demo_persona})`)
  return [`\n家门口这点事 is running: ${address}`, 'Open it in a browser and sign in with one tap as:', ...lines, ''].join('\n')
}
