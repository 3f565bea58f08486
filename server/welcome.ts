import { personas } from '../contract/account'
import type { Db } from './database/connect'
import { demoDuties } from './shared/demo-duties'

/** What `npm start` prints: where to open the app, and who can sign in. */
export async function welcome(db: Db, address: string): Promise<string> {
  const people = await db.selectFrom('persons').select(['nickname', 'demo_persona']).where('demo_persona', 'is not', null).execute()
  const nicknames = new Map(people.map((person) => [person.demo_persona, person.nickname]))
  const there = personas.filter((persona) => nicknames.has(persona))
  const lines = there.map((persona) => `  ${persona.padEnd(15)}${nicknames.get(persona)}  ${demoDuties[persona]}`)
  return [`\n家门口这点事 is running: ${address}`, 'Open it in a browser and sign in with one tap as:', ...lines, ''].join('\n')
}
