import type { AllCalls } from '../../contract'
import type { ReplyOf } from '../../contract/call'
import { importDivisions } from '../../server/commands/divisions-import'
import type { Database } from '../../server/database/connect'
import { fillAreas } from '../helpers/figure-files'
import { cityBoard, fillBoard } from './board-rows'
import { startFilled } from './filled'
import { p95Ratio } from './load'
import { signIn } from './story'
import type { Row } from './table'

/** As many as Shanghai has. */
const city = 6509
const months = 36

type Answer = ReplyOf<AllCalls['GET /boards/:code/units/:unitCode']> & ReplyOf<AllCalls['GET /boards/mine']>
type Filled = Awaited<ReturnType<typeof startFilled<string[]>>>

/** p95 of one's own place with the areas of the whole city against the 58 of the demo, 36 months of each, in two databases of one PostgreSQL. */
export async function measureBoardsGrowth(fewUrl: string, manyUrl: string): Promise<Row[]> {
  const few = await startFilled(fewUrl, (database) => fill(database, 0))
  const many = await startFilled(manyUrl, (database) => fill(database, city))
  try {
    const units = (codes: readonly string[]) => () =>
      `/api/v1/boards/${cityBoard}/units/${codes[Math.floor(Math.random() * codes.length)]}?town=310112008`
    return [
      await compare(
        'a unit on a board',
        few,
        many,
        ({ made }) => units(made),
        ({ line }) => line.length,
      ),
      await compare(
        'my places on all boards',
        few,
        many,
        () => () => '/api/v1/boards/mine',
        ({ mine }) => mine.length,
      ),
    ]
  } finally {
    await few.stop()
    await many.stop()
  }
}

/** The codes of all areas: those of the file BENCH_DIVISIONS names (code,name,level,parent_code), else made-up ones. */
async function fill({ db }: Database, count: number): Promise<string[]> {
  const codes = async () => (await db.selectFrom('areas').select('code').orderBy('code').execute()).map(({ code }) => code)
  const file = process.env.BENCH_DIVISIONS
  if (count > 0 && file) await importDivisions(db, file)
  const there = (await codes()).length
  if (count > there) await fillAreas(db, count - there)
  await fillBoard(db, months, new Date())
  return codes()
}

async function compare(
  name: string,
  few: Filled,
  many: Filled,
  pathOf: (filled: Filled) => () => string,
  shown: (answer: Answer) => number,
): Promise<Row> {
  const target = async (filled: Filled) => {
    const [headers, path] = [await signIn(filled.address, 'resident'), pathOf(filled)]
    const answer = (await (await fetch(filled.address + path(), { headers })).json()) as Answer
    return { url: filled.address, headers, path, count: shown(answer) }
  }
  const [less, more] = [await target(few), await target(many)]
  if (!less.count || less.count !== more.count) throw new Error(`${name}: ${more.count} and ${less.count} cannot be compared`)
  const { ratio, ...p95 } = await p95Ratio(more, less)
  const note = `${p95.more.toFixed(2)} / ${p95.less.toFixed(2)} ms`
  return {
    what: `p95 of ${name}, ${many.made.length} / ${few.made.length} areas in ${months} months`,
    figure: ratio,
    target: '<= 2.00',
    met: ratio <= 2,
    note,
  }
}
