import { later } from '../../shared/shanghai'
import type { Db } from '../connect'
import { learningItems } from './learning-facts'
import { questions } from './quiz-facts'
import { towns } from './towns'

const idOf = (town: number, at: number) => `0199f000-0009-7000-8000-${String(town * 1000 + at + 1).padStart(12, '0')}`

/** Points for a quiz that was passed, and how many a day at most. Invented, as the other rules of the demo are. */
const quizRule = { kind: 'quiz', points: 3, unit: 1, per_day: 3 }

/** Puts links, questions and what a quiz is worth into a seeded demo town; does nothing where questions are already. */
export async function seedLearning(tx: Db, now: Date): Promise<void> {
  if (await tx.selectFrom('learning_questions').select('code').limit(1).executeTakeFirst()) return
  await tx
    .insertInto('learning_items')
    .values(
      towns.flatMap(({ code }, town) => learningItems.map((item, at) => itemRow(code, idOf(town, at), item, later(now, -at * 60_000)))),
    )
    .execute()
  await tx
    .insertInto('learning_questions')
    .values(
      towns.flatMap(({ code: town_code }) =>
        questions.map(({ options, ...question }) => ({ town_code, options: [...options], ...question })),
      ),
    )
    .execute()
  await tx
    .insertInto('study_point_rules')
    .values(towns.map(({ code }) => ({ town_code: code, ...quizRule })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

const itemRow = (town_code: string, id: string, [title, kind, theme, url, source]: (typeof learningItems)[number], added_at: string) => ({
  ...{ town_code, id, title, kind, theme, url, source, added_at },
})
