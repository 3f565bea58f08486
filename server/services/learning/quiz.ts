import type { BodyOf } from '../../../contract/call'
import { type learningCalls, type Quiz, type QuizResult, quizSize } from '../../../contract/learning'
import type { Db } from '../../database/connect'
import type { Identity } from '../../plugins/auth'
import { holdPerson } from '../../shared/hold-person'
import { newId } from '../../shared/id'
import { shanghaiDay } from '../../shared/shanghai'
import { withinDay } from '../../shared/study-ledger'
import { findBank, findQuestions, findQuiz, findWorth, insertPoints, insertQuiz, type QuestionRow, type QuizRow } from './queries-quiz'
import { noQuiz, noSuchOption, noTown, quizChanged, quizDone, quizOver } from './refusals'
import { draw, isPassed, outside, passMark } from './rules'

type Answered = BodyOf<(typeof learningCalls)['POST /quiz/answers']>

/** Today's questions for the person, or the result once they are answered. Throws a Refusal where there are none. */
export async function quizOf(db: Db, { personId, townCode }: Identity, now: Date): Promise<Quiz> {
  const day = shanghaiDay(now)
  const done = await findQuiz(db, personId, day)
  if (done) return { day, passMark, points: done.points, questions: [], result: await resultOf(db, done) }
  const questions = await questionsOf(db, personId, townCode, day)
  const worth = await findWorth(db, townCode as string, personId, day)
  return {
    ...{ day, passMark, points: withinDay(worth.points, worth.perDay, worth.ofDay), result: null },
    questions: questions.map(({ id, theme, text, options }) => ({ id, theme, text, options })),
  }
}

/** Judges the answers to today's questions and writes them down, with what passing brings. Once a day. */
export async function answer(tx: Db, { personId, townCode }: Identity, { day, answers }: Answered, now: Date): Promise<QuizResult> {
  if (day !== shanghaiDay(now)) throw quizOver()
  await holdPerson(tx, personId)
  if (await findQuiz(tx, personId, day)) throw quizDone()
  const questions = await questionsOf(tx, personId, townCode, day)
  const chosen = chosenOf(questions, answers)
  const right = questions.filter((question, at) => question.answer === chosen[at]).length
  const quiz = {
    ...{ townCode: townCode as string, id: newId(), personId, day, chosen, right, passed: isPassed(right) },
    questionCodes: questions.map(({ id }) => id),
  }
  if (!(await insertQuiz(tx, quiz, now))) throw quizDone()
  return judged({ ...quiz, points: await reward(tx, quiz, now) }, questions)
}

/** What the person chose, in the order of the questions. Throws when other questions were answered, or there is no such option. */
function chosenOf(questions: readonly QuestionRow[], answers: Answered['answers']): number[] {
  const given = new Map(answers.map(({ questionId, option }) => [questionId, option]))
  if (!questions.every(({ id }) => given.has(id))) throw quizChanged()
  const chosen = questions.map(({ id }) => given.get(id) as number)
  const bad = outside(
    chosen,
    questions.map(({ options }) => options.length),
  )
  if (bad !== undefined) throw noSuchOption(answers.findIndex(({ questionId }) => questionId === questions[bad]?.id))
  return chosen
}

async function reward(tx: Db, quiz: Omit<QuizRow, 'points'>, now: Date): Promise<number> {
  if (!quiz.passed) return 0
  const worth = await findWorth(tx, quiz.townCode, quiz.personId, quiz.day)
  const points = withinDay(worth.points, worth.perDay, worth.ofDay)
  if (points > 0) await insertPoints(tx, { ...quiz, points }, points, `每日答题答对 ${quiz.right} 题`, now)
  return points
}

async function questionsOf(db: Db, personId: string, townCode: string | null, day: string): Promise<QuestionRow[]> {
  if (townCode === null) throw noTown()
  const bank = await findBank(db, townCode)
  if (bank.length < quizSize) throw noQuiz()
  return findQuestions(db, townCode, draw(bank, personId, day, quizSize))
}

export const resultOf = async (db: Db, quiz: QuizRow): Promise<QuizResult> =>
  judged(quiz, await findQuestions(db, quiz.townCode, quiz.questionCodes))

/** Only what is answered shows which option is right. */
const judged = ({ day, right, passed, points, chosen }: QuizRow, questions: readonly QuestionRow[]): QuizResult => ({
  ...{ day, right, total: quizSize, passed, points },
  questions: questions.map((question, at) => ({ ...question, chosen: chosen[at] as number })),
})
