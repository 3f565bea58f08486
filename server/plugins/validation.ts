import AjvCompiler from '@fastify/ajv-compiler'
import type { FastifySchemaCompiler } from 'fastify'

const compile = AjvCompiler()
const options = { removeAdditional: false, allErrors: true } as const
/** An address is text: a query's `20` is the number and a single value the list of it. */
const inAddress = compile({}, { customOptions: { ...options, coerceTypes: 'array' } })
/** JSON has types: `null` is no empty text, and `1` is not true. */
const inBody = compile({}, { customOptions: { ...options, coerceTypes: false } })

/** Compiles the check of each part of a request, by the schema of its call. */
export const validatorCompiler: FastifySchemaCompiler<object> = (part) => (part.httpPart === 'body' ? inBody : inAddress)(part)
