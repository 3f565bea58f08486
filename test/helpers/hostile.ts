import fc from 'fast-check'
import type { TSchema } from 'typebox'

/** Texts that have hurt somebody before. */
export const hostileTexts = [
  '',
  ' ',
  '　\u200b',
  '0',
  '-1',
  'null',
  'a\u0000b',
  '\u0000',
  '\ud800',
  '\udfff\ud800',
  '👵🏻👨‍👩‍👧‍👦',
  'ﷺ'.repeat(20),
  '\u202e反了',
  "'; drop table persons; --",
  '%\\_%',
  '<script>alert(1)</script>',
  '{{7*7}}',
  '../../../etc/passwd',
  '$$ $1 $2',
  '{"a":1}',
  'NaN',
  '1e999',
  '长'.repeat(2001),
  'x'.repeat(100_000),
]

interface Schema {
  readonly type?: string
  readonly enum?: readonly string[]
  readonly format?: string
  readonly anyOf?: readonly TSchema[]
  readonly properties?: Record<string, TSchema>
  readonly required?: readonly string[]
  readonly items?: TSchema
  readonly const?: unknown
  readonly minimum?: number
  readonly maximum?: number
  readonly maxLength?: number
  readonly maxItems?: number
  readonly pattern?: string
}

const moments = [
  '2026-11-20T09:00:00+08:00',
  '0001-01-01T00:00:00Z',
  '9999-12-31T23:59:59.999999+14:00',
  '2026-02-30T00:00:00Z',
  '1969-12-31T16:00:00-08:00',
  '2026-11-20T23:59:60Z',
]
const numbers = [0, -0, 1, -1, 0.1, 121.3, 31.18, 90, 180, 2 ** 31, -(2 ** 31) - 1, 2 ** 53, 1e21, 1e308, 5e-324]

/** What is there in the town. */
export interface Known {
  readonly ids: readonly string[]
  readonly codes: readonly string[]
}

/** Values that mostly fit the schema at its edges, so that they get past the first check, and sometimes do not at all. */
export function hostileTo(schema: TSchema, known: Known): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 30, arbitrary: fitting(schema as Schema, known) }, { weight: 1, arbitrary: unfitting })
}

const unfitting = fc.oneof(
  fc.constantFrom<unknown>(...hostileTexts, ...numbers, null, true, [], {}, [[]], { __proto__: null }),
  fc.jsonValue(),
)

function fitting(schema: Schema, known: Known): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map((one) => hostileTo(one, known)))
  if (schema.type === 'object') return objects(schema, known)
  if (schema.type === 'array') return fc.array(hostileTo(schema.items as TSchema, known), { maxLength: (schema.maxItems ?? 5) + 1 })
  if (schema.type === 'string') return texts(schema, known)
  if (schema.type === 'integer' || schema.type === 'number') return counts(schema)
  return schema.type === 'boolean' ? fc.boolean() : fc.constant(null)
}

const objects = ({ properties = {}, required = [] }: Schema, known: Known) =>
  fc.record(Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, hostileTo(one, known)])), {
    requiredKeys: [...required],
  })

function texts({ format, pattern, maxLength = 200 }: Schema, known: Known): fc.Arbitrary<unknown> {
  if (format === 'uuid') return fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...known.ids) }, fc.uuid())
  if (format === 'date-time') return fc.constantFrom(...moments)
  const words = fc.oneof(fc.constantFrom(...known.codes), fc.constantFrom(...hostileTexts.map((text) => text.slice(0, maxLength))))
  return pattern
    ? fc.oneof(fc.stringMatching(new RegExp(pattern)), words)
    : fc.oneof(words, fc.string({ unit: 'binary', maxLength: Math.min(maxLength, 60) }))
}

const counts = ({ minimum = -1e6, maximum = 1e6, type }: Schema) =>
  fc.oneof(
    fc.constantFrom(minimum, maximum, ...numbers),
    type === 'integer'
      ? fc.integer({ min: Math.max(minimum, -(2 ** 31)), max: Math.min(maximum, 2 ** 31) })
      : fc.double({ min: minimum, max: maximum, noNaN: true }),
  )
