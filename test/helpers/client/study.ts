import type { BodyOf } from '../../../contract/call'
import type { SiteDetail, studyCalls } from '../../../contract/study'
import { somebodyElse } from './somebody-else'

/** 共享空间学习角(东), where 小周 is host. */
export const corner = 'STU-001'

type SiteBody = BodyOf<(typeof studyCalls)['POST /sites']>
const always = [{ weekdays: [1, 2, 3, 4, 5, 6, 7], opens: '00:00', closes: '24:00' }]

/** A site of a test's own, open day and night unless another wish is told, with what its screen and its board show now. */
export interface OwnSite {
  readonly site: SiteDetail
  readonly screen: string
  readonly printed: string
}

/** 赵主任 opens a site. */
export async function openSite(wish: Partial<SiteBody> = {}): Promise<OwnSite> {
  const { call } = await somebodyElse('admin')
  const id = `T-${Math.random().toString(36).slice(2, 10)}`
  const where = { address: '爱博四村 20 号楼旁', location: { lng: 121.3083, lat: 31.1867 }, directions: null }
  const what = { name: `家门口学习角 ${id}`, kind: 'study_corner' as const, story: '灯亮起来，读一页。', audioUrl: null, photoIds: [] }
  const when = { weekly: always, exceptions: [], lights: null }
  const site = await call('POST /sites', { body: { id, ...where, ...what, ...when, ways: ['screen', 'fixed'], fenceMetres: 120, ...wish } })
  const { codes } = await call('GET /sites/:id/code', { params: { id } })
  const { code } = await call('GET /sites/:id/fixed-code', { params: { id } })
  return { site, screen: codes[0]?.code ?? '', printed: code }
}

/** So many metres north of a site, as a phone says it. */
export const metresFrom = ({ location: { lng, lat } }: SiteDetail, metres: number) => ({
  longitude: lng,
  latitude: lat + metres / 111_195,
  accuracy: 20,
})
