import sharp from 'sharp'
import { type Draft, newDraft } from '@/pages/report/draft'
import { session } from '@/session/session'
import type { AllCalls } from '../../../contract'
import type { Persona } from '../../../contract/account'
import type { BodyOf } from '../../../contract/call'
import type { Report } from '../../../contract/report'
import { phone } from './phone'
import { type SomebodyElse, somebodyElse } from './somebody-else'

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

/** Somebody else of the town with reports: makes them, and does what is done to them. */
export class Other {
  private constructor(readonly call: SomebodyElse['call']) {}

  static async is(persona: Persona): Promise<Other> {
    return new Other((await somebodyElse(persona)).call)
  }

  reports(body: Partial<BodyOf<AllCalls['POST /reports']>> = {}): Promise<Report> {
    const draft = { categoryCode: 'LT.FAULT', text: '电梯停在五楼不动了', compoundCode: aibo4, building: '20', ...body }
    return this.call('POST /reports', { body: draft })
  }

  /** Takes the steps in turn; gives the report as it stands then. */
  async does(id: string, ...steps: BodyOf<AllCalls['POST /reports/:id/transitions']>[]): Promise<Report> {
    for (const body of steps) await this.call('POST /reports/:id/transitions', { params: { id }, body })
    return this.report(id)
  }

  report(id: string): Promise<Report> {
    return this.call('GET /reports/:id', { params: { id } })
  }
}
