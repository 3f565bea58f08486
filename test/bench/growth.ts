import { sql } from 'kysely'
import type { Persona } from '../../contract/account'
import type { Database, Db } from '../../server/database/connect'
import { startFilled } from './filled'
import { p95Ratio } from './load'
import { fillReports } from './rows'
import { signIn } from './story'
import type { Row } from './table'

const lists: readonly { name: string; persona: Persona; query: string }[] = [
  { name: 'mine', persona: 'resident', query: 'scope=mine' },
  { name: 'near my area', persona: 'neighbour', query: 'scope=near' },
  { name: 'near a place', persona: 'neighbour', query: 'scope=near&near=121.3072,31.1859' },
  { name: 'worklist of a grid', persona: 'grid_worker', query: 'scope=worklist' },
  { name: 'worklist of a property company', persona: 'property', query: 'scope=worklist' },
  { name: 'worklist of the town', persona: 'admin', query: 'scope=worklist' },
]

/** p95 of the lists with 1,000,000 reports against 10,000, in two databases of one PostgreSQL, measured in turn. */
export async function measureGrowth(fewUrl: string, manyUrl: string): Promise<Row[]> {
  const few = await startFilled(fewUrl, fillWith(10_000))
  const many = await startFilled(manyUrl, fillWith(1_000_000))
  try {
    const rows: Row[] = []
    for (const list of lists) rows.push(await compare(list, few.address, many.address))
    return rows
  } finally {
    await few.stop()
    await many.stop()
  }
}

const fillWith =
  (count: number) =>
  async ({ db }: Database): Promise<void> => {
    await fillReports(db, count)
    await giveSome(db)
  }

/** The resident has reported a hundred of them, whatever the town's number is. */
async function giveSome(db: Db): Promise<void> {
  await sql`
    update reports set reporter_id = (select id from persons where demo_persona = 'resident')
    where id in (select id from reports where town_code = (select town_code from persons where demo_persona = 'resident') limit 100)`.execute(
    db,
  )
}

async function compare({ name, persona, query }: (typeof lists)[number], few: string, many: string): Promise<Row> {
  const target = async (address: string) => ({ url: `${address}/api/v1/reports?${query}`, headers: await signIn(address, persona) })
  const shown = async ({ url, headers }: Awaited<ReturnType<typeof target>>) =>
    ((await (await fetch(url, { headers })).json()) as { items: unknown[] }).items.length
  const [less, more] = [await target(few), await target(many)]
  // Where a few reports do not fill a page, as many are asked for of the many: the way to them is compared, not the length of the page.
  const items = await shown(less)
  more.url += `&limit=${items}`
  if (items === 0 || (await shown(more)) !== items) throw new Error(`${name}: nothing to compare`)
  const { ratio, ...p95 } = await p95Ratio(more, less)
  const note = `${p95.more.toFixed(2)} / ${p95.less.toFixed(2)} ms, ${items} shown`
  return { what: `p95 of ${name}, 1,000,000 / 10,000 reports`, figure: ratio, target: '<= 2.00', met: ratio <= 2, note }
}
