import { hkdfSync, randomBytes } from 'node:crypto'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Settings } from '../settings'

export interface Keys {
  readonly token: string
  readonly seal: Buffer
  readonly sign: Buffer
  readonly pickup: Buffer
  readonly study: Buffer
  readonly board: Buffer
}

/** One key for each use, derived from SECRET_KEY; in demo mode without one, a key is made once and kept under DATA_DIR. */
export async function deriveKeys(settings: Settings): Promise<Keys> {
  const secret = settings.SECRET_KEY || (await demoSecret(settings.DATA_DIR))
  const derive = (use: string) => Buffer.from(hkdfSync('sha256', secret, 'jiamenkou', use, 32))
  return {
    token: derive('token').toString('base64url'),
    seal: derive('seal'),
    sign: derive('sign'),
    pickup: derive('pickup'),
    study: derive('study'),
    board: derive('board'),
  }
}

async function demoSecret(dataDir: string): Promise<string> {
  const file = path.join(dataDir, 'demo-secret')
  await mkdir(dataDir, { recursive: true })
  // Written aside and then linked: whoever finds the file finds it whole, even after a crash.
  const made = `${file}.${process.pid}`
  await writeFile(made, randomBytes(32).toString('base64url'), { mode: 0o600 })
  await link(made, file).catch((error) => {
    if (error.code !== 'EEXIST') throw error
  })
  await rm(made)
  return readFile(file, 'utf8')
}
