/** An access token and when it stops being used. */
export interface Token {
  readonly token: string
  readonly until: number
}

/** Keeps one token for all: who comes while it is being fetched waits for the same one. */
export class TokenKeeper {
  private pending: Promise<Token> | undefined

  constructor(
    private readonly fetchToken: () => Promise<Token>,
    private readonly now: () => Date,
  ) {}

  /** A token that has not run out and is not the one that was just refused. */
  async get(refused?: string): Promise<string> {
    const held = this.current()
    const { token, until } = await held
    if (until > this.now().getTime() && token !== refused) return token
    if (this.pending === held) this.pending = undefined
    return (await this.current()).token
  }

  private current(): Promise<Token> {
    this.pending ??= this.fetchToken().catch((error) => {
      this.pending = undefined
      throw error
    })
    return this.pending
  }
}
