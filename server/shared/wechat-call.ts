import { Refusal } from '../errors'
import { pictureType } from './picture-type'

/** WeChat's own advice: a page must not hang on it longer. */
const patience = 5000

const unavailable = (retryAfter = 5) => new Refusal(503, 'wechat-unavailable', '微信暂时没有回应，请稍等一会儿再试。', { retryAfter })
const codeInvalid = () => new Refusal(401, 'wechat-code-invalid', '微信登录码已失效，请再试一次。')

/** What WeChat's error codes mean for the person; any other is a fault of WeChat's or of the settings. */
const refusals: Readonly<Record<number, () => Refusal>> = {
  40029: codeInvalid,
  40163: codeInvalid,
  40226: () => new Refusal(403, 'wechat-risk', '微信判定这个账号有风险，暂时不能登录。'),
  // asked too often by all of us, this minute
  45009: () => unavailable(60),
  45011: () => new Refusal(429, 'wechat-busy', '登录太频繁了，请一分钟后再试。', { retryAfter: 60 }),
  1400001: () => new Refusal(503, 'wechat-phone-quota', '暂时不能用微信验证手机号，请过后再试。', { retryAfter: 3600 }),
}

type Answer = Readonly<Record<string, unknown>>

export interface WechatCall {
  /** Asks WeChat; gives its answer (a picture as `{ picture }`) when there is no error code in it, or one of `expected`. */
  (method: 'GET' | 'POST', path: string, query: Record<string, string>, body?: object, expected?: ReadonlySet<number>): Promise<Answer>
  /** The Refusal for an answer without what was asked for. */
  unusable(path: string): Refusal
}

/** Calls WeChat's servers. The query holds secrets: nothing of it, of the body or of the answer may get into a log. */
export function wechatCaller(baseUrl: string): WechatCall {
  const fault = (path: string, what: string) => Object.assign(unavailable(), { cause: `WeChat ${path}: ${what}` })
  const call = async (...[method, path, query, body, expected]: Parameters<WechatCall>): Promise<Answer> => {
    const url = `${baseUrl}${path}?${new URLSearchParams(query)}`
    const sent = body ? { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } } : {}
    const answer = await ask(url, { method, ...sent }).catch((error: Error) => {
      throw fault(path, error.name === 'TimeoutError' ? 'no answer in time' : 'no usable answer')
    })
    const errcode = Number(answer.errcode ?? 0)
    if (errcode === 0 || expected?.has(errcode)) return answer
    throw refusals[errcode]?.() ?? fault(path, `errcode ${errcode}`)
  }
  return Object.assign(call, { unusable: (path: string) => fault(path, 'the answer lacks what was asked for') })
}

async function ask(url: string, init: RequestInit): Promise<Answer> {
  const response = await fetch(url, { ...init, redirect: 'error', signal: AbortSignal.timeout(patience) })
  const bytes = Buffer.from(await response.arrayBuffer())
  // WeChat sends JSON as text/plain, and in place of a picture when there is none.
  const answer: unknown = pictureType(bytes) ? { picture: bytes } : JSON.parse(bytes.toString())
  if (!response.ok || typeof answer !== 'object' || answer === null) throw new Error('unusable')
  return answer as Answer
}
