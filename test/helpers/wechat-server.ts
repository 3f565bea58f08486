import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import sharp from 'sharp'

interface Issued {
  readonly for: string
  readonly until: number
}
type Answer = Record<string, unknown>
type Trouble = 'none' | 'busy' | 'silent' | 'half' | 'garbage' | 'http-500' | 'empty' | 'nothing-asked-for'

const error = (errcode: number, errmsg: string): Answer => ({ errcode, errmsg: `${errmsg}, rid: ${randomUUID().slice(0, 8)}` })
const minutes = (count: number) => count * 60_000
const pageCode = 'POST /wxa/getwxacodeunlimit'
/** In place of the words of an answer: it is a picture. */
const codeMade = 'a picture'

/** Rings, as the codes of mini-programs are round. */
const drawCode = (width: number): Promise<Buffer> =>
  sharp(
    Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 43 43" width="${width}" height="${width}"><rect width="43" height="43"
      fill="white"/><g fill="none" stroke="black" stroke-width="2" stroke-dasharray="3 1"><circle cx="21.5" cy="21.5" r="18"/><circle
      cx="21.5" cy="21.5" r="14"/><circle cx="21.5" cy="21.5" r="10"/></g></svg>`),
  )
    .jpeg()
    .toBuffer()

/**
 * WeChat's server as its documentation describes it: codes work once and for five minutes, a user may sign in a hundred times a
 * minute, access tokens run out, JSON comes as text/plain, and the code of a page is a picture, or JSON that says why there is none.
 */
export class WechatServer {
  readonly appid = 'wx0123456789abcdef'
  readonly secret = 'the-secret-of-the-mini-program'
  trouble: Trouble = 'none'
  phoneQuota = 1000
  /** Codes of pages that may be asked for in a minute. */
  codesPerMinute = 5000
  /** Pages of the mini-program as it is published. */
  readonly published = new Set(['pages/home/index', 'pages/study/home/index'])
  tokenSeconds = 7200
  readonly risky = new Set<string>()
  /** Paths asked for, in order. */
  readonly asked: string[] = []
  private readonly logins = new Map<string, Issued>()
  private readonly phones = new Map<string, Issued>()
  private readonly signIns = new Map<string, number[]>()
  private codesMade: number[] = []
  private token: Issued | undefined

  private constructor(
    private readonly server: Server,
    private readonly now: () => Date,
  ) {}

  static async open(now: () => Date): Promise<WechatServer> {
    const server = createServer()
    const wechat = new WechatServer(server, now)
    server.on('request', (request, response) => wechat.receive(request, response))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return wechat
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`
  }

  /** What wx.login gives the phone of this person. */
  loginCode(openid: string): string {
    return this.issue(this.logins, openid)
  }

  /** What the phone button gives. */
  phoneCode(phone: string): string {
    return this.issue(this.phones, phone)
  }

  /** What happens when somebody else asks for a token by force. */
  takeTokenBack(): void {
    this.token = undefined
  }

  async close(): Promise<void> {
    this.server.closeAllConnections()
    await new Promise((resolve) => this.server.close(resolve))
  }

  private issue(codes: Map<string, Issued>, whom: string): string {
    const code = randomUUID().replaceAll('-', '')
    codes.set(code, { for: whom, until: this.now().getTime() + minutes(5) })
    return code
  }

  private take(codes: Map<string, Issued>, code: string): string | undefined {
    const issued = codes.get(code)
    codes.delete(code)
    return issued && issued.until > this.now().getTime() ? issued.for : undefined
  }

  private async receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://wechat')
    this.asked.push(pathname)
    if (this.trouble === 'silent') return
    const body = chunks.length > 0 ? JSON.parse(Buffer.concat(chunks).toString()) : {}
    response.setHeader('content-type', 'text/plain')
    if (this.trouble === 'half') return void response.write('{"openid":')
    response.statusCode = this.trouble === 'http-500' ? 500 : 200
    const words = this.words(`${request.method} ${pathname}`, searchParams, body)
    if (words !== codeMade) return void response.end(words)
    response.setHeader('content-type', 'image/jpeg')
    response.end(await drawCode(Number(body.width ?? 430)))
  }

  private words(call: string, query: URLSearchParams, body: Answer): string {
    if (this.trouble === 'garbage') return '<html>请稍后再试</html>'
    if (this.trouble === 'empty') return ''
    if (this.trouble === 'nothing-asked-for') return JSON.stringify({ errcode: 0, errmsg: 'ok' })
    const answer = this.trouble === 'busy' ? error(-1, 'system error') : this.answer(call, query, body)
    return answer.errcode === 0 && call === pageCode ? codeMade : JSON.stringify(answer)
  }

  private answer(call: string, query: URLSearchParams, body: Answer): Answer {
    if (call === 'GET /sns/jscode2session') return this.signIn(query)
    if (call === 'POST /cgi-bin/stable_token') return this.stableToken(body)
    if (call === 'POST /wxa/business/getuserphonenumber') return this.phoneNumber(query, body)
    if (call === pageCode) return this.tokenFault(query) ?? this.codeFault(body) ?? { errcode: 0 }
    return error(40066, 'invalid url')
  }

  private signIn(query: URLSearchParams): Answer {
    if (query.get('grant_type') !== 'authorization_code') return error(40002, 'invalid grant_type')
    const fault = this.appFault(query.get('appid'), query.get('secret'))
    if (fault) return fault
    if (!query.get('js_code')) return error(41008, 'missing code')
    const openid = this.take(this.logins, query.get('js_code') as string)
    if (!openid) return error(40029, 'invalid code')
    if (this.risky.has(openid)) return error(40226, 'code blocked')
    const recent = (this.signIns.get(openid) ?? []).filter((at) => at > this.now().getTime() - minutes(1))
    if (recent.length >= 100) return error(45011, 'api minute-quota reach limit, must slower, retry next minute')
    this.signIns.set(openid, [...recent, this.now().getTime()])
    return { openid, session_key: Buffer.from(openid).toString('base64') }
  }

  private stableToken(body: Answer): Answer {
    if (body.grant_type !== 'client_credential') return error(40002, 'invalid grant_type')
    const fault = this.appFault(body.appid, body.secret)
    if (fault) return fault
    const left = this.token ? this.token.until - this.now().getTime() : 0
    if (left <= 0 || body.force_refresh) {
      this.token = { for: `token-${randomUUID()}`, until: this.now().getTime() + this.tokenSeconds * 1000 }
    }
    return { access_token: this.token?.for, expires_in: Math.floor((left > 0 ? left : this.tokenSeconds * 1000) / 1000) }
  }

  private phoneNumber(query: URLSearchParams, body: Answer): Answer {
    const fault = this.tokenFault(query)
    if (fault) return fault
    if (this.phoneQuota <= 0) return error(1400001, 'no quota')
    const phone = this.take(this.phones, String(body.code))
    if (!phone) return error(40029, 'invalid code')
    this.phoneQuota -= 1
    const watermark = { timestamp: Math.floor(this.now().getTime() / 1000), appid: this.appid }
    return {
      errcode: 0,
      errmsg: 'ok',
      phone_info: { phoneNumber: `+86${phone}`, purePhoneNumber: phone, countryCode: '86', watermark },
    }
  }

  private codeFault({ scene, page = 'pages/home/index', check_path = true, env_version = 'release', width = 430 }: Answer) {
    if (typeof scene !== 'string' || scene.length < 1 || scene.length > 32) {
      return error(40169, 'invalid length for scene, or the data is not json string')
    }
    if (/[^0-9A-Za-z!#$&'()*+,/:;=?@._~-]/.test(scene)) return error(40129, 'invalid scene')
    if (typeof check_path !== 'boolean' || typeof width !== 'number' || typeof page !== 'string') return error(47001, 'data format error')
    if (width < 280 || width > 1280 || !['release', 'trial', 'develop'].includes(String(env_version))) return error(40097, 'invalid args')
    if (/^\/|[?]/.test(page) || (check_path && !this.published.has(page))) return error(41030, 'invalid page')
    const now = this.now().getTime()
    this.codesMade = this.codesMade.filter((at) => at > now - minutes(1))
    if (this.codesMade.length >= this.codesPerMinute) return error(45009, 'reach max api minute frequence limit')
    this.codesMade.push(now)
    return undefined
  }

  private tokenFault(query: URLSearchParams): Answer | undefined {
    const given = query.get('access_token')
    if (!given) return error(41001, 'access_token missing')
    if (!this.token || given !== this.token.for) return error(40001, 'invalid credential, access_token is invalid or not latest')
    return this.token.until <= this.now().getTime() ? error(42001, 'access_token expired') : undefined
  }

  private appFault(appid: unknown, secret: unknown): Answer | undefined {
    if (appid !== this.appid) return error(40013, 'invalid appid')
    return secret === this.secret ? undefined : error(40125, 'invalid appsecret')
  }
}
