import { answer, type Callbacks, Failure } from './answer'
import { ask } from './dialog'
import { remember, remembered } from './memory'

type Resolve = (how: { event: 'agree' | 'disagree' | 'exposureAuthorization'; buttonId?: string }) => void
type Listener = (resolve: Resolve, info: { referrer: string }) => void

const quietAfterRefusal = 10_000
let listener: Listener | undefined
let refusedAt = Number.NEGATIVE_INFINITY

const needed = (): boolean => window.phoneSettings.privacyAsked && !remembered('privacy', false)

/** The person's consent to the 用户隐私保护指引, by whatever button. */
export const agreeToPrivacy = (): void => remember('privacy', true)

/** Before a function that touches private things. Asks once; for ten seconds after a refusal it refuses by itself. */
export async function mustHavePrivacyConsent(referrer: string): Promise<void> {
  if (!needed()) return
  const refused = new Failure('privacy permission is not authorized', 104)
  if (performance.now() - refusedAt < quietAfterRefusal) throw refused
  if (await (listener ? askListener(listener, referrer) : askByWeChat())) return agreeToPrivacy()
  refusedAt = performance.now()
  throw refused
}

const askByWeChat = () => ask({ title: '用户隐私保护提示', text: '使用前请阅读并同意小程序隐私保护指引。', yes: '同意', no: '拒绝' })

const askListener = (listen: Listener, referrer: string) =>
  new Promise<boolean>((resolve) => {
    listen(({ event }) => event !== 'exposureAuthorization' && resolve(event === 'agree'), { referrer })
  })

export const privacy = {
  getPrivacySetting: (options?: Callbacks) =>
    answer('getPrivacySetting', options, () => ({ needAuthorization: needed(), privacyContractName: '《小程序隐私保护指引》' })),
  openPrivacyContract: (options?: Callbacks) =>
    answer('openPrivacyContract', options, () => {
      ask({ title: '小程序隐私保护指引', yes: '返回' })
      return {}
    }),
  onNeedPrivacyAuthorization(listen: Listener) {
    listener = listen
  },
}
