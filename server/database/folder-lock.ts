import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { lock } from 'proper-lockfile'

/** Another process has the data folder: two of them on one folder lose data. */
export class FolderTaken extends Error {}

/** Takes the folder for this process; gives the function that lets it go. Throws FolderTaken. A lock left by a crash does not block. */
export async function takeFolder(folder: string): Promise<() => Promise<void>> {
  await mkdir(folder, { recursive: true })
  const lockfilePath = path.join(folder, 'server.lock')
  const ownerFile = path.join(folder, 'server.pid')
  const acquire = () => lock(folder, { lockfilePath, stale: 30_000, update: 5_000 })
  let release: () => Promise<void>
  try {
    release = await acquire()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ELOCKED') throw error
    const owner = Number(await readFile(ownerFile, 'utf8').catch(() => ''))
    if (owner === 0 || isAlive(owner)) {
      throw new FolderTaken(
        `Another server (process ${owner || 'unknown'}) is running on the data folder ${path.resolve(folder)}. Stop it, or set another DATA_DIR.`,
      )
    }
    await rm(lockfilePath, { recursive: true, force: true })
    release = await acquire()
  }
  await writeFile(ownerFile, String(process.pid))
  return release
}

function isAlive(pid: number): boolean {
  // In a container every run has the same number: our own is that of a run before us.
  if (pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
