import pg from 'pg'

const pause = 1000
const heartbeat = 10_000

/** LISTEN on a connection of its own. It asks now and then whether the line is alive, and comes back by itself when it is not. */
export class Listener {
  private client: pg.Client | undefined
  private timer: NodeJS.Timeout | undefined
  private closed = false

  constructor(
    private readonly config: pg.ClientConfig,
    private readonly channel: string,
    private readonly onPayload: (payload: string) => void,
    private readonly onState: (listening: boolean) => void,
  ) {}

  async open(): Promise<void> {
    const client = new pg.Client(this.config)
    this.client = client
    client.on('notification', (message) => this.onPayload(message.payload ?? ''))
    client.on('error', () => {})
    client.on('end', () => this.lose(client))
    await client.connect()
    await client.query(`listen ${pg.escapeIdentifier(this.channel)}`)
    this.onState(true)
    this.later(heartbeat, () => this.beat(client))
  }

  async close(): Promise<void> {
    this.closed = true
    clearTimeout(this.timer)
    await this.client?.end()
  }

  private async beat(client: pg.Client): Promise<void> {
    const question = { text: 'select 1', query_timeout: 5000 }
    await client.query(question).then(
      () => this.later(heartbeat, () => this.beat(client)),
      () => this.lose(client),
    )
  }

  private lose(client: pg.Client | undefined): void {
    if (this.closed || client !== this.client) return
    this.client = undefined
    client?.end().catch(() => {})
    this.onState(false)
    this.later(pause, () => this.open().catch(() => this.lose(this.client)))
  }

  private later(ms: number, work: () => void): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(work, ms)
    this.timer.unref()
  }
}
