import { report } from '../report'

export interface Callbacks {
  success?(answer: object): void
  fail?(answer: object): void
  complete?(answer: object): void
}

/** Why a function of wx did not do it, in WeChat's words. */
export class Failure extends Error {
  constructor(
    message: string,
    readonly errno?: number,
  ) {
    super(message)
  }
}

/**
 * Runs a function of wx and answers as WeChat does: never before the caller goes on, through success or fail and then complete,
 * or through a promise when no callback is given.
 */
export function answer(
  name: string,
  options: Callbacks = {},
  work: () => object | undefined | Promise<object | undefined>,
): Promise<object> | undefined {
  const settled = Promise.resolve()
    .then(work)
    .then(
      (result) => ({ ok: true, result: { ...result, errMsg: `${name}:ok` } }),
      (error: unknown) => ({ ok: false, result: failed(name, error) }),
    )
  if (!options.success && !options.fail && !options.complete) {
    return settled.then(({ ok, result }) => (ok ? result : Promise.reject(result)))
  }
  settled.then(({ ok, result }) => {
    if (ok) options.success?.(result)
    else options.fail?.(result)
    options.complete?.(result)
  })
  return undefined
}

/** What fail is given. Anything but a Failure is a fault of the mini-program's or of the runner's. */
export function failed(name: string, error: unknown): { errMsg: string; errno?: number } {
  if (!(error instanceof Failure)) report.error(error)
  const { message, errno } = error as Partial<Failure>
  return { errMsg: `${name}:fail ${message}`, ...(errno === undefined ? {} : { errno }) }
}
