import { sql } from 'kysely'
import type { LearningTheme } from '../../../contract/learning'
import type { Db } from '../../database/connect'
import { startOfDay } from '../../shared/shanghai'
import { pointLines } from '../../shared/study-ledger'

/** Codes of the questions that the town asks. */
export async function findBank(db: Db, townCode: string): Promise<string[]> {
  const { rows } = await sql<{ code: string }>`
    select code from learning_questions where town_code = ${townCode} and not retired`.execute(db)
  return rows.map(({ code }) => code)
}

export interface QuestionRow {
  readonly id: string
  readonly theme: LearningTheme
  readonly text: string
  readonly options: string[]
  readonly answer: number
  readonly explanation: string
}

/** The questions, in the order of their codes here. */
export async function findQuestions(db: Db, townCode: string, codes: readonly string[]): Promise<QuestionRow[]> {
  const { rows } = await sql<QuestionRow>`
    select q.code as id, q.theme, q.text, q.options, q.answer, q.explanation
    from unnest(${[...codes]}::text[]) with ordinality as asked (code, place)
    join learning_questions q on q.town_code = ${townCode} and q.code = asked.code order by asked.place`.execute(db)
  return rows
}

export interface Worth {
  /** What passing brings, and how much of it the day has at most. */
  readonly points: number
  readonly perDay: number | null
  /** What the person has of the day. */
  readonly ofDay: number
}

/** What a quiz of the day is worth to the person; nothing where the town has no rule for it. */
export async function findWorth(db: Db, townCode: string, personId: string, day: string): Promise<Worth> {
  const { rows } = await sql<Worth>`
    select r.points, r.per_day as "perDay", (select coalesce(sum(l.points), 0)::int from study_points l
      where l.person_id = ${personId}::uuid and l.day = ${day}::date and l.at >= ${startOfDay(day).toISOString()}::timestamptz
        and l.kind = 'quiz') as "ofDay"
    from study_point_rules r where r.town_code = ${townCode} and r.kind = 'quiz'`.execute(db)
  return rows[0] ?? { points: 0, perDay: null, ofDay: 0 }
}

export interface QuizRow {
  readonly townCode: string
  readonly id: string
  readonly personId: string
  readonly day: string
  readonly questionCodes: readonly string[]
  readonly chosen: readonly number[]
  readonly right: number
  readonly passed: boolean
  readonly points: number
}

const quizColumns = sql`
  z.town_code as "townCode", z.id, z.person_id as "personId", z.day, z.question_codes as "questionCodes", z.chosen, z.right_count as right,
  z.passed, (select coalesce(sum(l.points), 0)::int from study_points l where l.town_code = z.town_code and l.quiz_id = z.id) as points`

/** The person's quiz of a day. */
export async function findQuiz(db: Db, personId: string, day: string): Promise<QuizRow | undefined> {
  const { rows } = await sql<QuizRow>`
    select ${quizColumns} from learning_quizzes z where z.person_id = ${personId}::uuid and z.day = ${day}::date`.execute(db)
  return rows[0]
}

/** The person's quizzes before a day, the newest first; one more than `limit`. */
export async function findQuizzes(db: Db, personId: string, before: string | undefined, limit: number): Promise<QuizRow[]> {
  const { rows } = await sql<QuizRow>`
    select ${quizColumns} from learning_quizzes z where z.person_id = ${personId}::uuid ${before ? sql`and z.day < ${before}::date` : sql``}
    order by z.day desc limit ${limit + 1}`.execute(db)
  return rows
}

/** Writes the quiz. False when the person has one of the day. */
export async function insertQuiz(tx: Db, quiz: Omit<QuizRow, 'points'>, now: Date): Promise<boolean> {
  const { townCode, id, personId, day, questionCodes, chosen, right, passed } = quiz
  const added = await tx
    .insertInto('learning_quizzes')
    .values({
      ...{ town_code: townCode, id, person_id: personId, day, at: now.toISOString(), passed },
      ...{ question_codes: [...questionCodes], chosen: [...chosen], right_count: right },
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return added !== undefined
}

/** Writes into the ledger what a quiz brings. */
export async function insertPoints(
  tx: Db,
  { townCode, id, personId, day }: QuizRow,
  points: number,
  why: string,
  now: Date,
): Promise<void> {
  const source = { townCode, personId, day, checkInId: null, quizId: id }
  await pointLines(source, [{ kind: 'quiz', points, why, routeId: null }], now).execute(tx)
}
