import type { Persona } from '../../../contract/account'
import { shanghaiDay } from '../../shared/shanghai'
import { dayAfter } from '../../shared/times'
import type { Stage } from './stage'

const hour = 60
const corner = { id: 'STU-001', lng: 121.3656, lat: 31.1699 }
const evening = 19 * hour + 10

/**
 * 李强's totals of 学习强国 month by month, his last four evenings beside 金色麦浪, and a check-in of 孙阿姨's that the host is to look at.
 */
export async function playStudy(stage: Stage): Promise<void> {
  const today = shanghaiDay(stage.end)
  await playTotals(stage, today)
  const thoughts = ['第一次来，灯亮起来的时候真好看。', null, '读完了虹桥机场那一章，想再去陈列馆看看。', null]
  for (const [at, thought] of thoughts.entries()) {
    await stage.on(dayAfter(today, at - thoughts.length), evening)
    await scan(stage, 'party_member', { location: { lng: corner.lng, lat: corner.lat, accuracy: 25 }, thought, minutes: 20 })
  }
  // Five kilometres away: somebody sent her a picture of the screen.
  await scan(stage, 'neighbour', { location: { lng: 121.3083, lat: 31.1867, accuracy: 30 } })
}

async function scan(stage: Stage, persona: Persona, more: object): Promise<void> {
  const { codes } = await stage.call('site_host', 'GET', `/sites/${corner.id}/code`)
  const { code } = (codes as { code: string }[])[0] as { code: string }
  await stage.call(persona, 'POST', '/check-ins', { siteId: corner.id, code, ...more })
}

const confirmed = [14_210, 14_580, 14_930]
const waiting = 15_120

/** The three months before this one are confirmed; that of this one waits. */
async function playTotals(stage: Stage, today: string): Promise<void> {
  let end = dayAfter(`${today.slice(0, 7)}-01`, -1)
  const ends: string[] = []
  for (const _ of confirmed) {
    ends.unshift(end)
    end = dayAfter(`${end.slice(0, 7)}-01`, -1)
  }
  for (const [at, day] of ends.entries()) {
    await stage.on(day, evening)
    const { id, total } = await sayTotal(stage, day.slice(0, 7), confirmed[at] as number)
    await stage.call('secretary', 'POST', `/branch/xuexi/${id}/decisions`, { confirmed: true, total })
  }
  await stage.at(0)
  await sayTotal(stage, today.slice(0, 7), waiting)
}

async function sayTotal(stage: Stage, month: string, total: number) {
  const [photoId] = await stage.photos('party_member', ['total'], 640)
  return stage.call('party_member', 'POST', '/branch/xuexi', { month, total, photoId })
}
