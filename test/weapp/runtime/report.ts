/** One call of wx.request, wx.uploadFile or a picture. */
export interface Exchange {
  readonly kind: 'request' | 'upload' | 'picture'
  readonly method: string
  readonly url: string
  readonly startedAt: number
  status: number
  ms: number
  /** Why there was no answer. */
  failure?: string
}

export interface SetDataCall {
  readonly part: string
  readonly at: number
  readonly bytes: number
}

/** What happened on the phone since it was launched. */
export class Report {
  readonly errors: string[] = []
  readonly warnings: string[] = []
  readonly missingFunctions: string[] = []
  readonly missingComponents: string[] = []
  readonly exchanges: Exchange[] = []
  readonly setData: SetDataCall[] = []
  mostRequestsAtOnce = 0
  /** ms from opening the page to its onReady, by route. */
  readonly readyAfter: Record<string, number> = {}

  error(what: unknown): void {
    this.errors.push(what instanceof Error ? (what.stack ?? what.message) : String(what))
  }

  warn(what: string): void {
    this.warnings.push(what)
  }

  missingFunction(name: string): void {
    if (!this.missingFunctions.includes(name)) this.missingFunctions.push(name)
  }

  missingComponent(tag: string): void {
    if (!this.missingComponents.includes(tag)) this.missingComponents.push(tag)
  }

  exchange(kind: Exchange['kind'], method: string, url: string): Exchange {
    const exchange: Exchange = { kind, method, url, startedAt: performance.now(), status: 0, ms: 0 }
    this.exchanges.push(exchange)
    return exchange
  }
}

export const report = new Report()

/** Whatever the mini-program, the framework or the page throws or complains of ends in the report. */
export function watchErrors(): void {
  addEventListener('error', (event) => report.error(event.error ?? event.message))
  addEventListener('unhandledrejection', ({ reason }) =>
    report.error(reason instanceof Error ? reason : `unhandled rejection: ${JSON.stringify(reason)}`),
  )
  const complain = console.error.bind(console)
  console.error = (...words: unknown[]) => {
    report.error(words.map((word) => (word instanceof Error ? word.message : String(word))).join(' '))
    complain(...words)
  }
}
