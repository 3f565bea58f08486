import { quizSize } from '../../../contract/learning'
import { decodeCursor, encodeCursor, pageOf } from '../../shared/cursor'
import { findQuiz, findQuizzes } from './queries-quiz'
import { answer, quizOf, resultOf } from './quiz'
import { noSuchQuiz } from './refusals'
import type { LearningHandlers } from './routes'

type QuizCalls = Extract<keyof LearningHandlers, `${string} /quiz${string}`>

/** Five questions a day, and those of the days before. */
export function quizHandlers(): Pick<LearningHandlers, QuizCalls> {
  return {
    'GET /quiz': ({ db, person, now }) => quizOf(db, person, now),
    'POST /quiz/answers': ({ person, body, now, write }) => write((tx) => answer(tx, person, body, now)),
    'GET /quiz/history': async ({ db, person, query }) => {
      const { limit = 20 } = query
      const rows = await findQuizzes(db, person.personId, decodeCursor(query.cursor, 'day')?.[0], limit)
      const { items, nextCursor } = pageOf(rows, limit, ({ day }) => encodeCursor(day))
      return { items: items.map(({ day, right, passed, points }) => ({ day, right, total: quizSize, passed, points })), nextCursor }
    },
    'GET /quiz/history/:day': async ({ db, person, params }) => {
      const quiz = await findQuiz(db, person.personId, params.day)
      if (!quiz) throw noSuchQuiz()
      return resultOf(db, quiz)
    },
  }
}
