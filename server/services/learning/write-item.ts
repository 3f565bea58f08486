import type { LearningItem } from '../../../contract/learning'
import type { Db } from '../../database/connect'
import { newId } from '../../shared/id'
import { wordsOrNull } from '../../shared/text'
import { type Editor, findItem, holdList, type ItemBody, insertItem, updateItem } from './queries-items'
import { blankTitle, linkThere, noSuchItem } from './refusals'

/** Adds a link to the town's list. Throws 409 when it has it. */
export async function addItem(tx: Db, editor: Editor, body: ItemBody, now: Date): Promise<LearningItem> {
  await holdList(tx, editor.townCode)
  const item = await insertItem(tx, editor, newId(), tidy(body), now)
  if (!item) throw linkThere()
  return item
}

/** Changes a line of the town's list; what is absent stays. Throws 404 when it is not there, 409 when another has the link. */
export async function changeItem(tx: Db, editor: Editor, id: string, changes: Partial<ItemBody>): Promise<LearningItem> {
  await holdList(tx, editor.townCode)
  const before = await findItem(tx, id)
  if (before?.townCode !== editor.townCode) throw noSuchItem()
  const item = await updateItem(tx, editor, id, tidy({ ...before, ...changes }))
  if (item === 'taken') throw linkThere()
  if (!item) throw noSuchItem()
  return item
}

function tidy({ title, kind, theme, url, source }: ItemBody): ItemBody {
  const words = wordsOrNull(title)
  if (words === null) throw blankTitle()
  return { title: words, kind, theme, url, source: wordsOrNull(source) }
}
