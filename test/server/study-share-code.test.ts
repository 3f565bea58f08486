import { rm } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import { type Caller, TestTown } from '../helpers/server'
import { start } from '../helpers/study'
import { WechatServer } from '../helpers/wechat-server'

let wechat: WechatServer
let town: TestTown
let li: Caller
beforeAll(async () => {
  wechat = await WechatServer.open(() => town?.now ?? new Date(start))
  town = await TestTown.open(start, { WECHAT_URL: wechat.url, WECHAT_APPID: wechat.appid, WECHAT_SECRET: wechat.secret })
  li = await town.as('party_member')
})
beforeEach(async () => {
  wechat.trouble = 'none'
  wechat.asked.length = 0
  await rm(path.join(town.settings.DATA_DIR, 'photos/share'), { recursive: true, force: true })
})
afterAll(async () => {
  await town.close()
  await wechat.close()
})

const code = (caller = li) => caller.call('GET /study/share-code')
const asked = () => wechat.asked.filter((one) => one === '/wxa/getwxacodeunlimit').length

test('when the code is asked for, then it is a picture, and WeChat is asked once for everybody', async () => {
  const first = await code()
  expect(first.status).toBe(200)
  const [, base64] = /^data:image\/jpeg;base64,(.+)$/.exec(first.body.picture ?? '') ?? []
  expect(await sharp(Buffer.from(base64 as string, 'base64')).metadata()).toMatchObject({ format: 'jpeg', width: 430 })
  const wang = await town.as('resident')
  expect((await code(wang)).body).toEqual(first.body)
  expect(asked()).toBe(1)
})

test('when many ask at once, then they wait for the same one', async () => {
  const answers = await Promise.all(Array.from({ length: 8 }, () => code()))
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
  expect(asked()).toBe(1)
})

test('when WeChat has it kept for us already, then it need not be there any more', async () => {
  const { body } = await code()
  wechat.trouble = 'http-500'
  expect(await code()).toMatchObject({ status: 200, body })
})

test.each(['busy', 'garbage', 'http-500', 'empty', 'nothing-asked-for', 'silent'] as const)(
  'when WeChat answers with %s, then it is unavailable for the moment, and the next one asks again',
  async (trouble) => {
    wechat.trouble = trouble
    expect(await code()).toMatchObject({ status: 503, problem: { code: 'wechat-unavailable' } })
    wechat.trouble = 'none'
    expect((await code()).status).toBe(200)
  },
)

test('when the mini-program is not published yet, then it is unavailable and nothing is kept', async () => {
  wechat.published.delete('pages/study/home/index')
  expect(await code()).toMatchObject({ status: 503, problem: { code: 'wechat-unavailable' } })
  wechat.published.add('pages/study/home/index')
  expect((await code()).status).toBe(200)
})

test('when the town has no WeChat, then there is no such code, and that is no fault', async () => {
  const other = await TestTown.open(start)
  expect(await (await other.as('party_member')).call('GET /study/share-code')).toMatchObject({ status: 200, body: { picture: null } })
  await other.close()
})
