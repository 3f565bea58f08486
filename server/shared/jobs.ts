import type { FastifyBaseLogger } from 'fastify'
import { sql } from 'kysely'
import type { Db } from '../database/connect'

/** Work that the clock asks for. `run` must be harmless to repeat: it finds in the database what is still to be done. */
export interface Job {
  readonly name: string
  readonly everySeconds: number
  run(db: Db, now: Date): Promise<void>
}

/** Runs each job again and again, in one process at a time; gives the function that stops them. See docs/decisions/0003-jobs.md. */
export function startJobs(jobs: readonly Job[], db: Db, now: () => Date, log: FastifyBaseLogger): () => Promise<void> {
  let stopped = false
  const loops = jobs.map((job) => {
    let timer: NodeJS.Timeout
    let running = Promise.resolve()
    const turn = async () => {
      await runAlone(job, db, now()).catch((error) => log.error({ err: error, job: job.name }, 'job failed'))
      if (!stopped) timer = setTimeout(start, job.everySeconds * 1000)
    }
    const start = () => {
      running = turn()
    }
    start()
    return async () => {
      clearTimeout(timer)
      await running
    }
  })
  return async () => {
    stopped = true
    await Promise.all(loops.map((stop) => stop()))
  }
}

/** Another process that has the lock is doing it: then there is nothing to do here. */
async function runAlone(job: Job, db: Db, now: Date): Promise<void> {
  await db.connection().execute(async (connection) => {
    const { rows } = await sql<{ mine: boolean }>`select pg_try_advisory_lock(hashtext(${job.name})) as mine`.execute(connection)
    if (!rows[0]?.mine) return
    try {
      await job.run(connection, now)
    } finally {
      await sql`select pg_advisory_unlock(hashtext(${job.name}))`.execute(connection)
    }
  })
}
