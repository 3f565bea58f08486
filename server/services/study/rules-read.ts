import { days, minutes } from '../../shared/shanghai'

/** Sent within so long, a check-in that was kept on the phone counts; */
export const freshMs = minutes(10)
/** sent within so long, it is looked at. */
export const keptMs = days(7)
/** A phone whose clock jumps by more was set in between. */
const absurdMs = days(366)

/**
 * How long a phone kept what it read, by its own clock at both ends: whatever that clock shows, only the time between counts. What cannot
 * be is taken as read just now.
 */
export function keptFor(readAt: string | undefined, sentAt: string | undefined): number {
  const kept = Date.parse(sentAt ?? '') - Date.parse(readAt ?? '')
  return kept >= 0 && kept <= absurdMs ? kept : 0
}
