import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { quizSize } from '../../contract/learning'
import { questions } from '../../server/database/demo/quiz-facts'
import { dayAfter } from '../../server/shared/times'
import { crowd } from '../helpers/crowd'
import { answerQuiz, answersTo } from '../helpers/quiz'
import { type Caller, TestTown } from '../helpers/server'
import { checkIn, disagreements, said, start } from '../helpers/study'

const hongqiao = '310112107'
let town: TestTown
let person: Caller
beforeAll(async () => {
  town = await TestTown.open(start)
})
afterAll(() => town.close())
beforeEach(async () => {
  town.at(start)
  ;[person] = await learners(1)
})

/** So many people who live in 虹桥镇. */
async function learners(count: number): Promise<[Caller, ...Caller[]]> {
  const people = await crowd(town, count)
  for (const { personId } of people) await town.db.updateTable('persons').set({ town_code: hongqiao }).where('id', '=', personId).execute()
  return people as [Caller, ...Caller[]]
}

describe('the questions', () => {
  test('when they are asked for, then five come, the same all day, and nothing tells which option is right', async () => {
    const quiz = await person.ok('GET /quiz')
    expect(quiz).toMatchObject({ day: '2026-11-20', passMark: 4, points: 3, result: null })
    expect(new Set(quiz.questions.map(({ id }) => id)).size).toBe(quizSize)
    for (const question of quiz.questions) expect(Object.keys(question).sort()).toEqual(['id', 'options', 'text', 'theme'])
    for (const { explanation } of questions) expect(JSON.stringify(quiz)).not.toContain(explanation)
    town.at('2026-11-20T23:59:59+08:00')
    expect(await person.ok('GET /quiz')).toEqual(quiz)
    town.at('2026-11-21T00:00:00+08:00')
    expect((await person.ok('GET /quiz')).questions).not.toEqual(quiz.questions)
  })

  test('when somebody has no town, or the town has too few questions, then it is said', async () => {
    const [nobody] = (await crowd(town, 1)) as [Caller]
    expect(said(await nobody.call('GET /quiz'))).toBe('409 quiz-no-town')
    const body = {
      day: '2026-11-20',
      answers: answersTo(
        questions.slice(0, 5).map(({ code }) => ({ id: code })),
        5,
      ),
    }
    expect(said(await nobody.call('POST /quiz/answers', { body }))).toBe('409 quiz-no-town')
    await town.db
      .updateTable('learning_questions')
      .set({ retired: true })
      .where('town_code', '=', hongqiao)
      .where('code', '>', 'DS-04')
      .execute()
    expect(said(await person.call('GET /quiz'))).toBe('404 quiz-none')
    await town.db.updateTable('learning_questions').set({ retired: false }).execute()
    expect(said(await town.guest.call('GET /quiz'))).toBe('401 session-missing')
  })
})

describe('the answers', () => {
  test('when five are right, then it is passed, each is explained, and the ledger has a line that is the total', async () => {
    const { questions: asked } = await person.ok('GET /quiz')
    const { status, body } = await answerQuiz(person)
    expect([status, body]).toMatchObject([201, { day: '2026-11-20', right: 5, total: 5, passed: true, points: 3 }])
    expect(body.questions.map(({ id }) => id)).toEqual(asked.map(({ id }) => id))
    for (const { id, chosen, answer, explanation } of body.questions)
      expect([chosen, explanation]).toEqual([answer, questions.find(({ code }) => code === id)?.explanation])
    expect(await person.ok('GET /study/points')).toMatchObject({
      total: 3,
      items: [{ kind: 'quiz', points: 3, why: '每日答题答对 5 题', day: '2026-11-20' }],
    })
    expect((await person.ok('GET /study/path')).points).toBe(3)
    expect(await person.ok('GET /quiz')).toEqual({ day: '2026-11-20', passMark: 4, points: 3, questions: [], result: body })
    expect(await person.ok('GET /quiz/history/:day', { params: { day: '2026-11-20' } })).toEqual(body)
  })

  test('when three are right, then it brings nothing, and the wrong ones are told too', async () => {
    const { body } = await answerQuiz(person, 3)
    expect(body).toMatchObject({ right: 3, passed: false, points: 0 })
    expect(body.questions.filter(({ chosen, answer }) => chosen !== answer)).toHaveLength(2)
    expect((await person.ok('GET /study/points')).total).toBe(0)
  })

  test('when it was answered, at once or before, then no second time; tomorrow again', async () => {
    const { day, questions: asked } = await person.ok('GET /quiz')
    const body = { day, answers: answersTo(asked, 4) }
    const answers = await Promise.all([1, 2, 3].map(() => person.call('POST /quiz/answers', { body })))
    expect(answers.map(said).sort()).toEqual(['201', '409 quiz-done', '409 quiz-done'])
    expect(said(await person.call('POST /quiz/answers', { body }))).toBe('409 quiz-done')
    town.at('2026-11-21T00:00:00+08:00')
    expect(said(await person.call('POST /quiz/answers', { body }))).toBe('409 quiz-over')
    expect(said(await answerQuiz(person))).toBe('201')
    expect((await person.ok('GET /study/points')).total).toBe(6)
  })

  test('when it is sent again with its key, then it is judged once', async () => {
    const { day, questions: asked } = await person.ok('GET /quiz')
    const body = { day, answers: answersTo(asked, 5) }
    const key = randomUUID()
    const one = await person.call('POST /quiz/answers', { body, key })
    const again = await person.call('POST /quiz/answers', { body, key })
    expect([again.status, again.body, again.headers['idempotency-replayed']]).toEqual([201, one.body, 'true'])
  })

  test('when they are to other questions, too few, twice the same, or name no option, then nothing is written', async () => {
    const { day, questions: asked } = await person.ok('GET /quiz')
    const good = answersTo(asked, 5)
    const strange = questions.find(({ code }) => !asked.some(({ id }) => id === code))?.code as string
    const tries = [
      [[...good.slice(0, 4), { questionId: strange, option: 0 }], '409 quiz-changed'],
      [[...good.slice(0, 4), good[0]], '409 quiz-changed'],
      [good.slice(0, 4), '400 input-invalid'],
      [good.map((one) => ({ ...one, option: 4 })), '422 quiz-option'],
      [good.map((one) => ({ ...one, option: -1 })), '400 input-invalid'],
    ] as const
    for (const [answers, must] of tries)
      expect([must, said(await person.call('POST /quiz/answers', { body: { day, answers: answers as typeof good } }))]).toEqual([
        must,
        must,
      ])
    for (const bad of ['2026-02-30', '1999-01-01', 'today'])
      expect(said(await person.call('POST /quiz/answers', { body: { day: bad, answers: good } }))).toBe('400 input-invalid')
    expect((await person.ok('GET /quiz/history')).items).toEqual([])
    expect(said(await answerQuiz(person))).toBe('201')
  })

  test('when a question of today is retired meanwhile, then it is said that they changed; the history keeps it', async () => {
    const { day, questions: asked } = await person.ok('GET /quiz')
    const first = asked[0]?.id as string
    const retire = (retired: boolean) =>
      town.db.updateTable('learning_questions').set({ retired }).where('code', '=', first).where('town_code', '=', hongqiao).execute()
    await retire(true)
    expect(said(await person.call('POST /quiz/answers', { body: { day, answers: answersTo(asked, 5) } }))).toBe('409 quiz-changed')
    await retire(false)
    const { body } = await person.call('POST /quiz/answers', { body: { day, answers: answersTo(asked, 5) } })
    await retire(true)
    expect((await person.ok('GET /quiz')).result).toEqual(body)
    await retire(false)
  })
})

test('when the history is turned page by page, then each day comes once, the newest first; others’ days are not there', async () => {
  const days = [0, 1, 2, 3].map((count) => dayAfter('2026-12-01', count))
  for (const [at, day] of days.entries()) {
    town.at(`${day}T08:00:00+08:00`)
    await answerQuiz(person, at + 2)
  }
  const seen = []
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = await person.ok('GET /quiz/history', { query: { limit: 3, ...(cursor ? { cursor } : {}) } })
    seen.push(...page.items)
    cursor = page.nextCursor
  }
  expect(seen.map(({ day }) => day)).toEqual([...days].reverse())
  expect(seen.map(({ right, passed, points }) => [right, passed, points])).toEqual([
    [5, true, 3],
    [4, true, 3],
    [3, false, 0],
    [2, false, 0],
  ])
  const [other] = await learners(1)
  expect(said(await other.call('GET /quiz/history/:day', { params: { day: '2026-12-01' } }))).toBe('404 quiz-unknown')
})

test('when the town has no rule for quizzes, then passing brings nothing; when the cap is lower than the worth, then the cap', async () => {
  const rule = (changes: { points: number; per_day: number | null }) =>
    town.db.updateTable('study_point_rules').set(changes).where('town_code', '=', hongqiao).where('kind', '=', 'quiz').execute()
  await rule({ points: 9, per_day: 2 })
  expect((await answerQuiz(person)).body.points).toBe(2)
  const [other] = await learners(1)
  await town.db.deleteFrom('study_point_rules').where('town_code', '=', hongqiao).where('kind', '=', 'quiz').execute()
  expect((await answerQuiz(other)).body).toMatchObject({ passed: true, points: 0 })
  expect((await other.ok('GET /study/points')).items).toEqual([])
  await town.db.insertInto('study_point_rules').values({ town_code: hongqiao, kind: 'quiz', points: 3, unit: 1, per_day: 3 }).execute()
})

test('when anybody checks in and answers on any days, then the total shown is the sum of the lines, always, and no cap is passed', async () => {
  let day = '2027-03-01'
  const step = fc.record({
    who: fc.nat(1),
    does: fc.constantFrom('check in' as const, 'quiz' as const, 'both at once' as const),
    right: fc.integer({ min: 0, max: quizSize }),
    nextDay: fc.boolean(),
  })
  const answered = async (one: Caller, right: number) => {
    const { day: today, questions: asked } = await one.ok('GET /quiz')
    if (asked.length === 0) return 409
    return (await one.call('POST /quiz/answers', { body: { day: today, answers: answersTo(asked, right) } })).status
  }
  const checked = async (one: Caller) => {
    await checkIn(town, one, { minutes: 30, thought: '今天又学到一点东西。' }).catch(() => undefined)
    return 200
  }
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
      const people = await learners(2)
      for (const { who, does, right, nextDay } of steps) {
        if (nextDay) day = dayAfter(day, 1)
        town.at(`${day}T12:00:00+08:00`)
        const one = people[who] as Caller
        const statuses = await Promise.all([
          ...(does === 'quiz' ? [] : [checked(one)]),
          ...(does === 'check in' ? [] : [answered(one, right), answered(one, right)]),
        ])
        expect(statuses.filter((status) => ![200, 201, 409].includes(status))).toEqual([])
      }
      for (const one of people) {
        const { items, total } = await one.ok('GET /study/points', { query: { limit: 100 } })
        expect(items.reduce((sum, { points }) => sum + points, 0)).toBe(total)
        expect((await one.ok('GET /study/path')).points).toBe(total)
        const quizzes = (await one.ok('GET /quiz/history', { query: { limit: 100 } })).items
        const lines = items.filter(({ kind }) => kind === 'quiz')
        expect(lines.map(({ day, points }) => [day, points]).sort()).toEqual(
          quizzes
            .filter(({ points }) => points > 0)
            .map(({ day, points }) => [day, points])
            .sort(),
        )
        expect(new Set(lines.map(({ day }) => day)).size).toBe(lines.length)
      }
      expect(await disagreements(town)).toEqual([])
    }),
    { numRuns: 12 },
  )
})
