import { createHash } from 'node:crypto'
import { type FileHandle, open, readFile, stat } from 'node:fs/promises'
import multipart from '@fastify/multipart'
import { Semaphore } from 'async-mutex'
import type { FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { Refusal } from '../errors'
import { chunkBytes, type TableSource } from '../shared/table-source'

/** A phone's picture straight from the camera may have 15 MB. */
const uploadBytes = 20 * 1024 * 1024

export const uploads = fp(async (app) => {
  await app.register(multipart, { limits: { fileSize: uploadBytes, files: 1, fields: 5, fieldSize: 1000, parts: 6, headerPairs: 50 } })
})

const megabyte = 1024 * 1024
/** Uploads that are worked on lie in memory; beyond so many megabytes they wait on the disk. */
const room = new Semaphore(160)

/**
 * Runs the work on the bytes of the part named `file`. It is received onto the disk, so that a phone on a slow line holds up nobody
 * else, and then read when there is room for it. Throws a Refusal when there is no such part, or it is empty or too large.
 */
export async function withUpload<T>(request: FastifyRequest, work: (bytes: Buffer) => Promise<T>): Promise<T> {
  const { path, size } = await savedFile(request)
  return room.runExclusive(async () => work(await readFile(path)), Math.ceil(size / megabyte))
}

/** A file on the disk that outlives its request. It has no name there: whatever becomes of the process, nothing is left of it. */
export interface ReceivedFile extends TableSource {
  readonly fingerprint: string
  close(): Promise<void>
}

/** The part named `file`, of at most so many megabytes, not read yet. Throws a Refusal when there is no such part, or it is empty or too large. */
export async function receiveFile(request: FastifyRequest, megabytes: number): Promise<ReceivedFile> {
  const { path, size } = await savedFile(request, megabytes)
  const handle = await open(path)
  try {
    const source = sourceOf(handle, size)
    const hash = createHash('sha256')
    for await (const chunk of source.chunks()) hash.update(chunk)
    return { ...source, fingerprint: hash.digest('hex'), close: () => handle.close() }
  } catch (error) {
    await handle.close()
    throw error
  }
}

const sourceOf = (handle: FileHandle, size: number): TableSource => ({
  size,
  // A stream of the handle would close it when nobody reads it to its end.
  async *chunks() {
    for (let at = 0; at < size; at += chunkBytes) {
      const chunk = Buffer.alloc(Math.min(chunkBytes, size - at))
      await handle.read(chunk, 0, chunk.length, at)
      yield chunk
    }
  },
  async whole() {
    const bytes = Buffer.alloc(size)
    await handle.read(bytes, 0, size, 0)
    return bytes
  },
})

async function savedFile(request: FastifyRequest, megabytes?: number): Promise<{ path: string; size: number }> {
  if (!request.isMultipart()) throw new Refusal(415, 'upload-not-multipart', '请用选择照片或文件的方式上传。')
  const limits = megabytes ? { limits: { fileSize: megabytes * megabyte } } : {}
  const { files } = await request.saveRequestFiles(limits).catch((error) => broken(error, megabytes))
  const part = files[0]
  if (part?.fieldname !== 'file') throw new Refusal(400, 'upload-missing', '没有收到照片或文件，请重新选择。')
  const { size } = await stat(part.filepath)
  if (size === 0) throw new Refusal(422, 'photo-empty', '这张照片或这个文件是空的，请重新选择。')
  return { path: part.filepath, size }
}

/** What the parser of forms throws without a code of its own: the form is broken, or the phone went away in the middle. */
function broken(error: Error & { code?: string }, megabytes?: number): never {
  if (megabytes && error.code === 'FST_REQ_FILE_TOO_LARGE')
    throw new Refusal(413, 'upload-too-large', `文件太大了，请选 ${megabytes} MB 以内的。`)
  throw error.code?.startsWith('FST_') ? error : new Refusal(400, 'upload-broken', '照片或文件没有传完整，请再传一次。')
}
