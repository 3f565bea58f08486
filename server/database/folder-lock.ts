import { readFileSync } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { type LockOptions, lock } from 'proper-lockfile'

/** Another process has the data folder: two of them on one folder lose data. */
export class FolderTaken extends Error {}

interface Owner {
  readonly host: string
  readonly pid: number
  /** Tells a process from another that got the same number, after a restart or in a container. */
  readonly born: string
}

/** Takes the folder for this process; gives the function that lets it go. Throws FolderTaken. A lock left by a crash does not block. */
export async function takeFolder(folder: string): Promise<() => Promise<void>> {
  await mkdir(folder, { recursive: true })
  // Who looks whether a lock is left by the dead must be alone with it.
  const alone = await hold(path.join(folder, 'server.start.lock'), { stale: 10_000, retries: patience(15) })
  try {
    return await takeAlone(folder)
  } finally {
    await alone()
  }
}

async function takeAlone(folder: string): Promise<() => Promise<void>> {
  const lockFolder = path.join(folder, 'server.lock')
  const ownerFile = path.join(folder, 'server.owner')
  const owner = await readOwner(ownerFile)
  const near = owner?.host === os.hostname()
  if (owner && near) {
    if (isRunning(owner)) throw taken(folder, `process ${owner.pid}`)
    await rm(lockFolder, { recursive: true, force: true })
  }
  // Of an owner on another machine only the lock's age can tell: it is touched every few seconds.
  const release = await hold(lockFolder, { stale: 30_000, update: 5_000, ...(near ? {} : { retries: patience(35) }) }).catch((error) => {
    throw error.code === 'ELOCKED' ? taken(folder, owner ? `process ${owner.pid} on ${owner.host}` : 'an unknown process') : error
  })
  await writeFile(ownerFile, JSON.stringify({ host: os.hostname(), pid: process.pid, born: bornAt(process.pid) } satisfies Owner))
  return async () => {
    await rm(ownerFile, { force: true })
    await release()
  }
}

const patience = (seconds: number) => ({ retries: seconds * 10, factor: 1, minTimeout: 100, maxTimeout: 100 })

const hold = (lockfilePath: string, options: LockOptions) =>
  lock(lockfilePath, { lockfilePath, realpath: false, onCompromised: stopAtOnce, ...options })

const taken = (folder: string, who: string) =>
  new FolderTaken(`Another server (${who}) is running on the data folder ${path.resolve(folder)}. Stop it, or set another DATA_DIR.`)

/** Somebody took our lock away: each further write could be lost or do harm. */
function stopAtOnce(error: Error): void {
  process.stderr.write(`The lock on the data folder is lost (${error.message}): stopping.\n`)
  process.exit(1)
}

async function readOwner(file: string): Promise<Owner | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Owner
  } catch {
    return undefined
  }
}

function isRunning({ pid, born }: Owner): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  return bornAt(pid) === born
}

/** When the process began, in ticks since the machine began; empty where the system does not say. */
function bornAt(pid: number): string {
  try {
    // The second field is a name in parentheses, which may hold anything.
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[19] ?? ''
  } catch {
    return ''
  }
}
