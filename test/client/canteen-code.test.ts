import { typedAfter } from '@/pages/canteen/counter/code'

const typed = (keys: string, before = '') => [...keys].reduce(typedAfter, before)
const code = 'JM1.AZ8JJzCwcnOUgPaDMRZKnQ.k3j1.JM1JMxJ4ssE9zVq3b0aJJQ'

test('when a code has the letters of its mark in it, then it is read whole', () => {
  expect(typed(code)).toBe(code)
})

test('when a scan begins, then what stood there goes: digits, half a mark, a scan that never ended', () => {
  for (const before of ['12', 'J', 'JM', 'JM1.AZ8J']) expect(typed(code, before)).toBe(code)
})

test('when keys belong to neither a number nor a code, then they do nothing', () => {
  expect(typed('12ab34')).toBe('1234')
  expect(typed('12345')).toBe('1234')
  expect(typed('x-')).toBe('')
})
