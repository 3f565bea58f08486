import { createHash } from 'node:crypto'
import { photoCalls } from '../../../contract/photo'
import { conflict, notFound } from '../../errors'
import type { Service } from '../../foundation'
import { withUpload } from '../../plugins/uploads'
import { serve } from '../../serve'
import { photoKey } from '../../shared/photos'
import { develop } from './picture'
import { giveUpOwn, keepPhoto } from './queries'
import { discard, keepOrDiscard, shelve, sweep } from './shelf'

const unknown = () => notFound('photo-not-found', '没有这张照片，或链接已过期。')

/** Pictures of phones: taken in, served by signed URLs, swept when nothing takes them. */
export const photo: Service = {
  register(app, foundation) {
    const { photoStore: store, photoSigner: signer } = foundation
    serve(app, foundation, photoCalls, {
      'POST /photos': async ({ db, now, person, request, write }) => {
        const { picture, fingerprint } = await withUpload(request, async (bytes) => ({
          picture: await develop(bytes),
          fingerprint: createHash('sha256').update(bytes).digest('hex'),
        }))
        const id = await shelve(db, store, person.personId, picture, now)
        const kept = await keepOrDiscard(db, store, id, () => write((tx) => keepPhoto(tx, id), fingerprint))
        return signer.photo(kept, now)
      },
      'DELETE /photos/:id': async ({ db, now, person, params, write }) => {
        const outcome = await write((tx) => giveUpOwn(tx, person.personId, params.id, now))
        if (outcome === 'taken') throw conflict('photo-taken', '这张照片已经用上了，不能再删。')
        if (outcome === 'unknown') throw unknown()
        await discard(db, store, [params.id])
        return null
      },
      'GET /photos/:id/:size': async ({ now, params, query, reply }) => {
        if (!signer.isValid(params.id, params.size, query.expires, query.signature, now)) throw unknown()
        const bytes = await store.get(photoKey(params.id, params.size))
        if (!bytes) throw unknown()
        const left = Math.floor(query.expires - now.getTime() / 1000)
        reply.header('cache-control', `private, max-age=${left}, immutable`)
        return bytes
      },
    })
  },
  jobs: ({ photoStore }) => [{ name: 'photo-sweep', everySeconds: 600, run: (db, now) => sweep(db, photoStore, now) }],
}
