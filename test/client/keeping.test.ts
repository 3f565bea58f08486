import fc from 'fast-check'
import { newKey, RepeatKey } from '@/lib/key'
import { forget, keep, recall } from '@/lib/storage'
import { phone } from '../helpers/client/phone'

test('when something is kept, then it comes back as it was', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      keep('thing', value)
      expect(recall('thing', 'nothing')).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
})

test('when nothing is kept, or it was forgotten, then there is the fallback', () => {
  expect(recall('thing', 7)).toBe(7)
  keep('thing', 8)
  forget('thing')
  expect(recall('thing', 7)).toBe(7)
})

test('when what is kept cannot be read, then there is the fallback', () => {
  phone.storage.set('thing', '{half')
  expect(recall('thing', 7)).toBe(7)
  phone.storage.set('thing', { from: 'another version' })
  expect(recall('thing', 7)).toBe(7)
})

test('when the phone is full, then keeping says so and what was there stays', () => {
  expect(keep('thing', 'old')).toBe(true)
  phone.full = true
  expect(keep('thing', 'new')).toBe(false)
  expect(recall('thing', '')).toBe('old')
})

test('when ten thousand keys are made, then no two are the same and the server takes each', () => {
  const keys = Array.from({ length: 10_000 }, newKey)
  expect(new Set(keys).size).toBe(keys.length)
  for (const key of keys) expect(key).toMatch(/^[\x21-\x7e]{8,100}$/)
})

test('when the same thing is sent again, then the key stays; another thing, or the next one, gets a new key', () => {
  const key = new RepeatKey()
  const first = key.of({ text: '楼道堆物' })
  expect(key.of({ text: '楼道堆物' })).toBe(first)
  const other = key.of({ text: '电动车进楼' })
  expect(other).not.toBe(first)
  key.done()
  expect(key.of({ text: '电动车进楼' })).not.toBe(other)
})
