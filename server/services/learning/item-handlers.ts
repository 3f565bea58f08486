import type { Identity } from '../../plugins/auth'
import { decodeCursor, encodeCursor, pageOf } from '../../shared/cursor'
import { deleteItem, type Editor, findItems } from './queries-items'
import { noSuchItem } from './refusals'
import type { LearningHandlers } from './routes'
import { addItem, changeItem } from './write-item'

type ItemCalls = Extract<keyof LearningHandlers, `${string} /learning${string}`>

/** The list of links, and what editors write in that of their town. */
export function itemHandlers(): Pick<LearningHandlers, ItemCalls> {
  return {
    'GET /learning': async ({ db, query }) => {
      const { town, theme, limit = 20 } = query
      const rows = await findItems(db, { townCode: town, theme, before: decodeCursor(query.cursor, 'moment', 'id'), limit })
      return pageOf(rows, limit, ({ addedAt, id }) => encodeCursor(addedAt, id))
    },
    'POST /learning': ({ person, body, now, write }) => write((tx) => addItem(tx, editorOf(person), body, now)),
    'PATCH /learning/:id': ({ person, params, body, write }) => write((tx) => changeItem(tx, editorOf(person), params.id, body)),
    'DELETE /learning/:id': ({ person, params, write }) =>
      write(async (tx) => {
        if (!(await deleteItem(tx, editorOf(person).townCode, params.id))) throw noSuchItem()
        return null
      }),
  }
}

/** Editors always have a town: their grants count only there. */
const editorOf = ({ personId, townCode }: Identity): Editor => ({ personId, townCode: townCode as string })
