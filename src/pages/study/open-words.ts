import { dayName } from '@/lib/meal'
import { spanWords } from '@/lib/spans'
import { clockTime, dayOf } from '@/lib/time'
import type { Site } from '../../../contract/study'

const dayMs = 86_400_000

/** 开到 22:00, 全天开放, 明天 09:00 开放, 最近不开放 */
export function openWords({ openNow, changesAt }: Pick<Site, 'openNow' | 'changesAt'>, now: number): string {
  if (!changesAt) return openNow ? '全天开放' : '最近不开放'
  if (openNow && Date.parse(changesAt) - now > dayMs) return '全天开放'
  const day = dayOf(changesAt) === dayOf(now) ? '' : `${dayName(dayOf(changesAt), now)} `
  return openNow ? `开到 ${day}${clockTime(changesAt)}` : `${day || '今天 '}${clockTime(changesAt)} 开放`
}

/** 亮灯 18:45–22:00; while they are on: 灯亮着，到 22:00 */
export function lightsWords({ lights }: Pick<Site, 'lights'>, now: number): string | null {
  if (!lights) return null
  const time = clockTime(now)
  return time >= lights.opens && time < lights.closes ? `灯亮着，到 ${lights.closes}` : `亮灯 ${spanWords(lights)}`
}
