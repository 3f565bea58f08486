import { randomUUID } from 'node:crypto'
import type { FastifyInstance, InjectOptions } from 'fastify'
import type { Persona } from '../../../contract/account'
import { momentAt } from '../../shared/times'
import { drawScene, type Scene } from './pictures'

/** A clock that the story moves. */
export interface StoryClock {
  now: Date
}

/** Makes the calls of the story as the demo people. */
export class Stage {
  private readonly tokens = new Map<Persona, string>()

  constructor(
    private readonly app: FastifyInstance,
    private readonly clock: StoryClock,
    readonly end: Date,
  ) {}

  /** Goes to so many minutes before the end; everybody signs in anew. */
  async at(minutesBefore: number): Promise<void> {
    this.clock.now = new Date(this.end.getTime() - minutesBefore * 60_000)
    this.tokens.clear()
  }

  /** Goes to a minute of a day, Shanghai time; everybody signs in anew. */
  async on(day: string, minute: number): Promise<void> {
    this.clock.now = momentAt(day, minute)
    this.tokens.clear()
  }

  async report(persona: Persona, body: object, scenes: readonly Scene[] = []): Promise<string> {
    const photoIds = await this.photos(persona, scenes)
    return (await this.call(persona, 'POST', '/reports', { ...body, photoIds })).id as string
  }

  async does(persona: Persona, id: string, minutesLater: number, body: object, scenes: readonly Scene[] = []): Promise<void> {
    this.clock.now = new Date(this.clock.now.getTime() + minutesLater * 60_000)
    this.tokens.clear()
    const photoIds = await this.photos(persona, scenes)
    await this.call(persona, 'POST', `/reports/${id}/transitions`, { ...body, ...(photoIds.length > 0 ? { photoIds } : {}) })
  }

  async rates(persona: Persona, id: string, stars: number, text: string): Promise<void> {
    await this.call(persona, 'POST', `/reports/${id}/rating`, { stars, text })
  }

  async supports(persona: Persona, id: string): Promise<void> {
    await this.call(persona, 'POST', `/reports/${id}/support`)
  }

  /** Uploads what is drawn, so many pixels wide, and gives the ids. */
  async photos(persona: Persona, scenes: readonly Scene[], width?: number): Promise<string[]> {
    const ids: string[] = []
    for (const scene of scenes) {
      const boundary = randomUUID()
      const payload = Buffer.concat([
        Buffer.from(
          `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${scene}.jpg"\r\ncontent-type: image/jpeg\r\n\r\n`,
        ),
        await drawScene(scene, width),
        Buffer.from(`\r\n--${boundary}--\r\n`),
      ])
      const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` }
      ids.push(
        (await this.inject({ method: 'POST', url: '/photos', headers: { ...headers, ...(await this.signed(persona)) }, payload }))
          .id as string,
      )
    }
    return ids
  }

  async call(persona: Persona, method: 'GET' | 'POST', url: string, payload?: object): Promise<Record<string, unknown>> {
    return this.inject({ method, url, headers: await this.signed(persona), ...(payload ? { payload } : {}) })
  }

  private async signed(persona: Persona): Promise<{ authorization: string }> {
    const token =
      this.tokens.get(persona) ??
      ((await this.inject({ method: 'POST', url: '/sessions', payload: { provider: 'demo', persona } })).accessToken as string)
    this.tokens.set(persona, token)
    return { authorization: `Bearer ${token}` }
  }

  private async inject(request: InjectOptions & { url: string }): Promise<Record<string, unknown>> {
    const answer = await this.app.inject({ ...request, url: `/api/v1${request.url}` })
    if (answer.statusCode >= 300)
      throw new Error(`demo story: ${request.method} ${request.url} answered ${answer.statusCode} ${answer.body}`)
    return answer.json()
  }
}
