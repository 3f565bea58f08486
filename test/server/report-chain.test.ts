import fc from 'fast-check'
import { eventKinds, states } from '../../contract/report'
import { digestOf, firstBroken, genesis, type Link, type StoredLink } from '../../server/services/report/chain'

const text = fc.option(
  fc.string({ unit: 'binary', maxLength: 20 }).filter((value) => !/\p{Surrogate}/u.test(value)),
  { nil: null },
)
const moment = fc
  .date({ min: new Date('2026-01-01T00:00:00Z'), max: new Date('2030-01-01T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString())
const hash = fc.stringMatching(/^[0-9a-f]{64}$/)
const unlinked = fc.record({
  reportId: fc.uuid(),
  at: moment,
  kind: fc.constantFrom(...eventKinds),
  from: fc.option(fc.constantFrom(...states), { nil: null }),
  to: fc.constantFrom(...states),
  actorId: fc.option(fc.uuid(), { nil: null }),
  actorAs: fc.constantFrom('reporter', 'system', 'grid_worker:XH-01', 'property:WY-1'),
  note: text,
  target: text,
  photos: fc.array(hash, { maxLength: 3 }),
  salt: fc.option(fc.constantFrom('c2FsdA', 'cGVwcGVy'), { nil: null }),
})

/** Links events to a chain, as the server does one by one. */
function linked(events: readonly Omit<Link, 'seq' | 'previous'>[]): StoredLink[] {
  const chain: StoredLink[] = []
  for (const [at, event] of events.entries()) {
    const link = { ...event, seq: at + 1, previous: chain.at(-1)?.digest ?? genesis }
    chain.push({ ...link, digest: digestOf(link) })
  }
  return chain
}

const chains = fc.array(unlinked, { minLength: 2, maxLength: 8 }).map(linked)
const headOf = (chain: readonly StoredLink[]) => ({ lastSeq: chain.length, lastDigest: chain.at(-1)?.digest ?? genesis })

test('when nothing was touched, then a chain holds', () => {
  fc.assert(fc.property(chains, (chain) => expect(firstBroken(chain, headOf(chain))).toBeNull()))
})

test('when any field of any event is changed, then the chain breaks at that event', () => {
  const change: fc.Arbitrary<[keyof StoredLink, unknown]> = fc.oneof(
    ...(['at', 'kind', 'from', 'to', 'actorId', 'actorAs', 'note', 'target', 'photos', 'salt'] as const).map((field) =>
      fc.record({ other: unlinked }).map(({ other }): [keyof StoredLink, unknown] => [field, other[field]]),
    ),
    hash.map((value): [keyof StoredLink, unknown] => ['digest', value]),
    hash.map((value): [keyof StoredLink, unknown] => ['previous', value]),
    fc.uuid().map((value): [keyof StoredLink, unknown] => ['reportId', value]),
  )
  fc.assert(
    fc.property(chains, fc.nat(), change, (chain, pick, [field, value]) => {
      const at = pick % chain.length
      const changed = chain.map((link, index) => (index === at ? { ...link, [field]: value } : link))
      fc.pre(JSON.stringify(chain[at]?.[field]) !== JSON.stringify(value))
      expect(firstBroken(changed, headOf(chain))).toBe(at + 1)
    }),
  )
})

test('when an event is taken out, put twice or swapped with the next, then the chain breaks there', () => {
  fc.assert(
    fc.property(chains, fc.nat(), (chain, pick) => {
      const at = pick % (chain.length - 1)
      const head = headOf(chain)
      expect(firstBroken(chain.toSpliced(at, 1), head)).toBe(at + 1)
      expect(firstBroken(chain.toSpliced(at, 0, chain[at] as StoredLink), head)).toBe(at + 1)
      const [one, two] = [chain[at] as StoredLink, chain[at + 1] as StoredLink]
      expect(firstBroken(chain.toSpliced(at, 2, two, one), head)).toBe(at + 1)
    }),
  )
})

test('when the end is cut off, or written on behind the row, then the row tells', () => {
  fc.assert(
    fc.property(chains, fc.integer({ min: 1, max: 8 }), (chain, cut) => {
      const kept = chain.slice(0, -cut)
      expect(firstBroken(kept, headOf(chain))).toBe(kept.length + 1)
      expect(firstBroken(chain, headOf(kept))).toBe(kept.length + 1)
    }),
  )
})

test('when the chain is written anew from a changed event on, then the digest that was noted before tells', () => {
  fc.assert(
    fc.property(fc.array(unlinked, { minLength: 2, maxLength: 6 }), fc.nat(), text, (events, pick, note) => {
      const at = pick % events.length
      fc.pre(events[at]?.note !== note)
      const forged = linked(events.map((event, index) => (index === at ? { ...event, note } : event)))
      expect(firstBroken(forged, headOf(linked(events)))).toBe(events.length)
    }),
  )
})

test('when the database leaves out zeros of a moment, then the digest stays; when a millionth of a second is changed, it does not', () => {
  const [link] = linked([
    {
      reportId: 'r',
      at: '2026-11-20T01:00:00.100Z',
      kind: 'report',
      from: null,
      to: 'submitted',
      actorId: null,
      actorAs: 'system',
      note: null,
      target: null,
      photos: [],
      salt: null,
    },
  ]) as [StoredLink]
  expect(digestOf({ ...link, at: '2026-11-20T01:00:00.1Z' })).toBe(link.digest)
  expect(digestOf({ ...link, at: '2026-11-20T01:00:00.100001Z' })).not.toBe(link.digest)
})
