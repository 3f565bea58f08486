import type { BodyOf } from '../../../contract/call'
import type { studyCalls } from '../../../contract/study'
import type { Db } from '../../database/connect'
import { releasePhoto, takePhotos } from '../../shared/photos'
import { shanghaiDay } from '../../shared/shanghai'
import { minuteOf } from '../../shared/times'
import { insertSite, lockSite, type SiteFacts, setExceptions, setSitePhotos, setWeekly, updateSite } from './queries-site-write'
import { findSite, findSiteMore } from './queries-sites'
import { badHours, badPlace, siteTaken } from './refusals'
import { hoursFault } from './rules-hours-check'
import { usableFix } from './rules-marks'

type NewSite = BodyOf<(typeof studyCalls)['POST /sites']>
export type SiteChanges = BodyOf<(typeof studyCalls)['PATCH /sites/:id']>
type Opening = NonNullable<NewSite['lights']>

export interface Editor {
  readonly personId: string
  readonly townCode: string
  readonly now: Date
}

const spanOf = ({ opens, closes }: Opening) => ({ opens: minuteOf(opens), closes: minuteOf(closes) })
const trimmed = (text: string | null) => text?.trim() ?? null

/** Writes a new site of the town. Throws a Refusal when its code is taken, or its hours or place are none. */
export async function addSite(tx: Db, editor: Editor, { id, photoIds, ...body }: NewSite): Promise<void> {
  const site = { townCode: editor.townCode, id, ...factsOf(body) } as SiteFacts
  const hours = hoursOf(body)
  if (!(await insertSite(tx, site, editor.personId, editor.now))) throw siteTaken()
  await setWeekly(tx, site, hours.weekly ?? [])
  await setExceptions(tx, site, hours.exceptions ?? [], shanghaiDay(editor.now))
  const photos = await takePhotos(tx, editor.personId, photoIds, 'site', editor.now)
  await setSitePhotos(
    tx,
    site,
    photos.map((photo) => photo.id),
  )
}

/** Changes what is there of the changes. Throws a Refusal like addSite. */
export async function changeSite(tx: Db, editor: Editor, id: string, changes: SiteChanges): Promise<void> {
  await lockSite(tx, id)
  const today = shanghaiDay(editor.now)
  const [row, more] = [await findSite(tx, id, today), await findSiteMore(tx, id)]
  if (!row) return
  const { weekly, exceptions } = hoursOf(changes)
  const { story, audioUrl, directions } = more
  await updateSite(tx, { ...row, story, audioUrl, directions, ...factsOf(changes) }, editor.personId, editor.now)
  if (weekly) await setWeekly(tx, row, weekly)
  if (exceptions) await setExceptions(tx, row, exceptions, today)
  if (changes.photoIds)
    await changePhotos(
      tx,
      editor,
      row,
      more.photos.map((photo) => photo.id),
      changes.photoIds,
    )
}

/** The facts that are said. Throws 422 when the place is none in China. */
function factsOf(body: SiteChanges): Partial<SiteFacts> {
  const { location, lights, story, address, directions, name, kind, audioUrl, ways, fenceMetres } = body
  if (location && !usableFix({ ...location, accuracy: 0 })) throw badPlace()
  const said = {
    ...{ kind, audioUrl, ways, fenceMetres, lng: location?.lng, lat: location?.lat },
    name: name?.trim(),
    address: address === undefined ? undefined : trimmed(address),
    story: story === undefined ? undefined : trimmed(story),
    directions: directions === undefined ? undefined : trimmed(directions),
    lights: lights ? spanOf(lights) : lights,
  }
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined))
}

/** The hours that are said, in minutes. Throws 422 when they are over midnight or in each other. */
function hoursOf(body: SiteChanges) {
  const weekly = body.weekly?.flatMap(({ weekdays, ...opening }) => weekdays.map((weekday) => ({ weekday, ...spanOf(opening) })))
  const exceptions = body.exceptions?.map(({ date, hours, note }) => ({ day: date, hours: hours.map(spanOf), note }))
  const fault = hoursFault({ weekly, exceptions, lights: body.lights ? spanOf(body.lights) : null })
  if (fault) throw badHours(fault.field, fault.detail)
  return { weekly, exceptions }
}

/** Pictures that stay, new ones of the editor, and those that go. */
async function changePhotos(
  tx: Db,
  editor: Editor,
  site: { townCode: string; id: string },
  had: readonly string[],
  wanted: readonly string[],
) {
  await takePhotos(
    tx,
    editor.personId,
    wanted.filter((id) => !had.includes(id)),
    'site',
    editor.now,
  )
  await setSitePhotos(tx, site, wanted)
  for (const id of had) if (!wanted.includes(id)) await releasePhoto(tx, id)
}
