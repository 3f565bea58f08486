import type { Settings } from '../settings'

/** What the app asks of WeChat's servers. Throws a Refusal with a clear code when WeChat says no or does not answer. */
export interface Wechat {
  /** Exchanges the code of wx.login (single use, 5 minutes) for who it is. */
  signIn(code: string): Promise<{ openid: string }>
  /** Exchanges the code of the phone button (single use, 5 minutes) for the number, without country code. */
  phoneNumber(code: string): Promise<string>
}

export function createWechat(_settings: Settings): Wechat {
  return { signIn: async () => ({ openid: '' }), phoneNumber: async () => '' }
}
