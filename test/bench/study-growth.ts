import { sql } from 'kysely'
import type { AllCalls } from '../../contract'
import type { ReplyOf } from '../../contract/call'
import type { Database } from '../../server/database/connect'
import type { Settings } from '../../server/settings'
import { shanghaiDay } from '../../server/shared/shanghai'
import { dayAfter } from '../../server/shared/times'
import { aiboBranch } from '../helpers/branch'
import { corner } from '../helpers/study'
import { startFilled } from './filled'
import { type Guest, signedIn, someone } from './guests'
import { p95Ratio } from './load'
import { signIn } from './story'
import { fillStudy } from './study-rows'
import type { Row } from './table'

/** Check-ins of everybody in a year. */
const each = 50
/** So many of them read their path and look at the site, so many are the branch. */
const readers = 500
const members = 50

interface Reads {
  readonly name: string
  readonly path: string
  /** The secretary; otherwise one of those who studied, by chance. */
  readonly bySecretary?: true
  /** What must be the same for few and many, or other things than the way to them would be compared. */
  readonly shown: (answer: Answer) => number
}
type Answer = ReplyOf<AllCalls['GET /study/path']> & ReplyOf<AllCalls['GET /branch/months']> & ReplyOf<AllCalls['GET /sites/:id']>

const lastMonth = dayAfter(`${shanghaiDay(new Date()).slice(0, 7)}-01`, -1).slice(0, 7)
const reads: readonly Reads[] = [
  { name: 'my path', path: '/study/path', shown: ({ checkIns }) => checkIns },
  {
    ...{ name: 'month of a branch', path: `/branch/months?month=${lastMonth}`, bySecretary: true },
    shown: ({ totals }) => totals.checkIns,
  },
  { name: 'a site with its count', path: `/sites/${corner.id}`, shown: ({ checkIns }) => Math.sign(checkIns) },
]

/** p95 with 5,000,000 check-ins of 100,000 people against 50,000 of 1,000, in two databases of one PostgreSQL, measured in turn. */
export async function measureStudyGrowth(fewUrl: string, manyUrl: string): Promise<Row[]> {
  const few = await startFilled(fewUrl, fillWith(1000))
  const many = await startFilled(manyUrl, fillWith(100_000))
  try {
    const rows: Row[] = []
    for (const one of reads) rows.push(await compare(one, few, many))
    return rows
  } finally {
    await few.stop()
    await many.stop()
  }
}

/** Puts so many people with their check-ins there, and gives those who read. */
const fillWith =
  (people: number) =>
  async (database: Database, settings: Settings): Promise<Guest[]> => {
    const { db } = database
    await fillStudy(db, people, each, new Date())
    const { rows } = await sql<{ id: string }>`
      select id from persons where nickname like '学员%' order by substr(nickname, 3)::int limit ${readers}`.execute(db)
    await sql`
      insert into grants (town_code, id, person_id, role, scope_code, scope_name, granted_at)
      select town_code, gen_random_uuid(), id, 'party_member', ${aiboBranch}, '爱博四村党支部', now() from persons
      where town_code = '310112008' and nickname like '学员%' order by substr(nickname, 3)::int limit ${members}`.execute(db)
    const ids = rows.map(({ id }) => id)
    return signedIn(settings, database, ids)
  }

type Filled = Awaited<ReturnType<typeof startFilled<Guest[]>>>

async function compare({ name, path, bySecretary, shown }: Reads, few: Filled, many: Filled): Promise<Row> {
  const target = async ({ address, made }: Filled) => {
    const secretary = bySecretary && (await signIn(address, 'secretary'))
    const headersOf = (guest: Guest | undefined) => ({ ...(secretary ?? guest?.headers) })
    const url = `${address}/api/v1${path}`
    const answer = (await (await fetch(url, { headers: headersOf(made[0]) })).json()) as Answer
    return { url, freshHeaders: () => headersOf(someone(made)), count: shown(answer) }
  }
  const [less, more] = [await target(few), await target(many)]
  if (!less.count || less.count !== more.count) throw new Error(`${name}: ${more.count} and ${less.count} cannot be compared`)
  const { ratio, ...p95 } = await p95Ratio(more, less)
  const note = `${p95.more.toFixed(2)} / ${p95.less.toFixed(2)} ms`
  return { what: `p95 of ${name}, 5,000,000 / 50,000 check-ins`, figure: ratio, target: '<= 2.00', met: ratio <= 2, note }
}
