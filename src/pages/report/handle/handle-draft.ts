import { newKey } from '@/lib/key'
import { dropPicture } from '@/lib/platform'
import { keep, recall } from '@/lib/storage'
import type { KeptPicture } from '../draft'

/** What was written and photographed for one action on one matter and is not sent yet. */
export interface HandleDraft {
  readonly note: string
  readonly pictures: readonly KeptPicture[]
}

type Kept = Record<string, HandleDraft & { readonly savedAt: number }>

const keptAs = 'report-handling'
/** The server throws away uploads that nothing uses after a day. */
const uploadsLastMs = 20 * 3_600_000

const sentAnew = ({ path }: KeptPicture): KeptPicture => ({ key: newKey(), path, photoId: null })

/** What is kept on this phone under the name, e.g. after the app was killed. */
export function recallHandling(name: string): HandleDraft {
  const kept = recall<Kept>(keptAs, {})[name]
  if (!kept) return { note: '', pictures: [] }
  const { note, pictures, savedAt } = kept
  return { note, pictures: Date.now() - savedAt < uploadsLastMs ? pictures : pictures.map(sentAnew) }
}

/** Keeps it; an empty one is not kept. */
export function keepHandling(name: string, { note, pictures }: HandleDraft): void {
  const { [name]: _, ...others } = recall<Kept>(keptAs, {})
  const isEmpty = note.trim() === '' && pictures.length === 0
  keep(keptAs, isEmpty ? others : { ...others, [name]: { note, pictures, savedAt: Date.now() } })
}

/** It has been sent, or cannot be any more: forgets it, and its pictures with it. */
export function dropHandling(name: string, { pictures }: HandleDraft): void {
  keepHandling(name, { note: '', pictures: [] })
  for (const { path } of pictures) dropPicture(path)
}
