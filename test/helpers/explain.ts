import type { KyselyPlugin, QueryResult, RootOperationNode, UnknownRow } from 'kysely'
import type { Db } from '../../server/database/connect'

/** One step of a plan as PostgreSQL tells it. */
export interface PlanStep {
  readonly 'Node Type': string
  readonly 'Relation Name'?: string
  readonly 'Index Name'?: string
  readonly 'Actual Rows': number
  readonly 'Actual Loops': number
  readonly 'Rows Removed by Filter'?: number
  readonly Plans?: readonly PlanStep[]
}

const flat = (step: PlanStep): PlanStep[] => [step, ...(step.Plans ?? []).flatMap(flat)]

class Explainer implements KyselyPlugin {
  readonly steps: PlanStep[] = []

  transformQuery({ node }: { node: RootOperationNode }): RootOperationNode {
    if (node.kind !== 'RawNode') return node
    const [first = '', ...rest] = node.sqlFragments
    return { ...node, sqlFragments: [`explain (analyze, format json) ${first}`, ...rest] }
  }

  async transformResult({ result }: { result: QueryResult<UnknownRow> }): Promise<QueryResult<UnknownRow>> {
    const told = result.rows[0]?.['QUERY PLAN']
    const [{ Plan }] = (typeof told === 'string' ? JSON.parse(told) : told) as [{ Plan: PlanStep }]
    this.steps.push(...flat(Plan))
    return { ...result, rows: [] }
  }
}

/** The steps of the plans of the queries that `ask` makes; they are run, but their rows are not given. */
export async function explain(db: Db, ask: (db: Db) => Promise<unknown>): Promise<PlanStep[]> {
  const explainer = new Explainer()
  await ask(db.withPlugin(explainer))
  return explainer.steps
}
