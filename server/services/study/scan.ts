import { createHash } from 'node:crypto'
import type { BodyOf } from '../../../contract/call'
import type { studyCalls } from '../../../contract/study'
import type { Db } from '../../database/connect'
import type { Identity } from '../../plugins/auth'
import { later } from '../../shared/shanghai'
import { getSite } from './access'
import type { Attempt } from './check-in'
import { codeElsewhere, codeExpired, codeInvalid, codeMissing, codeTooOld, digitsWrong, wayClosed } from './refusals'
import { usableFix } from './rules-marks'
import { keptFor, keptMs } from './rules-read'
import { isGood, type ReadCode, type StudyCodes } from './study-code'

export type Scan = BodyOf<(typeof studyCalls)['POST /check-ins']>

/** What a phone read, as a check-in to be judged. Throws a Refusal when the code is none, another site's, or was not good when it was read. */
export async function attemptOf(db: Db, codes: StudyCodes, scan: Scan, person: Identity, now: Date): Promise<Attempt> {
  const kept = keptFor(scan.readAt, scan.sentAt)
  const at = new Date(later(now, -kept))
  const code = readCode(codes, scan, at)
  const site = await getSite(db, code.siteId, now)
  if (scan.siteId !== undefined && scan.siteId !== site.id) throw codeElsewhere(site.name)
  if (!site.ways.includes(code.way)) throw wayClosed()
  if (kept > keptMs) throw codeTooOld()
  if (code.way === 'screen' && !isGood(code.step, at)) throw codeExpired()
  return {
    ...{ site, personId: person.personId, nickname: person.nickname, at, hostId: null, way: code.way, keptMs: kept },
    step: code.way === 'screen' ? code.step : null,
    fix: usableFix(scan.location),
    device: scan.device === undefined ? null : createHash('sha256').update(scan.device).digest('base64url'),
    ...deedOf(scan),
  }
}

/** Six digits of a screen, with their site before them or beside them. */
const typedShape = /^(?:JS1\.([A-Za-z0-9_-]{1,32})\.)?(\d{6})$/

function readCode(codes: StudyCodes, { code, siteId }: Scan, at: Date): ReadCode {
  const text = code?.trim()
  if (!text) throw codeMissing()
  const [, named = siteId, digits] = typedShape.exec(text) ?? []
  if (named !== undefined && digits !== undefined) {
    const typed = codes.readDigits(named, digits, at)
    if (!typed) throw digitsWrong()
    return typed
  }
  const read = codes.read(text)
  if (!read) throw codeInvalid()
  return read
}

/** Whitespace is no thought. */
export const deedOf = ({ thought, minutes, photoIds = [] }: Pick<Scan, 'thought' | 'minutes' | 'photoIds'>) => ({
  thought: thought?.trim() || null,
  minutes: minutes ?? null,
  photoIds,
})

/** Sent again, the same scan is the same, however much later. */
export function printOf({ sentAt, ...scan }: Scan): string {
  return JSON.stringify(scan)
}
