import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { openBrowser } from '../helpers/phone'
import { since } from './gates/base-library'
import { pack } from './pack/pack'
import { openEchoServer } from './phone/echo-server'
import { onPhones } from './phone/on-phones'
import { type RunnerServer, serveRunner } from './phone/runner-server'
import { WeappPhone, type WeappPhoneOptions } from './phone/weapp-phone'

const fixture = fileURLToPath(new URL('fixture', import.meta.url))
const origin = 'http://127.0.0.1:8787'
const file = (name: string, size = 3) => ({ name, mimeType: 'image/png', buffer: Buffer.alloc(size, name) })

onPhones('the runner, as WeChat documents it', () => {
  let folder: string
  let browser: Browser
  let api: Awaited<ReturnType<typeof openEchoServer>>
  let runner: RunnerServer
  let phone: WeappPhone

  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'jiamenkou-runner-'))
    api = await openEchoServer()
    ;[browser] = await Promise.all([openBrowser(), pack(fixture, folder)])
    runner = await serveRunner(folder, api.address)
  })
  afterEach(() => phone?.close())
  afterAll(async () => {
    await browser?.close()
    await runner?.close()
    api?.close()
    await rm(folder, { recursive: true, force: true })
  })

  async function open(options: WeappPhoneOptions = {}, at = ''): Promise<void> {
    phone = await WeappPhone.open(browser, runner.address, options)
    await phone.launch(at)
  }
  const said = async () => (await phone.shown.locator('#said').textContent()) ?? ''
  const failure = async (name: string, options: object = {}) => {
    const { ok, answer } = await phone.call(name, options)
    return ok ? 'it worked' : (answer as { errMsg: string }).errMsg
  }

  test('when code asks for the browser, then there is none; a query is not decoded', async () => {
    await open({}, '/pages/second/index?word=%E4%B8%80')
    await phone.see('%E4%B8%80 undefined undefined undefined undefined undefined 1')
  })

  test('when the app may use a function, then the runner has it', async () => {
    await open()
    const functions = (await phone.page.evaluate(() => window.runner?.functions())) ?? []
    expect(Object.keys(since).filter((name) => !functions.includes(name))).toEqual([])
  })

  test('when a page uses what the runner has not, then the report names it', async () => {
    await open({}, '/pages/second/index?lost=yes')
    const { missing, errors } = await phone.happened()
    expect(missing).toEqual(['wx.openBluetoothAdapter', '<video>'])
    expect(errors.join()).toMatch(/openBluetoothAdapter is not a function/)
  })

  test('when styles speak of rpx, vh and page, then they mean the width of the phone, the page without its bars, and the page', async () => {
    await open({ width: 400, height: 700 })
    const { width, height } = (await phone.shown.locator('#half').boundingBox()) ?? {}
    expect([width, height]).toEqual([200, 700 - 44 - 50])
    expect(await phone.shown.evaluate((page) => getComputedStyle(page).backgroundColor)).toBe('rgb(1, 2, 3)')
  })

  test('when data is set, then paths work, undefined is lost, and the size is counted', async () => {
    await open()
    await phone.press('button', 'tap me')
    await phone.see('1 three')
    expect((await phone.happened()).setData).toMatchObject({ calls: 1, largest: JSON.stringify({ 'list.[1].name': 'three' }).length })
  })

  test('when a form is sent, then it gives what its fields hold; when it is reset, then they are empty', async () => {
    await open()
    await phone.fill('who', '王阿姨')
    await phone.fill('words', 'two\nlines')
    await phone.tap('switch it')
    for (const [role, name] of [
      ['checkbox', 'b'],
      ['radio', 'x'],
      ['radio', 'y'],
    ] as const)
      await phone.shown.getByRole(role, { name }).tap()
    await phone.press('button', 'submit')
    expect(JSON.parse(await said())).toEqual({ who: '王阿姨', words: 'two\nlines', on: true, many: ['b'], one: 'y' })
    await phone.press('button', 'reset')
    await phone.press('button', 'submit')
    expect(JSON.parse(await said())).toEqual({ who: '', words: '', on: false, many: [], one: '' })
  })

  test('when pages come and go, then they are told in WeChat’s order, and a tab stays', async () => {
    await open()
    await phone.settled()
    await phone.go('/pages/second/index')
    await phone.back()
    await phone.go('/pages/other/index')
    await phone.go('/pages/first/index')
    await phone.page.evaluate(() => window.runner?.pullDown())
    const order = 'loads, first shows, first is ready, first hides, first shows, first hides, other shows, other hides, first shows'
    expect(await said()).toBe(`first ${order}`)
  })

  test('when ten pages are open, then an eleventh is refused, and so is a tab on top of a page', async () => {
    await open()
    for (let count = 2; count <= 10; count += 1) await phone.go(`/pages/second/index?word=${count}`)
    expect(await failure('navigateTo', { url: '/pages/second/index' })).toBe('navigateTo:fail webview count limit exceed')
    expect(await failure('navigateTo', { url: '/pages/first/index' })).toBe('navigateTo:fail can not navigateTo a tabbar page')
    expect(await failure('switchTab', { url: '/pages/second/index' })).toBe('switchTab:fail can not switch to no-tabBar page')
    expect(await failure('redirectTo', { url: '/pages/none/index' })).toBe('redirectTo:fail page "pages/none/index" is not found')
    await phone.call('navigateBack', { delta: 20 })
    expect(await phone.routes()).toEqual(['pages/first/index'])
    expect(await failure('navigateBack')).toBe('navigateBack:fail cannot navigate back at first page.')
  })

  test('when storage is full, then it says so and keeps what it has; a kill leaves it', async () => {
    await open()
    const data = 'x'.repeat(1024 * 1024 - 100)
    expect(await failure('setStorage', { key: 'large', data: `${data}${data}` })).toBe('setStorage:fail entry size limit reached')
    const stored = []
    for (let key = 0; key < 4; key += 1) stored.push(await failure('setStorage', { key: `k${key}`, data }))
    expect(stored).toEqual(Array(4).fill('it worked'))
    await phone.launch()
    expect(await phone.call('getStorage', { key: 'k3' })).toMatchObject({ ok: true, answer: { data } })
    expect(await failure('getStorage', { key: 'none' })).toBe('getStorage:fail data not found')
  })

  test('when twelve calls are made, then ten run at once and all are answered', async () => {
    await open()
    const answers = await Promise.all(Array.from({ length: 12 }, () => phone.call('request', { url: `${origin}/api/slow` })))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(12)
    expect((await phone.happened()).mostRequestsAtOnce).toBe(10)
  })

  test('when the server answers whatever, then it is a success with a status; when it does not, then a failure', async () => {
    await open()
    expect(await phone.call('request', { url: `${origin}/api/teapot`, method: 'post', data: { a: 1 } })).toMatchObject({
      ok: true,
      answer: { statusCode: 418, data: { method: 'POST', type: 'application/json', body: '{"a":1}' }, header: { 'Retry-After': '7' } },
    })
    expect(await failure('request', { url: `${origin}/api/slow`, timeout: 20 })).toBe('request:fail timeout')
    expect(await failure('request', { url: 'https://example.com/' })).toBe('request:fail url not in domain list')
    expect(await failure('request', { url: '/api/slow' })).toBe('request:fail invalid url "/api/slow"')
    await phone.offline(true)
    expect(await failure('request', { url: `${origin}/api/slow` })).toMatch(/^request:fail /)
    expect((await phone.call('getNetworkType')).answer).toMatchObject({ networkType: 'none' })
  })

  test('when a picture is chosen and sent, then it arrives as a form with its fields and progress ends at 100', async () => {
    await open({ privacyAsked: false })
    await phone.choose('send a picture', [file('one.png', 200_000)])
    await phone.see(/^100 /)
    const { type, authorization, body } = JSON.parse((await said()).slice(4))
    expect([type, authorization]).toEqual([expect.stringMatching(/^multipart\/form-data; boundary=/), 'Bearer me'])
    expect(body).toMatch(/name="why"\s+to test/)
    expect(body).toMatch(/name="file"; filename="tmp_\w+\.png"\s+Content-Type: image\/png/)
    expect(body.length).toBeGreaterThan(200_000)
  })

  test('when a file is saved, then it moves, and only the saved one is there after a kill', async () => {
    await open({ privacyAsked: false })
    const chosen = phone.call('chooseMedia', { count: 2 })
    await phone.takePictures([file('a.png'), file('b.png')])
    const { tempFiles } = (await chosen).answer as { tempFiles: { tempFilePath: string; size: number }[] }
    const [{ tempFilePath: first }, { tempFilePath: second }] = tempFiles as [(typeof tempFiles)[0], (typeof tempFiles)[0]]
    const { savedFilePath } = (await phone.call('saveFile', { tempFilePath: first })).answer as { savedFilePath: string }
    expect(await failure('saveFile', { tempFilePath: first })).toMatch(/saveFile:fail file doesn't exist/)
    await phone.launch()
    expect(await failure('saveFile', { tempFilePath: second })).toMatch(/saveFile:fail file doesn't exist/)
    expect(await failure('removeSavedFile', { filePath: savedFilePath })).toBe('it worked')
    expect(await failure('removeSavedFile', { filePath: savedFilePath })).toMatch(/removeSavedFile:fail file doesn't exist/)
  })

  test('when the consent is refused, then nothing is asked again for ten seconds; when it is given, then once for all', async () => {
    await open()
    const first = failure('chooseMedia')
    await phone.answerDialog('用户隐私保护提示', '拒绝')
    expect(await first).toBe('chooseMedia:fail privacy permission is not authorized')
    expect(await phone.call('getLocation', { type: 'gcj02' })).toMatchObject({ ok: false, answer: { errno: 104 } })
    await phone.launch()
    expect((await phone.call('getPrivacySetting')).answer).toMatchObject({ needAuthorization: true })
    const second = phone.call('getLocation', { type: 'gcj02' })
    await phone.answerDialog('用户隐私保护提示', '同意')
    await phone.answerDialog('to find the way', '允许')
    expect(await second).toMatchObject({ ok: true, answer: { longitude: 121.38 } })
    await phone.launch()
    expect(await phone.call('getLocation', { type: 'gcj02' })).toMatchObject({ ok: true })
  })

  test('when the position is asked for again at once, then it is the same; an undeclared function is refused', async () => {
    await open({ privacyAsked: false })
    const first = phone.call('getLocation', { type: 'gcj02' })
    await phone.answerDialog('to find the way', '允许')
    await first
    await phone.change({ place: { longitude: 1, latitude: 2, accuracy: 3 } })
    expect((await phone.call('getLocation', { type: 'gcj02' })).answer).toMatchObject({ longitude: 121.38 })
    expect(await failure('chooseLocation')).toMatch(/need to be declared in the requiredPrivateInfos field/)
  })
})
