import { createHash } from 'node:crypto'
import { photoCalls } from '../../../contract/photo'
import { notFound } from '../../errors'
import type { Foundation, Service } from '../../foundation'
import { uploadedFile } from '../../plugins/uploads'
import { serve } from '../../serve'
import { newId } from '../../shared/id'
import { photoKey } from '../../shared/photos'
import { days, later } from '../../shared/shanghai'
import { takeIn } from './picture'
import { deleteForgotten, deleteOwn, insertPhoto } from './queries'

const sizes = ['full', 'thumb'] as const
const missing = () => notFound('photo-not-found', '照片不在了，请刷新后再看。')

const dropFiles = ({ photoStore }: Foundation, ids: readonly string[]) =>
  Promise.all(ids.flatMap((id) => sizes.map((size) => photoStore.delete(photoKey(id, size)))))

/** Pictures: taken in, served by signed URLs, swept when nothing took them. */
export const photo: Service = {
  register(app, foundation) {
    const { photoStore, photoSigner } = foundation
    serve(app, foundation, photoCalls, {
      'POST /photos': async ({ person, now, request, write }) => {
        const bytes = await uploadedFile(request)
        const picture = await takeIn(bytes)
        const id = newId()
        await photoStore.put(photoKey(id, 'full'), picture.full)
        await photoStore.put(photoKey(id, 'thumb'), picture.thumb)
        const kept = await write(async (tx) => {
          await insertPhoto(tx, now, {
            id,
            ownerId: person.personId,
            digest: picture.digest,
            width: picture.width,
            height: picture.height,
            bytes: picture.full.length,
          })
          return { id, width: picture.width, height: picture.height }
        }, createHash('sha256').update(bytes).digest('hex')).catch(async (error) => {
          await dropFiles(foundation, [id])
          throw error
        })
        // A repeat under the same key gave the first picture: the second copy is not needed.
        if (kept.id !== id) await dropFiles(foundation, [id])
        return photoSigner.photo(kept, now)
      },
      'DELETE /photos/:id': async ({ person, params, write }) => {
        if (!(await write((tx) => deleteOwn(tx, person.personId, params.id)))) throw missing()
        await dropFiles(foundation, [params.id])
        return null
      },
      'GET /photos/:id/:size': async ({ params, query, now, reply }) => {
        if (!photoSigner.isValid(params.id, params.size, query.expires, query.signature, now)) throw missing()
        const bytes = await photoStore.get(photoKey(params.id, params.size)).catch(() => {
          throw missing()
        })
        reply.header('cache-control', `private, max-age=${Math.floor(query.expires - now.getTime() / 1000)}, immutable`)
        return bytes
      },
    })
  },
  jobs: (foundation) => [
    {
      name: 'photo-sweep',
      everySeconds: 600,
      run: async (db, now) => {
        await dropFiles(foundation, await deleteForgotten(db, later(now, -days(1)), 500))
      },
    },
  ],
}
