import { Refusal, unfit } from '../errors'
import type { Settings } from '../settings'
import { wechatCaller } from './wechat-call'

/** What the app asks of WeChat's servers. Throws a Refusal with a clear code when WeChat says no or does not answer. */
export interface Wechat {
  /** Exchanges the code of wx.login (single use, 5 minutes) for who it is. */
  signIn(code: string): Promise<{ openid: string }>
  /** Exchanges the code of the phone button (single use, 5 minutes) for the number, without country code. */
  phoneNumber(code: string): Promise<string>
}

const tokenRefused = new Set([40001, 40014, 42001])
/** An access token is renewed so long before its end: a call that is on its way must not come too late. */
const renewEarly = 300

export function createWechat(settings: Settings, now: () => Date = () => new Date()): Wechat {
  const { WECHAT_APPID: appid, WECHAT_SECRET: secret, WECHAT_URL } = settings
  const call = wechatCaller(WECHAT_URL)
  let kept: { token: Promise<string>; until: number } | undefined

  const askToken = async (): Promise<string> => {
    const body = { grant_type: 'client_credential', appid, secret, force_refresh: false }
    const { access_token: token, expires_in: seconds } = await call('POST', '/cgi-bin/stable_token', {}, body)
    if (typeof token !== 'string' || typeof seconds !== 'number') throw call.unusable('/cgi-bin/stable_token')
    if (kept) kept.until = now().getTime() + Math.max(seconds - renewEarly, seconds / 2) * 1000
    return token
  }
  /** One token for all: who comes while it is being fetched waits for the same one. */
  const accessToken = (): Promise<string> => {
    if (kept && kept.until > now().getTime()) return kept.token
    const token = askToken()
    kept = { token, until: Number.POSITIVE_INFINITY }
    token.catch(() => forget(token))
    return token
  }
  const forget = (token: Promise<string>) => {
    if (kept?.token === token) kept = undefined
  }
  const askPhone = async (code: string, mayRenew: boolean): Promise<Record<string, unknown>> => {
    const token = accessToken()
    const query = { access_token: await token }
    const answer = await call('POST', '/wxa/business/getuserphonenumber', query, { code }, mayRenew ? tokenRefused : undefined)
    if (!tokenRefused.has(Number(answer.errcode))) return answer
    forget(token)
    return askPhone(code, false)
  }
  const configured = () => {
    if (!appid || !secret) throw new Refusal(503, 'wechat-off', '这里还没有接通微信。')
  }

  return {
    async signIn(code) {
      configured()
      const query = { appid, secret, js_code: code, grant_type: 'authorization_code' }
      const { openid } = await call('GET', '/sns/jscode2session', query)
      if (typeof openid !== 'string' || !openid) throw call.unusable('/sns/jscode2session')
      return { openid }
    },
    async phoneNumber(code) {
      configured()
      const { phone_info: info } = await askPhone(code, true).catch((error) => {
        // The session is good, only the code is not: 401 would sign the phone out.
        throw error instanceof Refusal && error.code === 'wechat-code-invalid' ? unfit(error.code, '授权已过期，请再点一次按钮。') : error
      })
      const phone = (info as { purePhoneNumber?: unknown } | undefined)?.purePhoneNumber
      if (typeof phone !== 'string' || !/^\d{5,15}$/.test(phone)) throw call.unusable('/wxa/business/getuserphonenumber')
      return phone
    },
  }
}
