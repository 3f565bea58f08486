import type { Job } from '../../shared/jobs'
import { days, later } from '../../shared/shanghai'
import { broken } from './import-reader'
import { giveUp, sweepImports, sweepRows } from './queries-imports'

/** A reader says every five seconds that it is alive. */
const silence = 30_000
/** A job has the one connection of the embedded database to itself: it takes a little at a time. */
const batch = 10_000
const stale = { line: 0, message: '放了一天没有导入，请再传一次。' }

/** Refuses imports whose reader has died, and throws away what is left of those that are over. */
export const boardImportSweep: Job = {
  name: 'board-imports',
  everySeconds: 15,
  async run(db, now) {
    const dayAgo = later(now, -days(1))
    await giveUp(db, 'reading', later(now, -silence), broken)
    await giveUp(db, 'ready', dayAgo, stale)
    await sweepRows(db, batch)
    await sweepImports(db, dayAgo)
  },
}
