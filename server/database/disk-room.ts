import { statfsSync } from 'node:fs'
import path from 'node:path'

/**
 * PGlite that cannot make its next 16 MB piece of the log spins for ever, and the process with it. So with less than this left on
 * the disk nothing is begun, until there is room again.
 */
const leastRoom = 64 * 1024 * 1024

/** Throws ENOSPC when the disk of a folder is nearly full. */
export function mustHaveRoom(folder: string): void {
  const { bavail, bsize, blocks } = statfsSync(folder)
  // Some file systems do not count: then nothing is known.
  if (blocks > 0 && bavail * bsize < leastRoom) {
    throw Object.assign(new Error(`The disk of ${path.resolve(folder)} is full: less than 64 MB are left.`), { code: 'ENOSPC' })
  }
}
