import { boardFileCalls, boardReadCalls, boardStaffCalls } from '../../../contract/board'
import type { Service } from '../../foundation'
import { type Handlers, serve } from '../../serve'
import { appealHandlers } from './appeal-handlers'
import { definitionHandlers } from './definition-handlers'
import { draftHandlers } from './draft-handlers'
import { importHandlers } from './import-handlers'
import { boardImportSweep } from './import-job'
import { ImportReader } from './import-reader'
import { publicationHandlers } from './publication-handlers'
import { readHandlers } from './read-handlers'

export type BoardReadHandlers = Handlers<typeof boardReadCalls>
export type BoardStaffHandlers = Handlers<typeof boardStaffCalls>
export type BoardFileHandlers = Handlers<typeof boardFileCalls>

/** Boards: who stands where, written or counted, looked at by a second person, and out for good. */
export const board: Service = {
  register(app, foundation) {
    serve(app, foundation, boardReadCalls, readHandlers(foundation))
    const staff = { ...definitionHandlers(foundation), ...draftHandlers(foundation), ...publicationHandlers(foundation) }
    serve(app, foundation, boardStaffCalls, { ...staff, ...appealHandlers(foundation) })
    const reader = new ImportReader(foundation.db, foundation.now, app.log)
    app.addHook('onClose', () => reader.stop())
    serve(app, foundation, boardFileCalls, importHandlers(foundation, reader))
  },
  jobs: () => [boardImportSweep],
}
