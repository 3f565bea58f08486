import { randomUUID } from 'node:crypto'
import type { FastifyInstance, InjectOptions } from 'fastify'
import type { Persona } from '../../../contract/account'
import { drawScene, type Scene } from './pictures'

/** A clock that the story moves. */
export interface StoryClock {
  now: Date
}

const home = { compoundCode: 'CP31011200801201' }
const property = 'WY-CP31011200801201'
const hour = 60

/** Plays the demo town's last days through the API, so that every list has something to show. `clock` must be the app's; `end` is now. */
export async function playStory(app: FastifyInstance, clock: StoryClock, end: Date): Promise<void> {
  const stage = new Stage(app, clock, end)

  await stage.at(52 * hour)
  const lift = await stage.report('neighbour', {
    ...home,
    categoryCode: 'EB.LIFT',
    building: '20号楼',
    text: '有人把电动车推进电梯，电梯停在一楼。',
  })
  await stage.does('grid_worker', lift, 1, { action: 'accept' })
  await stage.does('grid_worker', lift, 3, { action: 'handle', note: '已请车主推出，电梯恢复运行。' })
  await stage.does('grid_leader', lift, 30, { action: 'verify' })
  await stage.does('grid_leader', lift, 1, { action: 'close' })
  await stage.rates('neighbour', lift, 5, '来得真快，谢谢！')

  await stage.at(27 * hour)
  const bins = await stage.report(
    'party_member',
    { ...home, categoryCode: 'GB.FULL', spot: '垃圾厢房门口', text: '早上投放点满出来了，袋子堆在地上。' },
    ['binsFull'],
  )
  await stage.does('grid_worker', bins, 8, { action: 'accept' })
  await stage.does('grid_worker', bins, 5, { action: 'dispatch', assignee: property })
  await stage.does('property', bins, 20, { action: 'accept' })
  await stage.does('property', bins, 70, { action: 'handle', note: '已清运，地面冲洗过。' }, ['binsClear'])

  await stage.at(3 * hour)
  const stack = await stage.report(
    'resident',
    { ...home, categoryCode: 'CO.STACK', building: '20号楼', floor: '3', text: '三楼楼道里堆了纸箱，老人走路要侧身。' },
    ['corridorFull', 'corridorLow'],
  )
  await stage.does('grid_worker', stack, 6, { action: 'accept' })
  await stage.does('grid_worker', stack, 4, { action: 'dispatch', assignee: property, note: '请联系 3 楼住户。' })
  await stage.does('property', stack, 50, { action: 'accept' })
  await stage.supports('neighbour', stack)

  await stage.at(25)
  await stage.report('party_member', { ...home, categoryCode: 'PK.FIRE', building: '8号楼', text: '一辆车停在消防通道上，有一阵了。' }, [
    'laneBlocked',
  ])
  clock.now = end
}

/** Makes the calls of the story as the demo people. */
class Stage {
  private readonly tokens = new Map<Persona, string>()

  constructor(
    private readonly app: FastifyInstance,
    private readonly clock: StoryClock,
    private readonly end: Date,
  ) {}

  /** Goes to so many minutes before the end; everybody signs in anew. */
  async at(minutesBefore: number): Promise<void> {
    this.clock.now = new Date(this.end.getTime() - minutesBefore * 60_000)
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

  private async photos(persona: Persona, scenes: readonly Scene[]): Promise<string[]> {
    const ids: string[] = []
    for (const scene of scenes) {
      const boundary = randomUUID()
      const payload = Buffer.concat([
        Buffer.from(
          `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${scene}.jpg"\r\ncontent-type: image/jpeg\r\n\r\n`,
        ),
        await drawScene(scene),
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

  private async call(persona: Persona, method: 'POST', url: string, payload?: object): Promise<Record<string, unknown>> {
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
