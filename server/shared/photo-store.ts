import path from 'node:path'
import { Disk } from 'flydrive'
import { FSDriver } from 'flydrive/drivers/fs'
import { unavailable } from '../errors'
import type { PhotoStore } from './photos'

type StoreError = Error & { code?: string; cause?: StoreError }

/** Pictures as files under DATA_DIR/photos. */
export function openPhotoStore(dataDir: string): PhotoStore {
  const disk = new Disk(new FSDriver({ location: path.resolve(dataDir, 'photos'), visibility: 'private' }))
  return {
    put: (key, bytes) => disk.put(key, bytes).catch(outage),
    get: (key) => disk.getBytes(key).then(Buffer.from, (error: StoreError) => (isMissing(error) ? undefined : outage(error))),
    delete: (key) => disk.delete(key).catch(outage),
  }
}

/** Whatever keeps the store from its work (a full disk, a folder gone read-only) passes. */
function outage(error: StoreError): never {
  throw Object.assign(unavailable(), { cause: reasonOf(error) })
}

const isMissing = (error: StoreError): boolean => error.code === 'ENOENT' || (error.cause !== undefined && isMissing(error.cause))
const reasonOf = (error: StoreError): string => error.cause?.message ?? error.message
