import type { FastifyInstance } from 'fastify'
import type { Database, Db } from './database/connect'
import type { Settings } from './settings'
import type { Job } from './shared/jobs'
import { deriveKeys, type Keys } from './shared/keys'
import { openPhotoStore } from './shared/photo-store'
import { createPhotoSigner, type PhotoSigner, type PhotoStore } from './shared/photos'
import { createSealer, type Sealer } from './shared/seal'
import { createWechat, type Wechat } from './shared/wechat'

/** What every service is built on. */
export interface Foundation {
  readonly settings: Settings
  readonly database: Database
  readonly db: Db
  readonly now: () => Date
  readonly keys: Keys
  readonly sealer: Sealer
  readonly photoStore: PhotoStore
  readonly photoSigner: PhotoSigner
  readonly wechat: Wechat
}

/** A service: its calls, and what the clock asks of it. */
export interface Service {
  register(app: FastifyInstance, foundation: Foundation): void
  jobs?(foundation: Foundation): Job[]
}

export interface FoundationOptions {
  readonly settings: Settings
  readonly database: Database
  readonly now?: () => Date
}

export async function layFoundation({ settings, database, now = () => new Date() }: FoundationOptions): Promise<Foundation> {
  const keys = await deriveKeys(settings)
  return {
    settings,
    database,
    db: database.db,
    now,
    keys,
    sealer: createSealer(keys.seal),
    photoStore: openPhotoStore(settings.DATA_DIR),
    photoSigner: createPhotoSigner(keys.sign),
    wechat: createWechat(settings, now),
  }
}
