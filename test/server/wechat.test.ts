import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import sharp from 'sharp'
import { createWechat } from '../../server/shared/wechat'
import { testSettings } from '../helpers/database'
import { TestTown } from '../helpers/server'
import { WechatServer } from '../helpers/wechat-server'

let wechat: WechatServer
let town: TestTown

beforeAll(async () => {
  wechat = await WechatServer.open(() => town?.now ?? new Date('2026-11-20T09:00:00+08:00'))
  town = await openTown()
})
afterEach(() => {
  wechat.trouble = 'none'
  wechat.phoneQuota = 1000
  wechat.tokenSeconds = 7200
  wechat.asked.length = 0
})
afterAll(async () => {
  await town.close()
  await wechat.close()
})

const openTown = (changes = {}) =>
  TestTown.open('2026-11-20T09:00:00+08:00', {
    WECHAT_URL: wechat.url,
    WECHAT_APPID: wechat.appid,
    WECHAT_SECRET: wechat.secret,
    ...changes,
  })

const signIn = (code: string) => town.guest.call('POST /sessions', { body: { provider: 'wechat', code } })
const personsOf = (openid: string) => town.db.selectFrom('persons').select('id').where('wechat_openid', '=', openid).execute()

test('when 方阿姨 opens the app for the first time, then she is a new neighbour without a town, and the next time the same person', async () => {
  const first = await signIn(wechat.loginCode('openid-fang'))
  expect(first.status).toBe(201)
  expect(first.body.person).toMatchObject({ nickname: '新邻居', town: null, home: null, phone: null, grants: [] })
  const second = await signIn(wechat.loginCode('openid-fang'))
  expect(second.body.person.id).toBe(first.body.person.id)
})

test('when two sign-ins of a newcomer come at once, then one person is made', async () => {
  const codes = Array.from({ length: 6 }, () => wechat.loginCode('openid-twice'))
  const answers = await Promise.all(codes.map(signIn))
  expect(answers.map((answer) => answer.status)).toEqual(codes.map(() => 201))
  expect(new Set(answers.map((answer) => answer.body.person.id)).size).toBe(1)
  expect(await personsOf('openid-twice')).toHaveLength(1)
})

test('when a login code is used twice, is older than five minutes or is invented, then signing in is refused with 401', async () => {
  const code = wechat.loginCode('openid-once')
  expect((await signIn(code)).status).toBe(201)
  const old = wechat.loginCode('openid-once')
  town.at(5 * 60_000)
  for (const bad of [code, old, 'invented&appid=other', '😀']) {
    expect(await signIn(bad)).toMatchObject({ status: 401, problem: { code: 'wechat-code-invalid' } })
  }
})

test('when somebody signs in more than a hundred times in a minute, then they are told to wait', async () => {
  const client = createWechat(town.settings, () => town.now)
  for (let time = 0; time < 100; time++) await client.signIn(wechat.loginCode('openid-often'))
  const answer = await signIn(wechat.loginCode('openid-often'))
  expect(answer).toMatchObject({ status: 429, problem: { code: 'wechat-busy' } })
  expect(answer.headers['retry-after']).toBe('60')
  town.at(60_001)
  expect((await signIn(wechat.loginCode('openid-often'))).status).toBe(201)
})

test('when WeChat holds somebody for a risk, then signing in is refused with 403 and nobody is written down', async () => {
  wechat.risky.add('openid-risky')
  expect(await signIn(wechat.loginCode('openid-risky'))).toMatchObject({ status: 403, problem: { code: 'wechat-risk' } })
  expect(await personsOf('openid-risky')).toEqual([])
})

test.each(['busy', 'garbage', 'http-500', 'empty', 'nothing-asked-for'] as const)(
  'when WeChat answers with %s, then it is unavailable for the moment',
  async (trouble) => {
    wechat.trouble = trouble
    const answer = await signIn(wechat.loginCode('openid-fang'))
    expect(answer).toMatchObject({ status: 503, problem: { code: 'wechat-unavailable' } })
    expect(answer.headers['retry-after']).toBe('5')
    const resident = await town.as('resident')
    expect(await resident.call('PUT /me/phone', { body: { code: 'any' } })).toMatchObject({
      status: 503,
      problem: { code: 'wechat-unavailable' },
    })
  },
)

test.each(['silent', 'half'] as const)(
  'when WeChat is %s, then waiting ends after five seconds and the database was not held meanwhile',
  async (trouble) => {
    wechat.trouble = trouble
    const start = Date.now()
    const waiting = signIn(wechat.loginCode('openid-fang'))
    await (await town.as('resident')).ok('GET /me')
    expect(Date.now() - start).toBeLessThan(4000)
    expect(await waiting).toMatchObject({ status: 503, problem: { code: 'wechat-unavailable' } })
    expect(Date.now() - start).toBeGreaterThan(4900)
    expect(Date.now() - start).toBeLessThan(8000)
  },
)

test('when WeChat cannot be reached, then it is unavailable', async () => {
  const gone = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => gone.once('listening', resolve))
  const { port } = gone.address() as AddressInfo
  await new Promise((resolve) => gone.close(resolve))
  const settings = testSettings({ WECHAT_URL: `http://127.0.0.1:${port}`, WECHAT_APPID: wechat.appid, WECHAT_SECRET: wechat.secret })
  await expect(createWechat(settings).signIn('any')).rejects.toMatchObject({ status: 503, code: 'wechat-unavailable' })
})

test('when the settings have a wrong secret, then the person is not told why, and the cause names no secret', async () => {
  const settings = testSettings({ WECHAT_URL: wechat.url, WECHAT_APPID: wechat.appid, WECHAT_SECRET: 'wrong-secret' })
  const refusal = await createWechat(settings)
    .signIn('a-code')
    .catch((error) => error)
  expect(refusal).toMatchObject({ status: 503, code: 'wechat-unavailable', cause: 'WeChat /sns/jscode2session: errcode 40125' })
})

test('when the town has no WeChat settings, then it says so', async () => {
  const client = createWechat(testSettings({ WECHAT_URL: wechat.url }))
  await expect(client.signIn('any')).rejects.toMatchObject({ status: 503, code: 'wechat-off' })
  await expect(client.phoneNumber('any')).rejects.toMatchObject({ status: 503, code: 'wechat-off' })
  await expect(client.pageCode('pages/home/index', 'any')).rejects.toMatchObject({ status: 503, code: 'wechat-off' })
})

test('when 王阿姨 shares her number, then the reply masks it and the database has it sealed only', async () => {
  const wang = await town.as('resident')
  const me = await wang.ok('PUT /me/phone', { body: { code: wechat.phoneCode('13912345678') } })
  expect(me.phone).toBe('139****5678')
  const row = await town.db.selectFrom('persons').selectAll().where('id', '=', wang.personId).executeTakeFirstOrThrow()
  expect(JSON.stringify(row)).not.toContain('13912345678')
  expect(row.phone_sealed).toMatch(/^1\./)
})

test('when a phone code is used twice or has run out, then the number stays and so does the session', async () => {
  const sun = await town.as('neighbour')
  const code = wechat.phoneCode('13900000001')
  await sun.ok('PUT /me/phone', { body: { code } })
  const old = wechat.phoneCode('13900000002')
  town.at(5 * 60_000)
  for (const bad of [code, old]) {
    expect(await sun.call('PUT /me/phone', { body: { code: bad } })).toMatchObject({
      status: 422,
      problem: { code: 'wechat-code-invalid' },
    })
  }
  expect((await sun.ok('GET /me')).phone).toBe('139****0001')
})

test('when the town has used up its phone numbers, then it says so', async () => {
  wechat.phoneQuota = 0
  const sun = await town.as('neighbour')
  const answer = await sun.call('PUT /me/phone', { body: { code: wechat.phoneCode('13900000003') } })
  expect(answer).toMatchObject({ status: 503, problem: { code: 'wechat-phone-quota' } })
})

describe('the access token', () => {
  const client = () => createWechat(town.settings, () => town.now)
  const tokensAsked = () => wechat.asked.filter((path) => path === '/cgi-bin/stable_token').length

  test('when several numbers are asked for at once, then the token is fetched once and kept', async () => {
    const own = client()
    const numbers = ['13900000011', '13900000012', '13900000013']
    expect(await Promise.all(numbers.map((number) => own.phoneNumber(wechat.phoneCode(number))))).toEqual(numbers)
    town.at(3600_000)
    await own.phoneNumber(wechat.phoneCode('13900000014'))
    expect(tokensAsked()).toBe(1)
  })

  test('when the token is about to run out, then a new one is fetched before it does', async () => {
    const own = client()
    wechat.takeTokenBack()
    await own.phoneNumber(wechat.phoneCode('13900000021'))
    town.at(7200_000 - 200_000)
    await own.phoneNumber(wechat.phoneCode('13900000022'))
    expect(tokensAsked()).toBe(2)
    expect(wechat.asked.filter((path) => path.startsWith('/wxa'))).toHaveLength(2)
  })

  test('when WeChat took the token back before its time, then it is renewed once and the number still comes', async () => {
    const own = client()
    await own.phoneNumber(wechat.phoneCode('13900000031'))
    wechat.takeTokenBack()
    expect(await own.phoneNumber(wechat.phoneCode('13900000032'))).toBe('13900000032')
    expect(tokensAsked()).toBe(2)
  })

  test('when every token is refused, then it ends after one renewal', async () => {
    const own = client()
    wechat.takeTokenBack()
    wechat.tokenSeconds = 0
    await expect(own.phoneNumber(wechat.phoneCode('13900000041'))).rejects.toMatchObject({ status: 503, code: 'wechat-unavailable' })
    expect(wechat.asked.filter((path) => path.startsWith('/wxa')).length).toBeLessThanOrEqual(2)
  })

  test('when fetching the token failed once, then the next call fetches it anew', async () => {
    const own = client()
    wechat.trouble = 'busy'
    await expect(own.phoneNumber('any')).rejects.toMatchObject({ code: 'wechat-unavailable' })
    wechat.trouble = 'none'
    expect(await own.phoneNumber(wechat.phoneCode('13900000051'))).toBe('13900000051')
  })
})

describe('the code of a page', () => {
  const client = () => createWechat(town.settings, () => town.now)
  const codeOf = (page = 'pages/study/home/index', scene = 'share') =>
    client()
      .pageCode(page, scene)
      .catch((error) => error)

  test('when the page is published, then its code is a picture', async () => {
    const picture = await sharp(await codeOf()).metadata()
    expect(picture).toMatchObject({ format: 'jpeg', width: 430 })
  })

  test('when WeChat took the token back before its time, then it is renewed once and the code still comes', async () => {
    const own = client()
    await own.pageCode('pages/home/index', 'share')
    wechat.takeTokenBack()
    expect(await own.pageCode('pages/home/index', 'share')).toBeInstanceOf(Buffer)
    expect(wechat.asked.filter((path) => path.startsWith('/cgi-bin'))).toHaveLength(2)
  })

  test.each([
    ['the page is not published', 'pages/none/index', 'share', 41030],
    ['the page begins with a slash', '/pages/home/index', 'share', 41030],
    ['the scene is longer than 32', 'pages/home/index', 'x'.repeat(33), 40169],
    ['the scene is empty', 'pages/home/index', '', 40169],
    ['the scene has letters that WeChat does not take', 'pages/home/index', '分享', 40129],
  ])('when %s, then it is unavailable, and the cause says why', async (_what, page, scene, errcode) => {
    expect(await codeOf(page, scene)).toMatchObject({
      ...{ status: 503, code: 'wechat-unavailable' },
      cause: `WeChat /wxa/getwxacodeunlimit: errcode ${errcode}`,
    })
  })

  test('when more codes are asked for than WeChat makes in a minute, then waiting is until the next one', async () => {
    wechat.codesPerMinute = 0
    expect(await codeOf()).toMatchObject({ status: 503, code: 'wechat-unavailable', extra: { retryAfter: 60 } })
    wechat.codesPerMinute = 5000
    expect(await codeOf()).toBeInstanceOf(Buffer)
  })

  test.each(['busy', 'garbage', 'http-500', 'empty', 'nothing-asked-for'] as const)(
    'when WeChat answers with %s, then it is unavailable for the moment',
    async (trouble) => {
      wechat.trouble = trouble
      expect(await codeOf()).toMatchObject({ status: 503, code: 'wechat-unavailable' })
    },
  )
})
