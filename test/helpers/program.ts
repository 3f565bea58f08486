import { type ChildProcess, spawn } from 'node:child_process'

/** A Node program of ours in a process of its own. */
export interface Running {
  readonly address: string
  readonly pid: number
  stop(): Promise<void>
}

/** Starts a Node program and waits until it has said where it listens. */
export async function startProgram(args: string[], env: Record<string, string> = {}): Promise<Running> {
  const child = spawn(process.execPath, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'inherit'] })
  const address = await new Promise<string>((resolve, reject) => {
    let said = ''
    child.stdout.on('data', (text) => {
      said += text
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0]
      if (found) resolve(found)
    })
    child.on('exit', (code) => reject(new Error(`${args.join(' ')} ended with ${code}: ${said}`)))
  })
  return { address, pid: child.pid as number, stop: () => ended(child) }
}

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    child.on('exit', () => resolve())
    if (!child.kill('SIGTERM')) resolve()
  })
