import { setTimeout } from 'node:timers/promises'
import { Semaphore } from 'async-mutex'
import type { FastifyBaseLogger } from 'fastify'
import type { Db } from '../../database/connect'
import type { Refusal } from '../../errors'
import { TableFault } from '../../shared/table-bounds'
import { badRows, type Fault, fileRefusal } from '../../shared/table-rows'
import { beat, endReading } from './queries-imports'
import { Reading, type ReadJob } from './read-import'

/** Each takes the processor for itself, and some memory. */
const places = new Semaphore(2)
const beatMs = 5000

/** What an import says that was not read to its end. Line 0: all of the file. */
export const broken: Fault = { line: 0, message: '导入中断了，请再传一次。' }

/** Reads files on, however long their calls wait for it. */
export class ImportReader {
  private readonly running = new Map<string, Promise<Refusal | undefined>>()
  private readonly ending = new AbortController()

  constructor(
    private readonly db: Db,
    private readonly now: () => Date,
    private readonly log: FastifyBaseLogger,
  ) {}

  /** Begins to read, when there is a place. The file is closed at the end. */
  begin(job: ReadJob): void {
    this.log.info({ import: job.id }, 'import begun')
    const alive = setInterval(() => beat(this.db, job, this.now()).catch(() => {}), beatMs)
    const reading = places
      .runExclusive(() => this.read(job))
      .catch((error) => this.giveUp(job, error))
      .finally(() => {
        clearInterval(alive)
        this.running.delete(job.id)
        return job.file.close()
      })
    this.running.set(job.id, reading)
  }

  /** Waits for the end of a reading, but not for long; gives what its file is refused with. */
  async refusal(id: string, mostMs: number): Promise<Refusal | undefined> {
    const done = new AbortController()
    const patience = setTimeout(mostMs, undefined, { signal: done.signal }).catch(() => undefined)
    try {
      return await Promise.race([this.running.get(id), patience])
    } finally {
      done.abort()
    }
  }

  /** Gives up what is being read. */
  async stop(): Promise<void> {
    this.ending.abort()
    await Promise.allSettled(this.running.values())
  }

  private async read(job: ReadJob): Promise<Refusal | undefined> {
    try {
      const result = await new Reading(this.db, job, this.now, this.ending.signal).run()
      await endReading(this.db, job, result)
      return result.faultCount > 0 ? badRows(result.faults, 'board', result.faultCount) : undefined
    } catch (error) {
      if (!(error instanceof TableFault)) throw error
      await endReading(this.db, job, { rows: 0, faults: [{ line: 0, message: error.detail }], faultCount: 1 })
      return fileRefusal(error, 'board')
    }
  }

  private async giveUp(job: ReadJob, error: unknown): Promise<undefined> {
    this.log.warn({ err: error, import: job.id }, 'import given up')
    // What cannot be written down now, the clock does later.
    await endReading(this.db, job, { rows: 0, faults: [broken], faultCount: 1 }).catch(() => {})
  }
}
