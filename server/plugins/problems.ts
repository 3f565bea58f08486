import { STATUS_CODES } from 'node:http'
import type { FastifyError, FastifyReply, FastifyRequest, FastifySchemaValidationError } from 'fastify'
import fp from 'fastify-plugin'
import type { Problem } from '../../contract/call'
import { Refusal, unavailable } from '../errors'

/** Turns everything thrown into a problem (RFC 9457) with a stable code; what is ours to blame shows nothing of the inside. */
export const problems = fp(async (app) => {
  app.setErrorHandler((error: FastifyError | Refusal, request, reply) => send(request, reply, refusalOf(error, request)))
  app.setNotFoundHandler({ preHandler: app.rateLimit() }, (request, reply) =>
    send(request, reply, new Refusal(404, 'no-such-call', '没有这个地址。')),
  )
})

/** What fastify refuses before any hook or handler: an address that is none. */
export const frameworkErrors = (_error: FastifyError, request: FastifyRequest, reply: FastifyReply) =>
  send(request, reply, new Refusal(400, 'address-invalid', '这个地址不对。'))

function send(request: FastifyRequest, reply: FastifyReply, refusal: Refusal) {
  const { status, code, detail, extra } = refusal
  const problem: Problem = {
    type: `https://jiamenkou.example/problems/${code}`,
    title: STATUS_CODES[status] ?? 'Error',
    status,
    detail,
    code,
    requestId: request.id,
    ...(extra.errors ? { errors: extra.errors } : {}),
  }
  if (extra.retryAfter) reply.header('retry-after', extra.retryAfter)
  if (status === 401) reply.header('www-authenticate', 'Bearer')
  return reply.code(status).type('application/problem+json').serializer(JSON.stringify).send(problem)
}

const byFastifyCode: Record<string, Refusal> = {
  FST_ERR_CTP_BODY_TOO_LARGE: new Refusal(413, 'body-too-large', '内容太大了。'),
  FST_REQ_FILE_TOO_LARGE: new Refusal(413, 'photo-too-large', '照片或文件太大了，请选 20 MB 以内的。'),
  FST_FILES_LIMIT: new Refusal(400, 'upload-too-many', '一次只能传一张照片或一个文件。'),
  FST_PARTS_LIMIT: new Refusal(400, 'upload-too-many', '一次只能传一张照片或一个文件。'),
  FST_FIELDS_LIMIT: new Refusal(400, 'upload-too-many', '一次只能传一张照片或一个文件。'),
  FST_MP_PREMATURE_CLOSE: new Refusal(400, 'upload-broken', '照片或文件没有传完整，请再传一次。'),
  FST_ERR_CTP_INVALID_MEDIA_TYPE: new Refusal(415, 'media-type', '不支持这种内容格式。'),
  FST_ERR_CTP_EMPTY_JSON_BODY: new Refusal(400, 'body-invalid', '请求内容不对。'),
  FST_ERR_CTP_INVALID_JSON_BODY: new Refusal(400, 'body-invalid', '请求内容不对。'),
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: new Refusal(400, 'body-invalid', '请求内容不对。'),
}

function refusalOf(error: FastifyError | Refusal, request: FastifyRequest): Refusal {
  if (error instanceof Refusal) {
    if (error.cause) request.log.warn({ code: error.code, cause: error.cause }, 'refused')
    return error
  }
  if (error.validation)
    return new Refusal(400, 'input-invalid', '有内容填得不对，请检查。', {
      errors: error.validation.map((fault) => fieldError(fault, error.validationContext)),
    })
  const known = byFastifyCode[error.code]
  if (known) return known
  if (isOutage(error)) {
    request.log.error({ err: error }, 'unavailable')
    return unavailable()
  }
  if (error.statusCode && error.statusCode >= 400 && error.statusCode < 500)
    return new Refusal(error.statusCode, 'request-invalid', '请求不对，请刷新后再试。')
  // Text that no database column takes (a zero byte, half a surrogate pair) is bad input, not our fault.
  if (error.code === '22021' || error.code === '22P05') return new Refusal(400, 'text-invalid', '文字里有不能识别的字符，请删掉再试。')
  request.log.error({ err: error }, 'failed')
  return new Refusal(500, 'internal', '服务出了点问题，我们已经记下，请稍后再试。')
}

/** What the log keeps of an error: where it happened. A database's error carries the values of its statement as well. */
export const loggedError = ({ name, message, code, stack = '' }: Error & { code?: string }) => ({ type: name, message, code, stack })

const outages = new Set([
  'ENOSPC',
  'EDQUOT',
  'EROFS',
  'EIO',
  'EMFILE',
  'ENFILE',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EPIPE',
  'ETIMEDOUT',
  '53100',
  '53200',
  '53300',
  '57P01',
  '57P02',
  '57P03',
  '57014',
  '55P03',
  '40P01',
  '40001',
])

/** What comes without a code. */
const outageWords =
  /Connection terminated|timeout exceeded when trying to connect|Query read timeout|not queryable|cached plan must not change|No space left|could not extend file/i

/** The database is gone or busy, or the disk is full: it passes, so the client may try again. */
function isOutage(error: Error & { code?: string }): boolean {
  return outages.has(error.code ?? '') || error.code?.startsWith('08') === true || outageWords.test(error.message)
}

const words: Record<string, (params: Record<string, unknown>) => string> = {
  required: () => '必须填写',
  additionalProperties: () => '不认识这一项',
  maxLength: (params) => `最多 ${params.limit} 个字`,
  minLength: () => '不能为空',
  maxItems: (params) => `最多 ${params.limit} 个`,
  uniqueItems: () => '不能重复',
  minimum: (params) => `不能小于 ${params.limit}`,
  maximum: (params) => `不能大于 ${params.limit}`,
  pattern: () => '格式不对',
  format: () => '格式不对',
  type: () => '类型不对',
  enum: () => '不是可选的值',
  anyOf: () => '不是可选的值',
}

function fieldError(fault: FastifySchemaValidationError, context = ''): { path: string; message: string } {
  const params = fault.params as Record<string, unknown>
  const field = (params.missingProperty ?? params.additionalProperty) as string | undefined
  return { path: `${context}${fault.instancePath}${field ? `/${field}` : ''}`, message: words[fault.keyword]?.(params) ?? '不对' }
}
