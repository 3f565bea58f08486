import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import type { Persona, Session } from '../../contract/account'
import { projectRoot } from '../../server/shared/project-root'

/** The server compiled as `npm start` runs it, in a folder of its own so that nobody else builds over it. */
export class ServerBuild {
  private constructor(private readonly folder: string) {}

  static make(): ServerBuild {
    const folder = path.join('dist', `server-of-${process.pid}`)
    const { status, stderr } = spawnSync('npm', ['run', '-s', 'build:server', '--', `--outdir=${folder}`, '--log-level=warning'], {
      cwd: projectRoot,
      env: { ...process.env, NODE_OPTIONS: '' },
      encoding: 'utf8',
    })
    if (status !== 0) throw new Error(stderr)
    return new ServerBuild(path.join(projectRoot, folder))
  }

  /** Starts the server with these settings and nothing of ours; gives it when it listens or has ended. */
  async start(settings: Record<string, string>): Promise<ServerProcess> {
    const child = spawn(process.execPath, [path.join(this.folder, 'main.mjs')], {
      cwd: projectRoot,
      env: { PATH: process.env.PATH, PORT: '0', ...settings } as NodeJS.ProcessEnv,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const started = new ServerProcess(child)
    await started.ready
    return started
  }

  /** Runs a command of the build to its end, with these settings and nothing of ours. */
  run(command: string, settings: Record<string, string>): { readonly status: number | null; readonly output: string } {
    const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(this.folder, `${command}.mjs`)], {
      cwd: projectRoot,
      env: { PATH: process.env.PATH, ...settings } as NodeJS.ProcessEnv,
      encoding: 'utf8',
    })
    return { status, output: stdout + stderr }
  }

  remove(): Promise<void> {
    return rm(this.folder, { recursive: true, force: true })
  }
}

export class ServerProcess {
  output = ''
  /** Exit code, or the signal it died of. */
  readonly end: Promise<number | string>
  readonly ready: Promise<void>
  hasEnded = false

  constructor(private readonly child: ChildProcess) {
    this.end = new Promise((resolve) =>
      child.on('close', (code, signal) => {
        this.hasEnded = true
        resolve(code ?? signal ?? 'unknown')
      }),
    )
    const listening = new Promise<void>((resolve) => {
      for (const stream of [child.stdout, child.stderr]) {
        stream?.on('data', (text) => {
          this.output += text
          if (this.url) resolve()
        })
      }
    })
    this.ready = Promise.race([listening, this.end.then(() => {})])
  }

  /** Address it printed or logged; empty before. */
  get url(): string {
    return /http:\/\/[\d.]+:\d+/.exec(this.output)?.[0] ?? ''
  }

  /** Sends the signal and waits for the end; gives how it ended. */
  stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | string> {
    if (!this.hasEnded) this.child.kill(signal)
    return this.end
  }

  /** Makes a request; the path is below /api/v1 unless it says otherwise. */
  call(method: string, call: string, { token, body, key }: { token?: string; body?: unknown; key?: string } = {}): Promise<Response> {
    const form = body instanceof FormData
    return fetch(new URL(/^\/(api|readyz|healthz)/.test(call) ? call : `/api/v1${call}`, this.url), {
      method,
      headers: {
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(body === undefined || form ? {} : { 'content-type': 'application/json' }),
        ...(key ? { 'idempotency-key': key } : {}),
      },
      ...(body === undefined ? {} : { body: form ? body : JSON.stringify(body) }),
    })
  }

  /** The answer of a request that must succeed. */
  async ok<T>(...request: Parameters<ServerProcess['call']>): Promise<T> {
    const response = await this.call(...request)
    if (!response.ok) throw new Error(`${request[0]} ${request[1]} answered ${response.status}: ${await response.text()}`)
    return (response.status === 204 ? undefined : await response.json()) as T
  }

  async signIn(persona: Persona): Promise<string> {
    return (await this.ok<Session>('POST', '/sessions', { body: { provider: 'demo', persona } })).accessToken
  }

  upload(token: string, bytes: Buffer): Promise<Response> {
    const form = new FormData()
    form.set('file', new Blob([new Uint8Array(bytes)]), 'photo.jpg')
    return this.call('POST', '/photos', { token, body: form })
  }
}
