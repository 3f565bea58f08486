import rateLimit from '@fastify/rate-limit'
import fp from 'fastify-plugin'
import { Redis } from 'ioredis'
import { Refusal } from '../errors'
import type { Settings } from '../settings'

/** A Redis that is gone or hangs holds a request up for a moment only; then it is not counted. */
const patience = { connectTimeout: 1000, commandTimeout: 250, maxRetriesPerRequest: 1, enableOfflineQueue: false }

/** Requests a minute: a person signed in has a count of their own, everybody else one per address. In Redis when REDIS_URL is set. */
export const limits = fp<{ settings: Settings }>(async (app, { settings }) => {
  const redis = settings.REDIS_URL ? new Redis(settings.REDIS_URL, patience) : undefined
  redis?.on('error', (error) => app.log.warn({ error: error.message }, 'redis'))
  await app.register(rateLimit, {
    max: settings.REQUESTS_PER_MINUTE,
    timeWindow: '1 minute',
    ...(redis ? { redis, nameSpace: 'limit:' } : {}),
    // A limit that cannot be counted lets people through rather than locking the town out.
    skipOnError: true,
    keyGenerator: (request) => request.identity?.personId ?? request.ip,
    errorResponseBuilder: (_request, context) =>
      new Refusal(429, 'too-many-requests', '操作太快了，请稍等一会儿再试。', { retryAfter: Math.ceil(context.ttl / 1000) }),
  })
  app.addHook('onClose', async () => redis?.disconnect())
})
