import fp from 'fastify-plugin'
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import { ping } from '../database/connect'
import { notFound, unavailable } from '../errors'
import type { Foundation } from '../foundation'

/** /healthz: the process lives. /readyz: the database answers with all migrations in. /metrics: for Prometheus, by token or from this machine only. */
export const health = fp<{ foundation: Foundation }>(async (app, { foundation }) => {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const durations = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from request to answer',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.1, 0.5, 1, 5],
    registers: [registry],
  })
  app.addHook('onResponse', async (request, reply) => {
    durations.observe(
      { method: request.method, route: request.routeOptions.url ?? 'none', status: reply.statusCode },
      reply.elapsedTime / 1000,
    )
  })
  const hidden = { schema: { hide: true }, config: { rateLimit: false as const } }
  app.get('/healthz', hidden, async () => ({ status: 'alive' }))
  app.get('/readyz', hidden, async () => {
    await ping(foundation.db).catch(() => {
      throw unavailable()
    })
    return { status: 'ready' }
  })
  app.get('/metrics', hidden, async (request, reply) => {
    const { METRICS_TOKEN } = foundation.settings
    // A proxy on this machine is near too; whom it forwards is not.
    const isNear = ['127.0.0.1', '::1'].includes(request.ip) && !request.headers['x-forwarded-for']
    const allowed = METRICS_TOKEN ? request.headers.authorization === `Bearer ${METRICS_TOKEN}` : isNear
    if (!allowed) throw notFound('no-such-call', '没有这个地址。')
    return reply.type(registry.contentType).send(await registry.metrics())
  })
})
