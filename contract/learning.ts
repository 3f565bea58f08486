import Type, { type Static } from 'typebox'
import { defineCalls, Id, IdParams, Moment, Nothing, nullable, oneOf, Page, PageQuery } from './call'

/** The four histories first (四史), then what else one learns. */
export const learningThemes = ['party_history', 'new_china', 'reform', 'socialism', 'theory', 'local', 'other'] as const
export type LearningTheme = (typeof learningThemes)[number]
export const learningKinds = ['article', 'video'] as const
export type LearningKind = (typeof learningKinds)[number]
/** Questions of a day. */
export const quizSize = 5

/** A day of the Shanghai calendar, YYYY-MM-DD. */
const Day = Type.String({ format: 'date', pattern: '^20' })
const Words = (most: number) => Type.String({ minLength: 1, maxLength: most, pattern: '\\S' })
const QuestionId = Type.String({ minLength: 1, maxLength: 32, pattern: '^[A-Za-z0-9_-]+$' })

const ItemBody = Type.Object(
  {
    title: Words(60),
    kind: oneOf(learningKinds),
    theme: oneOf(learningThemes),
    url: Type.String({ maxLength: 500, pattern: '^https://[^\\s/]+\\.[^\\s/]+(/\\S*)?$' }),
    /** Who made it. */
    source: nullable(Words(40)),
  },
  { additionalProperties: false },
)

/** An article or a video elsewhere. */
export const LearningItem = Type.Object({
  id: Id,
  townCode: Type.String(),
  title: Type.String(),
  kind: oneOf(learningKinds),
  theme: oneOf(learningThemes),
  url: Type.String(),
  source: nullable(Type.String()),
  addedAt: Moment,
})
export type LearningItem = Static<typeof LearningItem>

/** A question before it is answered: nothing of it tells which option is right. */
export const QuizQuestion = Type.Object({
  id: QuestionId,
  theme: oneOf(learningThemes),
  text: Type.String(),
  options: Type.Array(Type.String()),
})
export type QuizQuestion = Static<typeof QuizQuestion>

export const JudgedQuestion = Type.Object({
  ...QuizQuestion.properties,
  /** Places in `options`, from 0. */
  chosen: Type.Integer(),
  answer: Type.Integer(),
  explanation: Type.String(),
})
export type JudgedQuestion = Static<typeof JudgedQuestion>

export const QuizSummary = Type.Object({
  day: Day,
  right: Type.Integer(),
  total: Type.Integer(),
  passed: Type.Boolean(),
  points: Type.Integer(),
})
export type QuizSummary = Static<typeof QuizSummary>

export const QuizResult = Type.Object({ ...QuizSummary.properties, questions: Type.Array(JudgedQuestion) })
export type QuizResult = Static<typeof QuizResult>

export const Quiz = Type.Object({
  day: Day,
  /** So many right ones pass. */
  passMark: Type.Integer(),
  /** What passing brings. */
  points: Type.Integer(),
  /** Empty once the day’s quiz is answered: then there is the result. */
  questions: Type.Array(QuizQuestion),
  result: nullable(QuizResult),
})
export type Quiz = Static<typeof Quiz>

const editors = ['admin', 'board_editor'] as const

export const learningCalls = defineCalls({
  'GET /learning': {
    summary: 'Articles and videos by link, newest first',
    who: 'anyone',
    query: Type.Object({
      town: Type.Optional(Type.String({ pattern: '^\\d{9}$' })),
      theme: Type.Optional(oneOf(learningThemes)),
      ...PageQuery,
    }),
    reply: Page(LearningItem),
    etag: true,
  },
  'POST /learning': {
    summary: 'Add a link to the list of the editor’s town',
    who: editors,
    body: ItemBody,
    reply: LearningItem,
    status: 201,
    idempotent: true,
  },
  'PATCH /learning/:id': {
    summary: 'Change a link; what is absent stays',
    who: editors,
    params: IdParams,
    body: Type.Partial(ItemBody, { additionalProperties: false }),
    reply: LearningItem,
  },
  'DELETE /learning/:id': {
    summary: 'Take a link away',
    who: editors,
    params: IdParams,
    reply: Nothing,
    status: 204,
  },
  'GET /quiz': {
    summary: 'Today’s five questions for me; once they are answered, the result',
    who: 'signed-in',
    reply: Quiz,
  },
  'POST /quiz/answers': {
    summary: 'Answer today’s quiz, once; judged here, with an explanation for each question',
    who: 'signed-in',
    body: Type.Object(
      {
        day: Day,
        answers: Type.Array(
          Type.Object({ questionId: QuestionId, option: Type.Integer({ minimum: 0, maximum: 9 }) }, { additionalProperties: false }),
          { minItems: quizSize, maxItems: quizSize },
        ),
      },
      { additionalProperties: false },
    ),
    reply: QuizResult,
    status: 201,
    idempotent: true,
    perMinute: 20,
  },
  'GET /quiz/history': {
    summary: 'My quizzes, newest first',
    who: 'signed-in',
    query: Type.Object(PageQuery),
    reply: Page(QuizSummary),
  },
  'GET /quiz/history/:day': {
    summary: 'A quiz of mine with its explanations',
    who: 'signed-in',
    params: Type.Object({ day: Day }),
    reply: QuizResult,
  },
})
