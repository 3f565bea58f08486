import cors from '@fastify/cors'
import helmet from '@fastify/helmet'
import fastify, { type FastifyInstance } from 'fastify'
import { type FoundationOptions, layFoundation, type Service } from './foundation'
import { auth, guard } from './plugins/auth'
import { health } from './plugins/health'
import { keySweep } from './plugins/idempotency'
import { limits } from './plugins/limits'
import { openapi } from './plugins/openapi'
import { frameworkErrors, loggedError, problems } from './plugins/problems'
import { uploads } from './plugins/uploads'
import { serializerCompiler, validatorCompiler } from './plugins/validation'
import { webApp } from './plugins/web-app'
import { account } from './services/account/routes'
import { board } from './services/board/routes'
import { branch } from './services/branch/routes'
import { canteen } from './services/canteen/routes'
import { learning } from './services/learning/routes'
import { mailbox } from './services/mailbox/routes'
import { photo } from './services/photo/routes'
import { place } from './services/place/routes'
import { report } from './services/report/routes'
import { sorting } from './services/sorting/routes'
import { study } from './services/study/routes'
import { newId } from './shared/id'
import type { Job } from './shared/jobs'

/** One line a service. */
const services: readonly Service[] = [account, place, photo, report, canteen, study, branch, mailbox, learning, board, sorting]

declare module 'fastify' {
  interface FastifyInstance {
    /** What the clock asks for; main.ts starts them. */
    readonly jobs: readonly Job[]
  }
}

/** Builds the API on an open, migrated database. It never listens and starts no clock: main.ts and the tests do. */
export async function buildApp(options: FoundationOptions): Promise<FastifyInstance> {
  const foundation = await layFoundation(options)
  const { settings, database, now, keys } = foundation
  const app = fastify({
    trustProxy: settings.TRUST_PROXY || false,
    genReqId: newId,
    frameworkErrors,
    bodyLimit: 256 * 1024,
    requestTimeout: 60_000,
    logger: {
      level: settings.LOG_LEVEL,
      // Query strings may hold a position or a signature: only the path is logged.
      serializers: { req: (request) => ({ method: request.method, path: request.url.split('?')[0] }), err: loggedError },
    },
    routerOptions: { maxParamLength: 100 },
  })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  await app.register(helmet, webApp.security)
  await app.register(cors, {
    origin: settings.CORS_ORIGINS ? settings.CORS_ORIGINS.split(',').map((origin) => origin.trim()) : false,
    methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
    exposedHeaders: ['etag', 'idempotency-replayed', 'retry-after'],
    maxAge: 3600,
  })
  await app.register(auth, { database, now, tokenKey: keys.token })
  await app.register(limits, { settings })
  await app.register(openapi)
  await app.register(guard)
  await app.register(problems)
  await app.register(uploads)
  await app.register(health, { foundation })
  await app.register(
    async (api) => {
      for (const service of services) service.register(api, foundation)
    },
    { prefix: '/api/v1' },
  )
  app.decorate('jobs', [keySweep, ...services.flatMap((service) => service.jobs?.(foundation) ?? [])])
  await app.register(webApp.plugin)
  return app
}
