import fc from 'fast-check'
import { learningThemes, quizSize } from '../../contract/learning'
import { questions } from '../../server/database/demo/quiz-facts'
import { draw, isPassed, outside } from '../../server/services/learning/rules'
import { withinDay } from '../../server/shared/study-ledger'
import { dayAfter } from '../../server/shared/times'

const banks = fc.uniqueArray(fc.stringMatching(/^[A-Z]{2}-\d{1,3}$/), { minLength: quizSize, maxLength: 60 })
const someday = fc.nat(4000).map((count) => dayAfter('2024-01-01', count))

describe('the draw of a day', () => {
  test('when it is drawn from any bank, then it is five different questions of it, and the same each time', () => {
    fc.assert(
      fc.property(banks, fc.uuid(), someday, (bank, person, day) => {
        const drawn = draw(bank, person, day, quizSize)
        expect(new Set(drawn).size).toBe(quizSize)
        expect(drawn.every((code) => bank.includes(code))).toBe(true)
        expect(draw(bank, person, day, quizSize)).toEqual(drawn)
      }),
    )
  })

  test('when the bank comes in another order, then the same five come in the same order', () => {
    const shuffled = banks.chain((bank) => fc.shuffledSubarray(bank, { minLength: bank.length }).map((other) => [bank, other] as const))
    fc.assert(
      fc.property(shuffled, fc.uuid(), someday, ([bank, other], person, day) =>
        expect(draw(other, person, day, quizSize)).toEqual(draw(bank, person, day, quizSize)),
      ),
    )
  })

  test('when a question is added to the bank or leaves it, then at most one of the five is another', () => {
    fc.assert(
      fc.property(banks, fc.uuid(), someday, (bank, person, day) => {
        const before = draw(bank, person, day, quizSize)
        const more = draw([...bank, 'NEW-1'], person, day, quizSize)
        expect(more.filter((code) => !before.includes(code)).length).toBeLessThanOrEqual(1)
        const less = draw(
          bank.filter((code) => code !== before[0]),
          person,
          day,
          quizSize,
        )
        expect(less.slice(0, quizSize - 1)).toEqual(before.slice(1))
      }),
    )
  })

  test('when it is another day or another person, then the bank is asked through: no question is left out for long', () => {
    const bank = questions.map(({ code }) => code)
    const asked = new Set(Array.from({ length: 60 }, (_, count) => draw(bank, '王阿姨', dayAfter('2026-11-20', count), quizSize)).flat())
    expect(asked.size).toBe(bank.length)
    const ofDay = new Set(Array.from({ length: 50 }, (_, person) => draw(bank, `${person}`, '2026-11-20', quizSize).join()))
    expect(ofDay.size).toBeGreaterThan(45)
  })
})

test.each([
  [5, true],
  [4, true],
  [3, false],
  [0, false],
])('when %i of five are right, then that it is passed is %s', (right, passed) => {
  expect(isPassed(right)).toBe(passed)
})

test('when an answer names an option that its question does not have, then it is told which', () => {
  expect(outside([0, 3, 1], [4, 4, 2])).toBeUndefined()
  expect(outside([0, 4, 2], [4, 4, 2])).toBe(1)
})

test('when a day has a cap, then it is never passed, and nothing is ever taken away', () => {
  fc.assert(
    fc.property(fc.integer({ min: -5, max: 50 }), fc.option(fc.nat(20)), fc.nat(30), (due, perDay, ofDay) => {
      const points = withinDay(due, perDay, ofDay)
      expect(points).toBeGreaterThanOrEqual(0)
      expect(points).toBeLessThanOrEqual(Math.max(0, due))
      if (perDay !== null && points > 0) expect(ofDay + points).toBeLessThanOrEqual(perDay)
    }),
  )
})

describe('the questions of the demo', () => {
  test('when they are read, then each has four different options, a right one among them, and says why', () => {
    for (const { code, options, answer, explanation, text } of questions) {
      expect([code, new Set(options).size, options[answer] !== undefined]).toEqual([code, 4, true])
      expect([code, explanation.length > 10, text.endsWith('？')]).toEqual([code, true, true])
    }
    expect(new Set(questions.map(({ code }) => code)).size).toBe(questions.length)
    expect(questions.length).toBeGreaterThanOrEqual(20)
  })

  test('when they are counted by theme, then each of the four histories has some, and the right one stands in every place', () => {
    const counts = learningThemes.map((theme) => questions.filter((question) => question.theme === theme).length)
    expect(counts.slice(0, 4).every((count) => count >= 5)).toBe(true)
    expect(new Set(questions.map(({ answer }) => answer))).toEqual(new Set([0, 1, 2, 3]))
  })
})
