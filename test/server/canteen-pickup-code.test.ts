import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { v4, v7 } from 'uuid'
import { createPickupSigner } from '../../server/services/canteen/pickup-code'

const key = Buffer.alloc(32, 1)
const signer = createPickupSigner(key)
const order = '019a0f00-0000-7000-8000-00000000002a'
/** A slot of 30 seconds begins here. */
const begins = new Date('2026-11-24T11:00:00+08:00')
const after = (ms: number, from = begins) => new Date(from.getTime() + ms)

test('when a code is read while it shows, then it is the order’s', () => {
  const { qr, renewInSeconds } = signer.codeOf(order, begins)
  expect(qr).toMatch(/^JM1\./)
  expect(renewInSeconds).toBe(30)
  expect(signer.read(qr, begins)).toEqual({ orderId: order })
})

test('when any order shows its code at any time, then it reads as that order until it is renewed, and five seconds longer', () => {
  const orders = fc.constantFrom(v4, v7).map((make) => make())
  fc.assert(
    fc.property(orders, fc.integer({ min: 0, max: 4_000_000_000_000 }), fc.integer({ min: 0, max: 4999 }), (id, ms, margin) => {
      const now = new Date(ms)
      const { qr, renewInSeconds } = signer.codeOf(id, now)
      const renewed = Math.floor(ms / 30_000 + 1) * 30_000
      expect(renewInSeconds).toBe(Math.ceil((renewed - ms) / 1000))
      expect(renewInSeconds).toBeGreaterThanOrEqual(1)
      expect(signer.codeOf(id, new Date(renewed)).qr).not.toBe(qr)
      expect(signer.read(qr, now)).toEqual({ orderId: id })
      expect(signer.read(qr, new Date(renewed - 1))).toEqual({ orderId: id })
      expect(signer.read(qr, new Date(renewed + margin))).toEqual({ orderId: id })
      expect(signer.read(qr, new Date(renewed + 5000))).toBe('old')
    }),
  )
})

test.each([
  [0, 'good'],
  [29_999, 'good'],
  [30_000, 'good'],
  [34_999, 'good'],
  [35_000, 'old'],
  [86_400_000, 'old'],
  [-1, 'old'],
  [-30_000, 'old'],
])('when a code is read %i ms after its slot began, then it is %s', (ms, verdict) => {
  const { qr } = signer.codeOf(order, begins)
  expect(signer.read(qr, after(ms))).toEqual(verdict === 'good' ? { orderId: order } : verdict)
})

test('when a phone asks on either side of a slot’s border, then it is told when there is another code', () => {
  expect([0, 1, 1000, 29_000, 29_001, 29_999].map((ms) => signer.codeOf(order, after(ms)).renewInSeconds)).toEqual([30, 30, 29, 1, 1, 1])
  expect(signer.codeOf(order, after(29_999)).qr).toBe(signer.codeOf(order, begins).qr)
  expect(signer.codeOf(order, after(30_000)).qr).not.toBe(signer.codeOf(order, begins).qr)
})

test('when any one character of a code is another, then it is forged', () => {
  const { qr } = signer.codeOf(order, begins)
  const characters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=+/ \n王'
  for (let at = 0; at < qr.length; at += 1) {
    for (const character of characters) {
      if (character === qr[at]) continue
      const forged = qr.slice(0, at) + character + qr.slice(at + 1)
      expect([forged, signer.read(forged, begins)]).toEqual([forged, 'forged'])
    }
  }
})

test('when a code is cut, lengthened or made up, then it is forged, and nothing breaks', () => {
  const { qr } = signer.codeOf(order, begins)
  const [name, id, slot, signature] = qr.split('.') as [string, string, string, string]
  const made = [
    '',
    '1234',
    qr.slice(0, -1),
    `${qr}A`,
    `${qr}\n`,
    ` ${qr}`,
    `${name}.${id}.0${slot}.${signature}`,
    `${name}.${id}..${signature}`,
  ]
  for (const forged of made) expect([forged, signer.read(forged, begins)]).toEqual([forged, 'forged'])
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (text) => expect(signer.read(text, begins)).toBe('forged')))
  const alike = fc.tuple(...[22, 5, 22].map((length) => fc.stringMatching(new RegExp(`^[0-9a-z]{${length}}$`))))
  fc.assert(fc.property(alike, (parts) => expect(signer.read(`JM1.${parts.join('.')}`, begins)).toBe('forged')))
})

test('when a code was signed with another key, then it is forged', () => {
  const other = createPickupSigner(Buffer.alloc(32, 2))
  expect(signer.read(other.codeOf(order, begins).qr, begins)).toBe('forged')
})

test('when the order or the time of one code is put into another, then it is forged', () => {
  const mine = signer.codeOf(order, begins).qr.split('.')
  const theirs = signer.codeOf(v7(), begins).qr.split('.')
  const later = signer.codeOf(order, after(30_000)).qr.split('.')
  const mixed = (id: string[], slot: string[], signature: string[]) => ['JM1', id[1], slot[2], signature[3]].join('.')
  expect(signer.read(mixed(theirs, mine, mine), begins)).toBe('forged')
  expect(signer.read(mixed(mine, later, mine), after(30_000))).toBe('forged')
  expect(signer.read(mixed(mine, later, later), after(30_000))).toEqual({ orderId: order })
})

test('when the signature is cut from a longer one, then it is that of the key and nothing else', () => {
  const [, id, slot, signature] = signer.codeOf(order, begins).qr.split('.') as [string, string, string, string]
  const whole = createHmac('sha256', key)
    .update(`${id} ${Number.parseInt(slot, 36)}`)
    .digest()
  expect(signature).toBe(whole.subarray(0, 16).toString('base64url'))
  expect(signer.read(`JM1.${id}.${slot}.${whole.toString('base64url')}`, begins)).toBe('forged')
})
