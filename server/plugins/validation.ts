import AjvCompiler from '@fastify/ajv-compiler'
import { SerializerSelector } from '@fastify/fast-json-stringify-compiler'
import type { FastifySchemaCompiler, FastifySerializerCompiler } from 'fastify'
import type { FastifyValidationResult } from 'fastify/types/schema'

const compile = AjvCompiler()
const options = { removeAdditional: false, allErrors: true } as const
/** An address is text: a query's `20` is the number and a single value the list of it. */
const inAddress = compile({}, { customOptions: { ...options, coerceTypes: 'array' } })
/** JSON has types: `null` is no empty text, and `1` is not true. */
const inBody = compile({}, { customOptions: { ...options, coerceTypes: false } })
const writer = SerializerSelector()({}, {})

/** The check of each part of a request, by the schema of its call; compiled when it is first needed, as a start has hundreds of them. */
export const validatorCompiler: FastifySchemaCompiler<object> = (part) => {
  let check: FastifyValidationResult | undefined
  const later: FastifyValidationResult = (data) => {
    check ??= (part.httpPart === 'body' ? inBody : inAddress)(part) as FastifyValidationResult
    const result = check(data)
    later.errors = check.errors ?? null
    return result
  }
  return later
}

/** Writes an answer by the schema of its call; compiled when it is first needed. */
export const serializerCompiler: FastifySerializerCompiler<object> = (part) => {
  let write: ((data: unknown) => string) | undefined
  return (data) => {
    write ??= writer({ httpStatus: 'default', ...part })
    return write(data)
  }
}
