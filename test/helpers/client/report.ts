import http from 'node:http'
import sharp from 'sharp'
import { type Draft, newDraft } from '@/pages/report/draft'
import { session } from '@/session/session'
import type { AllCalls } from '../../../contract'
import type { Persona } from '../../../contract/account'
import type { BodyOf } from '../../../contract/call'
import type { Report } from '../../../contract/report'
import { phone } from './phone'

export const aibo4 = 'CP31011200801201'

/** A picture on the phone, as the camera leaves it. */
export async function takePicture(path: string): Promise<string> {
  const noise = { type: 'gaussian', mean: 128, sigma: 30 } as const
  const canvas = { width: 320, height: 240, channels: 3, background: '#888', noise } as const
  phone.files.set(path, await sharp({ create: canvas }).jpeg().toBuffer())
  return path
}

/** A draft of who is signed in, good to be sent. */
export function draftOf(categoryCode: string, changes: Partial<Draft> = {}): Draft {
  if (!session.person) throw new Error('nobody is signed in')
  return { ...newDraft(categoryCode, session.person, new Date()), text: `电梯停在五楼 ${Math.random()}`, ...changes }
}

type Reply = { status: number; body: unknown }

/** Somebody else, with another phone: calls the server straight. */
export class Other {
  private constructor(private readonly token: string) {}

  static async is(persona: Persona): Promise<Other> {
    const { body } = await ask('POST', '/sessions', undefined, { provider: 'demo', persona })
    return new Other((body as { accessToken: string }).accessToken)
  }

  async reports(body: Partial<BodyOf<AllCalls['POST /reports']>> = {}): Promise<Report> {
    const draft = { categoryCode: 'LT.FAULT', text: '电梯停在五楼不动了', compoundCode: aibo4, building: '20', ...body }
    return (await this.must('POST', '/reports', draft)) as Report
  }

  /** Takes the steps in turn; gives the report as it stands then. */
  async does(id: string, ...steps: BodyOf<AllCalls['POST /reports/:id/transitions']>[]): Promise<Report> {
    let report: unknown
    for (const step of steps) report = await this.must('POST', `/reports/${id}/transitions`, step)
    return report as Report
  }

  async report(id: string): Promise<Report> {
    return (await this.must('GET', `/reports/${id}`)) as Report
  }

  /** Any call of the wire. */
  async must(method: string, path: string, body?: unknown): Promise<unknown> {
    const reply = await ask(method, path, this.token, body)
    if (reply.status >= 300) throw new Error(`${method} ${path}: ${JSON.stringify(reply)}`)
    return reply.body
  }
}

function ask(method: string, path: string, token?: string, body?: unknown): Promise<Reply> {
  const header = { ...(token ? { authorization: `Bearer ${token}` } : {}), ...(body ? { 'content-type': 'application/json' } : {}) }
  return new Promise((resolve, reject) => {
    const request = http.request(`${process.env.TEST_API}/api/v1${path}`, { method, headers: header, agent: false }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString()
        resolve({ status: response.statusCode ?? 0, body: text ? JSON.parse(text) : null })
      })
    })
    request.on('error', reject)
    request.end(body ? JSON.stringify(body) : undefined)
  })
}
