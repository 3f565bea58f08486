import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifySchema } from 'fastify'
import fp from 'fastify-plugin'
import { type Call, Problem } from '../../contract/call'

const idempotencyHeader = {
  type: 'object',
  properties: { 'idempotency-key': { type: 'string', description: 'Made by the client for each new thing; kept on every retry of it.' } },
} as const

/** Only for the document: the form itself is read by plugins/uploads.ts. */
const uploadBody = {
  type: 'object',
  required: ['file'],
  properties: { file: { type: 'string', contentMediaType: 'image/*', description: 'At most 20 MB' } },
} as const

/** The Fastify schema of a call: validation, serialisation and the OpenAPI document come from it. Only the keys that exist. */
export function schemaOf(call: Call): FastifySchema {
  const success = call.status ?? 200
  const reply = call.produces ? { content: { [call.produces]: { schema: call.reply } } } : call.reply
  return {
    summary: call.summary,
    description: `Who: ${typeof call.who === 'string' ? call.who : call.who.join(', ')}`,
    ...(call.who === 'anyone' ? {} : { security: [{ bearer: [] }] }),
    ...(call.params ? { params: call.params } : {}),
    ...(call.query ? { querystring: call.query } : {}),
    ...(call.body ? { body: call.body } : {}),
    ...(call.upload ? { consumes: ['multipart/form-data'] } : {}),
    ...(call.idempotent ? { headers: idempotencyHeader } : {}),
    response: {
      [success]: reply,
      '4xx': { description: 'Problem (RFC 9457)', content: { 'application/problem+json': { schema: Problem } } },
      '5xx': { description: 'Problem (RFC 9457)', content: { 'application/problem+json': { schema: Problem } } },
    },
  } as FastifySchema
}

/** OpenAPI 3.1 at /openapi.json below the base path, readable pages at /api/docs. */
export const openapi = fp(async (app) => {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: '家门口这点事 API',
        version: '1',
        description: 'See contract/ in the repository. Errors are RFC 9457 problems; `code` is stable, `detail` is Chinese.',
      },
      components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } },
    },
    transform: ({ schema, url }) => ({ schema: schema.consumes ? { ...schema, body: uploadBody } : schema, url }),
  })
  await app.register(swaggerUi, { routePrefix: '/api/docs' })
  app.get('/api/v1/openapi.json', { schema: { hide: true } }, async () => app.swagger())
})
