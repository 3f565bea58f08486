import { createHmac, timingSafeEqual } from 'node:crypto'
import type { ScreenCodes } from '../../../contract/study'

/** The code on a site's screen changes so often, */
export const intervalMs = 30_000
/** and is good for so long after its time. Small on purpose: it adds to the interval. */
const marginMs = 5_000

/** What a code that was read names. */
export type ReadCode =
  | { readonly way: 'screen'; readonly siteId: string; readonly step: number }
  | { readonly way: 'fixed'; readonly siteId: string }

/** Makes and reads the codes of sites. */
export interface StudyCodes {
  screen(siteId: string, step: number): string
  /** The same for who types it: six digits, which only say something at their site. */
  digits(siteId: string, step: number): string
  fixed(siteId: string): string
  /** Undefined: it is none of ours. */
  read(code: string): ReadCode | undefined
  /** Digits that somebody typed at a site at a moment; undefined: its screen did not show them then. */
  readDigits(siteId: string, digits: string, at: Date): ReadCode | undefined
}

/** JS1.site.step.signature changes; JF1.site.signature is printed, and short enough for a mini-program code. */
const shape = /^(?:JS1\.([A-Za-z0-9_-]{1,32})\.([0-9a-z]{1,6})\.[A-Za-z0-9_-]{22}|JF1\.([A-Za-z0-9_-]{1,32})\.[A-Za-z0-9_-]{12})$/

export function createStudyCodes(key: Buffer): StudyCodes {
  const sign = (text: string, bytes: number) => createHmac('sha256', key).update(text).digest().subarray(0, bytes).toString('base64url')
  const screen = (siteId: string, step: number) => `JS1.${siteId}.${step.toString(36)}.${sign(`screen ${siteId} ${step}`, 16)}`
  const digits = (siteId: string, step: number) => {
    const number = createHmac('sha256', key).update(`digits ${siteId} ${step}`).digest().readUInt32BE() % 1_000_000
    return String(number).padStart(6, '0')
  }
  const fixed = (siteId: string) => `JF1.${siteId}.${sign(`fixed ${siteId}`, 9)}`
  const isSame = (given: string, right: string) =>
    given.length === right.length && timingSafeEqual(Buffer.from(given, 'latin1'), Buffer.from(right, 'latin1'))
  return {
    screen,
    digits,
    fixed,
    read(code) {
      const [, changing, stepText = '', printed] = shape.exec(code) ?? []
      const step = Number.parseInt(stepText, 36)
      if (changing) return isSame(code, screen(changing, step)) ? { way: 'screen', siteId: changing, step } : undefined
      if (printed) return isSame(code, fixed(printed)) ? { way: 'fixed', siteId: printed } : undefined
      return undefined
    },
    readDigits(siteId, typed, at) {
      const step = [stepAt(at), stepAt(at) - 1].find((step) => isGood(step, at) && isSame(typed, digits(siteId, step)))
      return step === undefined ? undefined : { way: 'screen', siteId, step }
    },
  }
}

/** The interval that a moment lies in. */
export const stepAt = (moment: Date): number => Math.floor(moment.getTime() / intervalMs)

/** Whether a screen's code was still good when it was read. */
export function isGood(step: number, readAt: Date): boolean {
  const age = readAt.getTime() - step * intervalMs
  return age >= 0 && age <= intervalMs + marginMs
}

/** The codes of a screen from now on for so long. */
export function screenCodes(codes: StudyCodes, siteId: string, now: Date, forMs: number): ScreenCodes['codes'] {
  const first = stepAt(now)
  const last = stepAt(new Date(now.getTime() + forMs))
  return Array.from({ length: last - first + 1 }, (_, at) => first + at).map((step) => ({
    code: codes.screen(siteId, step),
    digits: codes.digits(siteId, step),
    from: new Date(step * intervalMs).toISOString(),
    until: new Date((step + 1) * intervalMs).toISOString(),
  }))
}
