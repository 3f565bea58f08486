import fc from 'fast-check'
import { type PaymentState, paymentStates } from '../../contract/canteen'
import { type PaymentEvent, paymentAfter, paymentWhenEnded } from '../../server/services/canteen/rules-payment'

const events: readonly PaymentEvent[] = ['begin', 'fail', 'settle', 'pay', 'owe', 'refund']
/** All that may happen; every other cell is refused. */
const allowed: Readonly<Record<string, PaymentState>> = {
  'unpaid begin': 'paying',
  'unpaid pay': 'paid',
  'paying fail': 'unpaid',
  'paying settle': 'paid',
  'paid owe': 'refunding',
  'refunding refund': 'refunded',
}
const cells = paymentStates.flatMap((state) => events.map((event) => ({ state, event, to: allowed[`${state} ${event}`] ?? null })))

test.each(cells)('when a payment is $state and $event comes, then it is $to', ({ state, event, to }) => {
  expect(paymentAfter(state, event)).toBe(to)
})

test.each([
  ['unpaid', 'unpaid'],
  ['paying', 'paying'],
  ['paid', 'refunding'],
  ['refunding', 'refunding'],
  ['refunded', 'refunded'],
] as const)('when a meal ends uneaten and its payment is %s, then it is %s', (state, to) => {
  expect(paymentWhenEnded(state)).toBe(to)
})

test('when events come in any order and any number of times, then money is given back once at most, and only what came in', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...events), { maxLength: 60 }), (happened) => {
      let state: PaymentState = 'unpaid'
      const counted = { settle: 0, pay: 0, refund: 0, begin: 0, fail: 0, owe: 0 }
      for (const event of happened) {
        const after = paymentAfter(state, event)
        if (after === null) continue
        counted[event] += 1
        state = after
      }
      expect(counted.settle + counted.pay).toBeLessThanOrEqual(1)
      expect(counted.refund).toBeLessThanOrEqual(counted.settle + counted.pay)
      expect(['paid', 'refunding', 'refunded'].includes(state)).toBe(counted.settle + counted.pay === 1)
    }),
  )
})
