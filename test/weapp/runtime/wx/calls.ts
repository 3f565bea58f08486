import { answer, type Callbacks, Failure } from './answer'
import { ask } from './dialog'

export const calls = {
  /** The phone itself asks again; taking 取消 fails. */
  makePhoneCall: (options: Callbacks & { phoneNumber: string }) =>
    answer('makePhoneCall', options, async () => {
      if (await ask({ title: options.phoneNumber, yes: '呼叫', no: '取消' })) return {}
      throw new Failure('cancel')
    }),
}
