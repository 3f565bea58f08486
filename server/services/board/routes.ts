import { boardReadCalls, boardStaffCalls } from '../../../contract/board'
import type { Service } from '../../foundation'
import { type Handlers, serve } from '../../serve'
import { appealHandlers } from './appeal-handlers'
import { definitionHandlers } from './definition-handlers'
import { draftHandlers } from './draft-handlers'
import { publicationHandlers } from './publication-handlers'
import { readHandlers } from './read-handlers'

export type BoardReadHandlers = Handlers<typeof boardReadCalls>
export type BoardStaffHandlers = Handlers<typeof boardStaffCalls>

/** Boards: who stands where, written or counted, looked at by a second person, and out for good. */
export const board: Service = {
  register(app, foundation) {
    serve(app, foundation, boardReadCalls, readHandlers(foundation))
    const staff = { ...definitionHandlers(foundation), ...draftHandlers(foundation), ...publicationHandlers(foundation) }
    serve(app, foundation, boardStaffCalls, { ...staff, ...appealHandlers(foundation) })
  },
}
