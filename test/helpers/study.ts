import type { AllCalls } from '../../contract'
import type { BodyOf } from '../../contract/call'
import type { CheckInResult } from '../../contract/study'
import { studySites } from '../../server/database/demo/study-facts'
import { createStudyCodes, type StudyCodes, stepAt } from '../../server/services/study/study-code'
import { deriveKeys } from '../../server/shared/keys'
import type { Answer, Caller, TestTown } from './server'

/** 共享空间学习角(东), where 小周 is host: open from 10 to 22, fence 120 m. */
export const corner = { id: 'STU-001', lng: 121.3656, lat: 31.1699 }
/** 爱博四村新时代文明实践站, in 赵主任's town. */
export const aibo = { id: 'CIV-101', lng: 121.3083, lat: 31.1867 }
/** When most stories begin: a Friday evening, the lights are on. */
export const start = '2026-11-20T19:00:00+08:00'

export type Scan = BodyOf<AllCalls['POST /check-ins']>

export const codesOf = async (town: TestTown): Promise<StudyCodes> => createStudyCodes((await deriveKeys(town.settings)).study)

/** What a site's screen shows now. */
export const screenCode = async (town: TestTown, siteId = corner.id): Promise<string> =>
  (await codesOf(town)).screen(siteId, stepAt(town.now))
export const fixedCode = async (town: TestTown, siteId = corner.id): Promise<string> => (await codesOf(town)).fixed(siteId)

/** A position so many metres north of a place. */
export const north = ({ lng, lat }: { lng: number; lat: number }, metres: number, accuracy = 20) => ({
  lng,
  lat: lat + metres / 111_195,
  accuracy,
})

/** Sends what was read, as it is. */
export const send = (caller: Caller, scan: Scan, key?: string): Promise<Answer<CheckInResult>> =>
  caller.call('POST /check-ins', { body: scan, ...(key ? { key } : {}) })

/** Scans the screen of a site now, standing before it; indoors, as the phone reports. */
export const scan = async (town: TestTown, caller: Caller, more: Scan = {}, siteId = corner.id): Promise<Answer<CheckInResult>> => {
  const [lng, lat] = studySites.find(({ code }) => code === siteId)?.at ?? [corner.lng, corner.lat]
  return send(caller, { code: await screenCode(town, siteId), location: north({ lng, lat }, 30, 200), ...more })
}

/** Scans a screen; it must succeed. */
export async function checkIn(town: TestTown, caller: Caller, more: Scan = {}, siteId = corner.id): Promise<CheckInResult> {
  const answer = await scan(town, caller, more, siteId)
  if (answer.status !== 201) throw new Error(`checking in answered ${answer.status}: ${JSON.stringify(answer.body)}`)
  return answer.body
}

export const said = ({ status, problem }: Answer<unknown>): string => (status < 400 ? String(status) : `${status} ${problem.code}`)

/** Everybody's points that are not the sum of their lines, and sites whose count is not that of their check-ins: none, always. */
export async function disagreements(town: TestTown): Promise<string[]> {
  const sites = await town.db.selectFrom('study_sites').select('code').execute()
  const counted = await town.db.selectFrom('study_check_ins').select(['site_code', 'id', 'state', 'marks', 'decided_by']).execute()
  const counts = await town.db.selectFrom('study_counts').select(['site_code', 'counted']).execute()
  const wrong = sites.filter(({ code }) => {
    const rows = counted.filter((row) => row.site_code === code && row.state === 'counted').length
    return counts.filter((row) => row.site_code === code).reduce((sum, row) => sum + row.counted, 0) !== rows
  })
  const lines = await town.db.selectFrom('study_points').select(['check_in_id']).execute()
  const states = new Map(counted.map(({ id, state }) => [id, state]))
  const early = lines.filter(({ check_in_id }) => check_in_id && states.get(check_in_id) !== 'counted')
  return [...wrong.map(({ code }) => `count of ${code}`), ...early.map(({ check_in_id }) => `points for ${check_in_id}`)]
}
