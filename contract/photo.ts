import Type, { type Static } from 'typebox'
import { defineCalls, Id, IdParams, Nothing, oneOf } from './call'

/** A picture as kept: turned upright, without metadata, at most 2048 px; the thumbnail at most 400 px. URLs are signed and short-lived. */
export const Photo = Type.Object({
  id: Id,
  url: Type.String(),
  thumbUrl: Type.String(),
  width: Type.Integer(),
  height: Type.Integer(),
})
export type Photo = Static<typeof Photo>

export const photoSizes = ['full', 'thumb'] as const

export const photoCalls = defineCalls({
  'POST /photos': {
    summary: 'Upload one picture (JPEG, PNG, WebP, AVIF); what nothing takes within a day is deleted',
    who: 'signed-in',
    reply: Photo,
    status: 201,
    idempotent: true,
    upload: true,
    perMinute: 60,
  },
  'DELETE /photos/:id': {
    summary: 'Throw away an upload of one’s own that nothing has taken',
    who: 'signed-in',
    params: IdParams,
    reply: Nothing,
    status: 204,
  },
  'GET /photos/:id/:size': {
    summary: 'The picture behind a signed URL',
    who: 'anyone',
    params: Type.Object({ id: Id, size: oneOf(photoSizes) }),
    query: Type.Object({ expires: Type.Integer({ minimum: 0 }), signature: Type.String({ maxLength: 100 }) }),
    reply: Type.Unsafe<Buffer>(Type.String({ format: 'binary' })),
    produces: 'image/jpeg',
    perMinute: 1200,
  },
})
