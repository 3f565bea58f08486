import type { FastifyReply } from 'fastify'
import type { Db } from '../database/connect'
import { Refusal, unfit } from '../errors'
import type { Job } from '../shared/jobs'
import { days, later } from '../shared/shanghai'

/** An owner's key, and what it came with. */
export interface Once {
  readonly owner: string
  readonly key: string
  readonly fingerprint: string
  readonly now: Date
}

/** The key's row, for work that keeps its answer there itself, in the statement that makes it. */
export interface Receipt {
  readonly owner: string
  readonly key: string
  /** To be set by who has kept the answer. */
  kept: boolean
}

/**
 * Runs the work once for an owner's key. The key, the work and its answer are one transaction: after a crash there is either
 * all of it or nothing. A second request with the key waits for the first at the unique key, then gets the same answer.
 * Throws 422 when the key came with another body before.
 */
export async function runOnce<T>(db: Db, once: Once, reply: FastifyReply, work: (tx: Db, receipt: Receipt) => Promise<T>): Promise<T> {
  return db.transaction().execute(async (tx) => {
    const taken = await tx
      .insertInto('idempotency_keys')
      .values({ person_id: once.owner, key: once.key, fingerprint: once.fingerprint, created_at: once.now.toISOString() })
      .onConflict((conflict) => conflict.doNothing())
      .returning('key')
      .executeTakeFirst()
    if (!taken) return earlierAnswer<T>(tx, once, reply)
    const receipt = { owner: once.owner, key: once.key, kept: false }
    const answer = await work(tx, receipt)
    if (receipt.kept) return answer
    await tx
      .updateTable('idempotency_keys')
      .set({ answer: JSON.stringify(answer) })
      .where('person_id', '=', once.owner)
      .where('key', '=', once.key)
      .execute()
    return answer
  })
}

/** Throws 400 when the text is no key. */
export function checkKey(text: string): string {
  if (!/^[\x21-\x7e]{8,100}$/.test(text)) throw new Refusal(400, 'idempotency-key-invalid', '请求的防重复编号不对，请刷新后再试。')
  return text
}

/** Whether the owner's key has been used: then there is an answer to be given again. */
export async function isUsed(db: Db, owner: string, key: string): Promise<boolean> {
  const used = await db
    .selectFrom('idempotency_keys')
    .select('key')
    .where('person_id', '=', owner)
    .where('key', '=', key)
    .executeTakeFirst()
  return used !== undefined
}

async function earlierAnswer<T>(tx: Db, once: Once, reply: FastifyReply): Promise<T> {
  const earlier = await tx
    .selectFrom('idempotency_keys')
    .select(['fingerprint', 'answer'])
    .where('person_id', '=', once.owner)
    .where('key', '=', once.key)
    .executeTakeFirstOrThrow()
  if (earlier.fingerprint !== once.fingerprint) {
    throw unfit('idempotency-key-reused', '这个请求编号已经用在另一件事上，请刷新后再试。')
  }
  reply.header('idempotency-replayed', 'true')
  return JSON.parse(earlier.answer as string) as T
}

/** No phone tries a request again after a month. */
export const keySweep: Job = {
  name: 'idempotency-sweep',
  everySeconds: 3600,
  async run(db, now) {
    await db
      .deleteFrom('idempotency_keys')
      .where('created_at', '<', later(now, -days(30)))
      .execute()
  },
}
