import type { CheckInMark, CheckInWay } from '../../../contract/study'
import { distance, type Point } from '../../shared/geo'
import { minutes } from '../../shared/shanghai'
import { type Hours, isOpenAt } from './rules-hours'
import { freshMs } from './rules-read'

/** Where a phone says it is, give or take so many metres. */
export interface Fix extends Point {
  readonly accuracy: number
}

export interface Scene {
  readonly way: CheckInWay
  readonly at: Date
  readonly keptMs: number
  readonly site: Point & { readonly fenceMetres: number; readonly hours: Hours }
  readonly fix: Fix | undefined
  /** The check-ins of the person and of the phone before this one: where, give or take. */
  readonly previous: readonly (Fix & { readonly at: string })[]
  /** Somebody else used the phone within a minute. */
  readonly deviceShared: boolean
  /** Others who used the same code of the screen: those whose phones were there, and those whose phones did not say where they are. */
  readonly codeThere: number
  readonly codeNowhere: number
  /** Somebody else used it at all. */
  readonly codeShared: boolean
}

const sloppiest = 1000
const fastestKmh = 150
/** Beyond the fence by so much, one did not see the screen oneself. */
const afarMetres = 1000
/** So many may use a code without a position before it matters how many were seen there. */
const mostNowhere = 10
/** So long one phone is one person's. */
export const deviceMs = minutes(1)

/** A position one can go by: in China, and not off by more than a kilometre. */
export function usableFix(location: Fix | null | undefined): Fix | undefined {
  if (!location || location.accuracy > sloppiest) return undefined
  const inChina = location.lng > 73 && location.lng < 136 && location.lat > 3 && location.lat < 54
  return inChina ? location : undefined
}

/** What does not fit; a check-in without any counts at once. */
export function marksOf(scene: Scene): CheckInMark[] {
  const { way, at, site, fix } = scene
  const beyond = fix ? distance(site, fix) - site.fenceMetres - fix.accuracy : 0
  const marks: Readonly<Record<CheckInMark, boolean>> = {
    too_far: beyond > 0,
    no_position: way === 'fixed' && !fix,
    closed: !isOpenAt(site.hours, at),
    too_fast: isTooFast(scene),
    shared_device: scene.deviceShared,
    code_far_apart: way === 'screen' && beyond > afarMetres && scene.codeShared,
    code_spread: way === 'screen' && !fix && scene.codeNowhere > Math.max(mostNowhere, scene.codeThere),
    late: scene.keptMs > freshMs,
  }
  return (Object.keys(marks) as CheckInMark[]).filter((mark) => marks[mark])
}

/** Where no position is known, the person is somewhere within the fence of the site. */
function isTooFast({ at, site, fix, previous }: Scene): boolean {
  const here = fix ?? { lng: site.lng, lat: site.lat, accuracy: site.fenceMetres }
  return previous.some((before) => {
    const metres = distance(here, before) - here.accuracy - before.accuracy
    const hours = (at.getTime() - new Date(before.at).getTime()) / minutes(60)
    return metres > 0 && metres / 1000 > fastestKmh * hours
  })
}
