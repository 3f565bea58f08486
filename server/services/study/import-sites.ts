import type { Db } from '../../database/connect'
import { badRows, faultAt } from '../../shared/table-rows'
import { findSiteFacts, type KnownSite } from './queries-site-import'
import { insertSite, type SiteFacts, setWeekly, updateSite } from './queries-site-write'
import { siteTaken } from './refusals'
import { type FileSite, type SiteFileRow, siteOfRow } from './site-file'
import type { Editor } from './write-site'

/** What a site of a file is where the file says nothing. */
const usual = {
  ...{ address: null, story: null, audioUrl: null, directions: null, lights: null },
  ways: ['screen', 'host'],
  fenceMetres: 100,
} as const

export interface Imported {
  added: number
  changed: number
  unchanged: number
}

/** Writes the sites of a file into the editor's town, all or nothing. Throws 422 with each bad row's number and reason. */
export async function importSites(tx: Db, editor: Editor, rows: readonly SiteFileRow[]): Promise<Imported> {
  const read = rows.map((row) => ({ line: row.line, site: siteOfRow(row) }))
  const ids = read.flatMap(({ site }) => (Array.isArray(site) ? [] : [(site as FileSite).id]))
  const known = new Map((await findSiteFacts(tx, ids)).map((site) => [site.id, site]))
  const faults = read.flatMap(({ line, site }, at) =>
    faultsOf(site, read.slice(0, at), known, editor.townCode).map((reason) => faultAt(line, reason)),
  )
  if (faults.length > 0) throw badRows(faults, 'study')
  const told: Imported = { added: 0, changed: 0, unchanged: 0 }
  for (const { site } of read) told[await write(tx, editor, site as FileSite, known)] += 1
  return told
}

type Read = FileSite | string[]

function faultsOf(
  site: Read,
  above: readonly { readonly line: number; readonly site: Read }[],
  known: ReadonlyMap<string, KnownSite>,
  townCode: string,
): string[] {
  if (Array.isArray(site)) return site
  const earlier = above.find((one) => !Array.isArray(one.site) && (one.site as FileSite).id === (site as FileSite).id)
  const { id } = site as FileSite
  const isElsewhere = (known.get(id)?.townCode ?? townCode) !== townCode
  return [
    ...(earlier ? [`编号 ${id} 在第 ${earlier.line} 行已经写过了`] : []),
    ...(isElsewhere ? [`编号 ${id} 已经是别的街镇的学习点，请换一个`] : []),
  ]
}

async function write(
  tx: Db,
  editor: Editor,
  { weekly, ...said }: FileSite,
  known: ReadonlyMap<string, KnownSite>,
): Promise<keyof Imported> {
  const before = known.get(said.id)
  const { weekly: hours, ...facts } = before ?? { ...usual, weekly: [], townCode: editor.townCode }
  const site: SiteFacts = { ...facts, ...said }
  const isSame = JSON.stringify(sorted({ ...site, weekly })) === JSON.stringify(sorted({ ...facts, weekly: hours }))
  if (before && isSame) return 'unchanged'
  if (before) await updateSite(tx, site, editor.personId, editor.now)
  // Another import has just written it.
  else if (!(await insertSite(tx, site, editor.personId, editor.now))) throw siteTaken()
  await setWeekly(tx, site, weekly)
  return before ? 'changed' : 'added'
}

const sorted = (facts: object) => Object.entries(facts).sort(([a], [b]) => (a < b ? -1 : 1))
