import path from 'node:path'
import { Disk } from 'flydrive'
import { FSDriver } from 'flydrive/drivers/fs'
import type { PhotoStore } from './photos'

/** Pictures as files under DATA_DIR/photos. */
export function openPhotoStore(dataDir: string): PhotoStore {
  const disk = new Disk(new FSDriver({ location: path.resolve(dataDir, 'photos'), visibility: 'private' }))
  return {
    put: (key, bytes) => disk.put(key, bytes),
    get: async (key) => Buffer.from(await disk.getBytes(key)),
    delete: (key) => disk.delete(key),
  }
}
