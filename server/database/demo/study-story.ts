import type { Persona } from '../../../contract/account'
import { shanghaiDay } from '../../shared/shanghai'
import { dayAfter } from '../../shared/times'
import type { Stage } from './stage'

const hour = 60
const corner = { id: 'STU-001', lng: 121.3656, lat: 31.1699 }
const evening = 19 * hour + 10

/** 李强's last four evenings beside 金色麦浪, and a check-in of 孙阿姨's that the host is to look at. */
export async function playStudy(stage: Stage): Promise<void> {
  const today = shanghaiDay(stage.end)
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
