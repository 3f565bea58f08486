import { createHash } from 'node:crypto'
import type { SiteDetail } from '../../../contract/study'
import type { Db } from '../../database/connect'
import type { Foundation } from '../../foundation'
import type { Identity } from '../../plugins/auth'
import { withUpload } from '../../plugins/uploads'
import { decodeCursor, encodeCursor, pageOf } from '../../shared/cursor'
import { type Point, parseNear } from '../../shared/geo'
import { shanghaiDay } from '../../shared/shanghai'
import { minuteOfDay } from '../../shared/times'
import { getOwnSite, getSite, isOwn } from './access'
import { importSites } from './import-sites'
import { findOfDay } from './queries-lists'
import { findSite, findSiteMore, findSites } from './queries-sites'
import { rate, ratingsOf } from './rate'
import { noSuchSite } from './refusals'
import type { StudyHandlers } from './routes'
import { nextCounts, weekdayOf } from './rules-hours'
import { readSiteFile } from './site-file'
import { siteMoreOf, siteOf } from './view'
import { addSite, changeSite, type Editor } from './write-site'

type SiteCalls = 'GET /sites' | 'GET /sites/:id' | 'POST /sites' | 'PATCH /sites/:id' | 'POST /sites/imports' | 'POST /sites/:id/ratings'

/** Sites, and what staff write of them. */
export function siteHandlers({ photoSigner: signer }: Foundation): Pick<StudyHandlers, SiteCalls> {
  /** The site as the reader sees it. Throws 404 when there is none. */
  const detail = async (db: Db, id: string, reader: Identity | undefined, now: Date, near?: Point): Promise<SiteDetail> => {
    const day = shanghaiDay(now)
    const row = await findSite(db, id, day, near)
    if (!row) throw noSuchSite()
    const today = reader ? await findOfDay(db, row, reader.personId, day) : null
    const mayEdit = isOwn(row, reader)
    return {
      ...siteOf(row, signer, now),
      ...siteMoreOf(row, await findSiteMore(db, id), signer, now),
      ...{ today, mayHost: mayEdit, mayEdit, rating: await ratingsOf(db, row, reader, now) },
      nextCountsAt: today && nextCounts(row, day).toISOString(),
    }
  }
  return {
    'GET /sites': async ({ db, query, now }) => {
      const { town, kind, open, limit = 20 } = query
      const day = shanghaiDay(now)
      const rows = await findSites(db, {
        ...{ townCode: town, kind, day, limit },
        near: query.near ? parseNear(query.near) : undefined,
        openAt: open ? { weekday: weekdayOf(day), minute: minuteOfDay(now) } : undefined,
        after: decodeCursor(query.cursor, 'number', 'text'),
      })
      const { items, nextCursor } = pageOf(rows, limit, (row) => encodeCursor(row.metres ?? 0, row.id))
      return { items: items.map((row) => siteOf(row, signer, now)), nextCursor }
    },
    'GET /sites/:id': ({ db, person, params, query, now }) =>
      detail(db, params.id, person, now, query.near ? parseNear(query.near) : undefined),
    'POST /sites': ({ person, body, now, write }) =>
      write(async (tx) => {
        await addSite(tx, editorOf(person, now), body)
        return detail(tx, body.id, person, now)
      }),
    'PATCH /sites/:id': ({ person, params, body, now, write }) =>
      write(async (tx) => {
        await getOwnSite(tx, params.id, person, now)
        await changeSite(tx, editorOf(person, now), params.id, body)
        return detail(tx, params.id, person, now)
      }),
    'POST /sites/imports': async ({ person, now, request, write }) => {
      const { rows, fingerprint } = await withUpload(request, async (bytes) => ({
        rows: await readSiteFile(bytes),
        fingerprint: createHash('sha256').update(bytes).digest('hex'),
      }))
      return write((tx) => importSites(tx, editorOf(person, now), rows), fingerprint)
    },
    'POST /sites/:id/ratings': ({ person, params, body, now, write }) =>
      write(async (tx) => rate(tx, await getSite(tx, params.id, now), person, body, now)),
  }
}

/** Staff always have a town: their grants count only there. */
const editorOf = ({ personId, townCode }: Identity, now: Date): Editor => ({ personId, townCode: townCode as string, now })
