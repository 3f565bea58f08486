import type { Problem } from '../../contract/call'

/** A call that did not succeed. `message` is Chinese and fit for the screen; `status` 0 means the server was not reached. */
export class CallError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly fields: readonly { readonly path: string; readonly message: string }[] = [],
    readonly retryAfter = 0,
  ) {
    super(message)
  }

  /** The network or the server is away for a while: the same call may succeed later. */
  get passing(): boolean {
    return this.status === 0 || this.status === 503 || this.status === 429
  }
}

export const offline = () => new CallError(0, 'offline', '网络连不上，请检查网络后再试。')

/** The error of an answer with a status of 400 or more, whatever its body is. */
export function errorOf(status: number, body: unknown, retryAfter: number): CallError {
  const problem = typeof body === 'object' && body !== null ? (body as Partial<Problem>) : {}
  const message = problem.detail ?? (status >= 500 ? '服务出了点问题，请稍后再试。' : '没有成功，请刷新后再试。')
  return new CallError(status, problem.code ?? 'unknown', message, problem.errors ?? [], retryAfter)
}

/** What to tell the person about anything thrown. */
export function wordsOf(error: unknown): string {
  return error instanceof CallError ? error.message : '出了点问题，请再试一次。'
}
