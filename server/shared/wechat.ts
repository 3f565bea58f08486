import { Refusal, unfit } from '../errors'
import type { Settings } from '../settings'
import { type WechatCall, wechatCaller } from './wechat-call'
import { type Token, TokenKeeper } from './wechat-token'

/** What the app asks of WeChat's servers. Throws a Refusal with a clear code when WeChat says no or does not answer. */
export interface Wechat {
  /** Whether this town has WeChat at all. */
  readonly isOn: boolean
  /** Exchanges the code of wx.login (single use, 5 minutes) for who it is. */
  signIn(code: string): Promise<{ openid: string }>
  /** Exchanges the code of the phone button (single use, 5 minutes) for the number, without country code. */
  phoneNumber(code: string): Promise<string>
  /** The code that opens a page of the published mini-program when it is scanned: JPEG or PNG. `scene` is what the page is told. */
  pageCode(page: string, scene: string): Promise<Buffer>
}

const login = '/sns/jscode2session'
const token = '/cgi-bin/stable_token'
const phone = '/wxa/business/getuserphonenumber'
const pageCode = '/wxa/getwxacodeunlimit'
const tokenRefused = new Set([40001, 40014, 42001])

export function createWechat(settings: Settings, now: () => Date = () => new Date()): Wechat {
  const { WECHAT_APPID: appid, WECHAT_SECRET: secret, WECHAT_URL } = settings
  const call = wechatCaller(WECHAT_URL)
  const tokens = new TokenKeeper(() => fetchToken(call, { appid, secret }, now), now)
  const isOn = Boolean(appid && secret)
  const mustBeOn = () => {
    if (!isOn) throw new Refusal(503, 'wechat-off', '这里还没有接通微信。')
  }
  return {
    isOn,
    async signIn(code) {
      mustBeOn()
      const { openid } = await call('GET', login, { appid, secret, js_code: code, grant_type: 'authorization_code' })
      if (typeof openid !== 'string' || !openid) throw call.unusable(login)
      return { openid }
    },
    async phoneNumber(code) {
      mustBeOn()
      const answer = await askWithToken(call, tokens, phone, { code }).catch(keepSession)
      const number = (answer.phone_info as { purePhoneNumber?: unknown } | undefined)?.purePhoneNumber
      if (typeof number !== 'string' || !/^\d{5,15}$/.test(number)) throw call.unusable(phone)
      return number
    },
    async pageCode(page, scene) {
      mustBeOn()
      const { picture } = await askWithToken(call, tokens, pageCode, { page, scene })
      if (!Buffer.isBuffer(picture)) throw call.unusable(pageCode)
      return picture
    },
  }
}

/** A token is given up some minutes before its end: a call that is on its way must not come too late. */
async function fetchToken(call: WechatCall, app: { appid: string; secret: string }, now: () => Date): Promise<Token> {
  const answer = await call('POST', token, {}, { grant_type: 'client_credential', ...app, force_refresh: false })
  const { access_token, expires_in } = answer as { access_token?: unknown; expires_in?: unknown }
  if (typeof access_token !== 'string' || typeof expires_in !== 'number') throw call.unusable(token)
  return { token: access_token, until: now().getTime() + Math.max(expires_in - 300, expires_in / 2) * 1000 }
}

/** A token that WeChat took back before its time is renewed once. */
async function askWithToken(call: WechatCall, tokens: TokenKeeper, path: string, body: object) {
  const first = await tokens.get()
  const answer = await call('POST', path, { access_token: first }, body, tokenRefused)
  return answer.errcode ? call('POST', path, { access_token: await tokens.get(first) }, body) : answer
}

/** The session is good, only the code is not: 401 would sign the phone out. */
function keepSession(error: unknown): never {
  if (error instanceof Refusal && error.code === 'wechat-code-invalid') throw unfit(error.code, '授权已过期，请再点一次按钮。')
  throw error
}
