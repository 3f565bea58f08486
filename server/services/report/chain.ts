import { createHash, randomBytes } from 'node:crypto'
import type { EventKind, State } from '../../../contract/report'

/** One event as its digest covers it. The first event's note is the report's own text. */
export interface Link {
  readonly reportId: string
  readonly seq: number
  readonly at: string
  readonly kind: EventKind
  readonly from: State | null
  readonly to: State
  readonly actorId: string | null
  readonly actorAs: string
  readonly note: string | null
  readonly target: string | null
  /** SHA-256 of its pictures, in their order. */
  readonly photos: readonly string[]
  readonly previous: string
  /** Never shown. Null for events from before there were salts. */
  readonly salt: string | null
}

/** 128 random bits: without them, who acted could be found by trying everybody's id on the published digest. */
export const newSalt = (): string => randomBytes(16).toString('base64url')

/** What the first event carries in place of a digest before it. */
export const genesis = '0'.repeat(64)

/**
 * The digest of an event: SHA-256, hex, over the UTF-8 of one JSON array without spaces, in this order:
 * [report id, seq, at, kind, from, to, actor id, actor as, note, target, [picture digests], previous digest, salt if there is one].
 * `at` is UTC with at least three decimals (2026-11-20T01:00:00.000Z).
 */
export function digestOf(link: Link): string {
  const { reportId, seq, at, kind, from, to, actorId, actorAs, note, target, photos, previous, salt } = link
  const covered = [reportId, seq, momentText(at), kind, from, to, actorId, actorAs, note, target, photos, previous, ...(salt ? [salt] : [])]
  return createHash('sha256').update(JSON.stringify(covered), 'utf8').digest('hex')
}

/** The database leaves out zeros at the end. */
function momentText(at: string): string {
  const [whole, fraction = ''] = at.replace('Z', '').split('.')
  return `${whole}.${fraction.padEnd(3, '0')}Z`
}

export interface StoredLink extends Link {
  readonly digest: string
}

export interface Head {
  readonly lastSeq: number
  readonly lastDigest: string
}

/** Number of the first event that does not fit: a gap, a link or a digest that is wrong, or an end other than the report's row says. */
export function firstBroken(links: readonly StoredLink[], head: Head): number | null {
  let previous = genesis
  for (const [at, link] of links.entries()) {
    const expected = at + 1
    if (link.seq !== expected || link.previous !== previous || link.digest !== digestOf(link)) return Math.min(link.seq, expected)
    if (expected > head.lastSeq) return expected
    previous = link.digest
  }
  if (links.length < head.lastSeq) return links.length + 1
  return previous === head.lastDigest ? null : head.lastSeq
}
