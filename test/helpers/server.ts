import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { FastifyInstance, InjectOptions } from 'fastify'
import type { AllCalls } from '../../contract'
import type { Persona } from '../../contract/account'
import type { BodyOf, ParamsOf, Problem, QueryOf, ReplyOf } from '../../contract/call'
import { buildApp } from '../../server/app'
import type { Database, Db } from '../../server/database/connect'
import { seedDemo } from '../../server/database/demo/seed'
import { migrate } from '../../server/database/migrate'
import { accessSeconds } from '../../server/plugins/auth'
import type { Settings } from '../../server/settings'
import { deriveKeys } from '../../server/shared/keys'
import { createSealer } from '../../server/shared/seal'
import { newDatabase, testSettings } from './database'

type Input<C> = { readonly params?: ParamsOf<C>; readonly query?: QueryOf<C>; readonly body?: BodyOf<C>; readonly key?: string }
export interface Answer<T> {
  readonly status: number
  readonly body: T
  readonly problem: Problem
  readonly headers: Record<string, string | string[] | number | undefined>
}

/** Somebody with a phone: makes calls as themselves. */
export class Caller {
  constructor(
    private readonly town: TestTown,
    readonly token?: string,
    readonly personId = '',
    /** As a phone does that refreshes in time; without it, the token runs out when the clock moves on. */
    private readonly staysIn = false,
  ) {}

  /** Makes a call of the contract and gives whatever comes back. */
  async call<K extends keyof AllCalls & string>(name: K, input: Input<AllCalls[K]> = {}): Promise<Answer<ReplyOf<AllCalls[K]>>> {
    const [method, template] = name.split(' ') as [InjectOptions['method'], string]
    const params = (input.params ?? {}) as Record<string, string>
    const url = template.replace(/:(\w+)/g, (_, key) => encodeURIComponent(params[key] ?? ''))
    const response = await this.town.app.inject({
      method,
      url: `/api/v1${url}`,
      headers: { ...this.headers(), ...(input.key ? { 'idempotency-key': input.key } : {}) },
      ...(input.query
        ? {
            query: Object.fromEntries(
              Object.entries(input.query)
                .filter(([, value]) => value !== undefined)
                .map(([key, value]) => [key, String(value)]),
            ),
          }
        : {}),
      ...(input.body === undefined ? {} : { payload: input.body as object }),
    })
    const body = response.body && /json/.test(String(response.headers['content-type'])) ? response.json() : response.rawPayload
    return { status: response.statusCode, body, problem: body as Problem, headers: response.headers }
  }

  /** Makes a call that must succeed and gives its reply. */
  async ok<K extends keyof AllCalls & string>(name: K, input: Input<AllCalls[K]> = {}): Promise<ReplyOf<AllCalls[K]>> {
    const answer = await this.call(name, input)
    if (answer.status >= 300) throw new Error(`${name} answered ${answer.status}: ${JSON.stringify(answer.body)}`)
    return answer.body
  }

  /** Uploads bytes as the part named file: a picture, unless the call is another one. */
  async upload<T = ReplyOf<AllCalls['POST /photos']>>(
    bytes: Buffer,
    filename = 'photo.jpg',
    key?: string,
    path = '/photos',
  ): Promise<Answer<T>> {
    const boundary = `----${randomUUID()}`
    const payload = Buffer.concat([
      Buffer.from(
        `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${filename}"\r\ncontent-type: image/jpeg\r\n\r\n`,
      ),
      bytes,
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ])
    const response = await this.town.app.inject({
      method: 'POST',
      url: `/api/v1${path}`,
      headers: {
        ...this.headers(),
        'content-type': `multipart/form-data; boundary=${boundary}`,
        ...(key ? { 'idempotency-key': key } : {}),
      },
      payload,
    })
    const body = response.json()
    return { status: response.statusCode, body, problem: body, headers: response.headers }
  }

  private headers(): Record<string, string> {
    if (!this.token) return {}
    return { authorization: `Bearer ${this.staysIn ? this.town.freshToken(this.token) : this.token}` }
  }
}

/** The demo town on a database and a clock of its own. */
export class TestTown {
  readonly guest = new Caller(this)
  private readonly known = new Map<Persona, Promise<Caller>>()

  private constructor(
    readonly app: FastifyInstance,
    readonly database: Database,
    readonly settings: Settings,
    private readonly clock: { now: Date },
  ) {}

  static async open(
    start = '2026-11-20T09:00:00+08:00',
    changes: Partial<Record<keyof Settings, string>> = {},
    opened?: Database,
  ): Promise<TestTown> {
    const clock = { now: new Date(start) }
    const database = opened ?? (await newDatabase())
    await migrate(database.db)
    const settings = testSettings({ DATA_DIR: await mkdtemp(path.join(os.tmpdir(), 'jiamenkou-')), ...changes })
    await seedDemo(database.db, clock.now, createSealer((await deriveKeys(settings)).seal))
    const app = await buildApp({ settings, database, now: () => clock.now })
    await app.ready()
    return new TestTown(app, database, settings, clock)
  }

  get db(): Db {
    return this.database.db
  }

  get now(): Date {
    return this.clock.now
  }

  /** Sets the clock, or moves it on by milliseconds. */
  at(moment: string | number): void {
    this.clock.now = typeof moment === 'string' ? new Date(moment) : new Date(this.clock.now.getTime() + moment)
  }

  /** Lets the clock's jobs run once. */
  async tick(name?: string): Promise<void> {
    for (const job of this.app.jobs) if (!name || job.name === name) await job.run(this.db, this.now)
  }

  /** A demo person, signed in once and remembered. */
  as(persona: Persona): Promise<Caller> {
    const known = this.known.get(persona) ?? this.signIn(persona)
    this.known.set(persona, known)
    return known
  }

  async signIn(persona: Persona): Promise<Caller> {
    const session = await this.guest.ok('POST /sessions', { body: { provider: 'demo', persona } })
    return new Caller(this, session.accessToken, session.person.id, true)
  }

  /** A token of the same session that begins now. */
  freshToken(token: string): string {
    const { sid } = this.app.jwt.decode<{ sid: string }>(token) as { sid: string }
    const iat = Math.floor(this.now.getTime() / 1000)
    return this.app.jwt.sign({ sid, iat, exp: iat + accessSeconds })
  }

  async close(): Promise<void> {
    await this.app.close()
    await this.database.close()
    await rm(this.settings.DATA_DIR, { recursive: true, force: true })
  }
}
