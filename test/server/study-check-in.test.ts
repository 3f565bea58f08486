import { randomUUID } from 'node:crypto'
import { stepAt } from '../../server/services/study/study-code'
import { crowd } from '../helpers/crowd'
import { phonePicture } from '../helpers/pictures'
import { type Caller, TestTown } from '../helpers/server'
import { aibo, checkIn, codesOf, corner, disagreements, fixedCode, north, said, scan, screenCode, send, start } from '../helpers/study'

let town: TestTown
/** Somebody new for each test. */
let person: Caller
beforeAll(async () => {
  town = await TestTown.open(start)
})
beforeEach(async () => {
  town.at(start)
  ;[person] = (await crowd(town, 1)) as [Caller]
})
afterAll(async () => {
  expect(await disagreements(town)).toEqual([])
  await town.close()
})

const marksOf = ({ marks }: { marks: { mark: string }[] }) => marks.map(({ mark }) => mark)
const seconds = (count: number) => count * 1000
const here = north(corner, 30, 200)
const ago = (ms: number) => new Date(town.now.getTime() - ms).toISOString()

describe('the screen’s code', () => {
  test('when 李强 scans it, then it counts, with points, a streak of one and his first badge', async () => {
    const li = await town.as('party_member')
    const result = await checkIn(town, li, {
      siteId: corner.id,
      location: north(corner, 10),
      thought: '灯亮起来真好看，读了一页党史。',
      minutes: 31,
    })
    expect(result).toMatchObject({
      ...{ siteId: corner.id, siteName: '共享空间学习角(东)', way: 'screen', state: 'counted', day: '2026-11-20', marks: [] },
      ...{ points: 5, totalPoints: 5, streak: 1, nextCountsAt: '2026-11-21T02:00:00.000Z' },
      newBadges: [{ code: 'HQ-FIRST', name: '初到虹桥' }],
    })
    expect(result.lines.map(({ kind, points, why, day }) => [kind, points, why, day])).toEqual([
      ['check_in', 2, '共享空间学习角(东)打卡', '2026-11-20'],
      ['minutes', 2, '在共享空间学习角(东)学习', '2026-11-20'],
      ['thought', 1, '在共享空间学习角(东)写了感想', '2026-11-20'],
    ])
  })

  test.each([
    ['as it appears', 0, '201'],
    ['as it is replaced', seconds(30), '201'],
    ['five seconds after', seconds(35), '201'],
    ['a thousandth of a second later', seconds(35) + 1, '422 study-code-expired'],
    ['a minute later', seconds(60), '422 study-code-expired'],
    ['before its time', -1, '422 study-code-expired'],
  ])('when it is read %s, then the answer is of that moment', async (_, after, answer) => {
    const code = await screenCode(town)
    town.at(after)
    expect(said(await send(person, { code }))).toBe(answer)
  })

  test('when it is expired, then the words are kind', async () => {
    const code = await screenCode(town)
    town.at(seconds(40))
    expect((await send(person, { code })).problem.detail).toBe('这个码刚刚换过了，请再扫一次。')
  })

  test.each([
    ['nothing', undefined, 'study-code-missing'],
    ['spaces', '   ', 'study-code-missing'],
    ['a word', 'hello', 'study-code-invalid'],
    ['a pickup code', 'JM1.AZqPAAAAcACAAAAAAAAAKg.1abc2.AAAAAAAAAAAAAAAAAAAAAA', 'study-code-invalid'],
    ['a code with another signature', 'JS1.STU-001.z1abc.AAAAAAAAAAAAAAAAAAAAAA', 'study-code-invalid'],
    ['a code of a site that is none', 'JF1.NOWHERE.AAAAAAAAAAAA', 'study-code-invalid'],
  ])('when there is %s in its place, then it is refused', async (_, code, problem) => {
    const answer = await send(person, code === undefined ? { siteId: corner.id } : { code })
    expect([answer.status, answer.problem.code]).toEqual([422, problem])
    expect(answer.problem.errors).toMatchObject([{ path: 'body/code' }])
  })

  test('when it is another site’s, then it is said whose, and one that was moved to another site is forged', async () => {
    const code = await screenCode(town)
    const answer = await send(person, { code, siteId: 'STU-002' })
    expect([said(answer), answer.problem.detail]).toEqual(['422 study-code-elsewhere', '这是共享空间学习角(东)的打卡码，请扫这里的码。'])
    expect(said(await send(person, { code: code.replace('STU-001', 'STU-002') }))).toBe('422 study-code-invalid')
  })

  test('when the site does not use that way, then it is said', async () => {
    expect(said(await scan(town, person, {}, 'STU-003'))).toBe('409 study-way-closed')
    expect(said(await send(person, { code: await fixedCode(town, 'STU-002'), location: north(corner, 0) }))).toBe('409 study-way-closed')
  })

  test.each([
    ['no position', undefined],
    ['null island', { lng: 0, lat: 0, accuracy: 5 }],
    ['Paris', { lng: 2.35, lat: 48.86, accuracy: 5 }],
    ['somewhere within ten kilometres', { lng: 121.3, lat: 31.1, accuracy: 10_000 }],
    ['the edge of the fence', north(corner, 138)],
    ['a kilometre off, give or take one', north(corner, 1000, 1000)],
  ])('when the phone says %s, then it counts', async (_, location) => {
    expect(await checkIn(town, person, { location: location ?? null })).toMatchObject({ state: 'counted', marks: [] })
  })

  test('when the phone is a metre outside the fence and what it is off by, then it is kept and waits, and brings nothing yet', async () => {
    const result = await checkIn(town, person, { location: north(corner, 142) })
    expect(result).toMatchObject({ state: 'pending', points: 0, lines: [], totalPoints: 0, streak: 0, newBadges: [] })
    expect(result.marks).toEqual([{ mark: 'too_far', why: '手机定位离学习点约 142 米，请讲解员看一下。' }])
  })

  test('when somebody else uses it from five kilometres away, then both reasons are told, and who is there is not touched', async () => {
    const [far, near] = (await crowd(town, 2)) as [Caller, Caller]
    await checkIn(town, person, { location: north(corner, 5) })
    expect(marksOf(await checkIn(town, far, { location: north(corner, 5000) }))).toEqual(['too_far', 'code_far_apart'])
    expect(await checkIn(town, near, { location: north(corner, 15) })).toMatchObject({ state: 'counted' })
  })
})

describe('six digits of the screen', () => {
  const digitsOf = async (ofSite = corner.id) => (await codesOf(town)).digits(ofSite, stepAt(town.now))

  test('when the host’s screen asks for its codes, then each has six digits, and who types them at the site is checked in', async () => {
    const { codes } = await (await town.as('site_host')).ok('GET /sites/:id/code', { params: { id: corner.id } })
    expect(codes.filter(({ digits }) => !/^\d{6}$/.test(digits))).toEqual([])
    expect(await send(person, { siteId: corner.id, code: codes[0]?.digits ?? '' })).toMatchObject({
      body: { way: 'screen', state: 'counted' },
    })
    const [other] = (await crowd(town, 1)) as [Caller]
    const body = { siteId: corner.id, state: 'counted' }
    expect(await send(other, { code: `JS1.${corner.id}.${codes[0]?.digits}` })).toMatchObject({ body })
  })

  test.each([
    ['as they are replaced', seconds(30), '201'],
    ['five seconds after', seconds(35), '201'],
    ['a thousandth of a second later', seconds(35) + 1, '422 study-digits-wrong'],
    ['before their time', -1, '422 study-digits-wrong'],
  ])('when they are typed %s, then the answer is of that moment', async (_, after, answer) => {
    const code = await digitsOf()
    town.at(after)
    expect(said(await send(person, { siteId: corner.id, code }))).toBe(answer)
  })

  test('when they are another site’s, or no site is named, or none of ours, then they say nothing', async () => {
    const other = await digitsOf('STU-002')
    expect(said(await send(person, { code: `JS1.${corner.id}.${other}` }))).toBe('422 study-digits-wrong')
    expect(said(await send(person, { siteId: corner.id, code: other }))).toBe('422 study-digits-wrong')
    expect(said(await send(person, { siteId: 'NOWHERE', code: other }))).toBe('422 study-digits-wrong')
    expect(said(await send(person, { code: await digitsOf() }))).toBe('422 study-code-invalid')
    const site = 'RED-002'
    expect(said(await send(person, { siteId: site, code: await digitsOf(site) }))).toBe('409 study-way-closed')
  })

  test('when they were typed without a network, then they are of the moment they were typed', async () => {
    const code = await digitsOf()
    const readAt = town.now.toISOString()
    town.at(seconds(400))
    expect(await send(person, { siteId: corner.id, code, location: here, readAt, sentAt: ago(0) })).toMatchObject({
      body: { state: 'counted' },
    })
  })
})

describe('the fixed code', () => {
  const fixed = async (location: Parameters<typeof send>[1]['location'], siteId = corner.id) =>
    send(person, { code: await fixedCode(town, siteId), location })

  test('when the phone is within the fence, then it counts, a year later too', async () => {
    expect((await fixed(north(corner, 100))).body).toMatchObject({ way: 'fixed', state: 'counted' })
    const code = await fixedCode(town)
    town.at('2027-11-20T19:00:00+08:00')
    expect((await send(person, { code, location: north(corner, 100) })).body).toMatchObject({ state: 'counted' })
  })

  test('when it goes into a mini-program code, then it is short enough', async () => {
    expect((await fixedCode(town)).length).toBeLessThanOrEqual(32)
  })

  test.each([
    ['none', null],
    ['0,0', { lng: 0, lat: 0, accuracy: 1 }],
    ['outside China', { lng: -73.9, lat: 40.7, accuracy: 10 }],
    ['off by more than a kilometre', { lng: 121.3656, lat: 31.1699, accuracy: 1001 }],
  ])('when the position is %s, then it is kept and waits', async (_, location) => {
    const { status, body } = await fixed(location)
    expect([status, body.state, marksOf(body)]).toEqual([201, 'pending', ['no_position']])
  })

  test('when the position is far, then it waits', async () => {
    expect(marksOf((await fixed(north(corner, 300))).body)).toEqual(['too_far'])
  })

  test('when it stands on the road in the middle of the night, then it counts there', async () => {
    town.at('2026-11-21T03:00:00+08:00')
    const { body } = await fixed(north({ lng: 121.3842, lat: 31.1776 }, 20), 'STU-003')
    expect(body).toMatchObject({ state: 'counted', day: '2026-11-21', nextCountsAt: '2026-11-21T16:00:00.000Z' })
  })
})

describe('when it was read and when it was sent', () => {
  test('when the phone’s clock is a day off, either way, then only the time between counts', async () => {
    for (const off of [-86_400_000, 86_400_000]) {
      const code = await screenCode(town)
      const [one] = (await crowd(town, 1)) as [Caller]
      const clock = (ms: number) => new Date(town.now.getTime() + off + ms).toISOString()
      town.at(seconds(300))
      expect((await send(one, { code, location: here, readAt: clock(-300_000), sentAt: clock(0) })).body).toMatchObject({
        state: 'counted',
      })
      town.at(start)
    }
  })

  test('when there was no network for ten minutes, then it counts, and is of when it was read', async () => {
    const code = await screenCode(town)
    town.at(seconds(600))
    const { body } = await send(person, { code, location: here, readAt: ago(600_000), sentAt: ago(0) })
    expect([body.state, body.at]).toEqual(['counted', '2026-11-20T11:00:00Z'])
  })

  test('when it was longer, then it waits, and says so', async () => {
    const code = await screenCode(town)
    town.at(seconds(601))
    const { body } = await send(person, { code, location: here, readAt: ago(601_000), sentAt: ago(0) })
    expect([body.state, marksOf(body)]).toEqual(['pending', ['late']])
  })

  test('when it was a week, then it waits, and a moment more, then it is too old', async () => {
    const code = await screenCode(town)
    const week = 7 * 86_400_000
    town.at(week)
    expect((await send(person, { code, readAt: ago(week), sentAt: ago(0) })).body).toMatchObject({ state: 'pending', day: '2026-11-20' })
    town.at(1)
    const [other] = (await crowd(town, 1)) as [Caller]
    expect(said(await send(other, { code, readAt: ago(week + 1), sentAt: ago(0) }))).toBe('422 study-code-expired')
  })

  test.each([
    ['sent before it was read', 60_000, 0],
    ['read in 1970', -Date.parse(start), 0],
  ])('when it was %s, then it is taken as read now', async (_, readOff, sentOff) => {
    const moment = (off: number) => new Date(town.now.getTime() + off).toISOString()
    const result = await checkIn(town, person, { readAt: moment(readOff), sentAt: moment(sentOff) })
    expect([result.state, result.at]).toEqual(['counted', '2026-11-20T11:00:00Z'])
    const code = await screenCode(town)
    town.at(seconds(36))
    expect(said(await send(person, { code, readAt: moment(readOff), sentAt: moment(sentOff) }))).toBe('422 study-code-expired')
  })

  test('when only one of the two is told, then it was read now', async () => {
    const code = await screenCode(town)
    town.at(seconds(36))
    expect(said(await send(person, { code, readAt: ago(36_000) }))).toBe('422 study-code-expired')
    expect(said(await send(person, { code, sentAt: ago(0) }))).toBe('422 study-code-expired')
  })

  test('when it was read before midnight and came after, then it is of the day before', async () => {
    const codes = await codesOf(town)
    town.at('2026-11-20T23:59:59+08:00')
    const location = north({ lng: 121.3842, lat: 31.1776 }, 20)
    const code = codes.fixed('STU-003')
    town.at('2026-11-21T00:00:04+08:00')
    expect((await send(person, { code, location, readAt: ago(5000), sentAt: ago(0) })).body.day).toBe('2026-11-20')
    expect((await send(person, { code, location })).body.day).toBe('2026-11-21')
  })
})

describe('once a day', () => {
  test('when somebody comes twice, then the second time it is said when it counts again', async () => {
    await checkIn(town, person)
    const answer = await scan(town, person)
    expect([said(answer), answer.problem.detail]).toEqual([
      '409 study-checked-in-today',
      '11月20日（周五）在这里已经打过卡了，11月21日（周六）10:00起可以再打。',
    ])
    expect((await scan(town, person, {}, 'STU-002')).status).toBe(201)
  })

  test('when the day ends at 23:59:59, then a second later it is the next', async () => {
    const road = { code: await fixedCode(town, 'STU-003'), location: north({ lng: 121.3842, lat: 31.1776 }, 20) }
    for (const [moment, answer] of [
      ['2026-11-30T23:59:58+08:00', '201'],
      ['2026-11-30T23:59:59.999+08:00', '409 study-checked-in-today'],
      ['2026-12-01T00:00:00+08:00', '201'],
      ['2026-12-01T23:59:59+08:00', '409 study-checked-in-today'],
      ['2026-12-31T23:59:59+08:00', '201'],
      ['2027-01-01T00:00:00+08:00', '201'],
    ] as const) {
      town.at(moment)
      expect([moment, said(await send(person, road))]).toEqual([moment, answer])
    }
  })

  test('when two come at once from one person, then one counts', async () => {
    const answers = await Promise.all([scan(town, person), scan(town, person), scan(town, person)])
    expect(answers.map(said).sort()).toEqual(['201', '409 study-checked-in-today', '409 study-checked-in-today'])
    expect((await person.ok('GET /study/points')).total).toBe(2)
  })

  test('when the same request comes again with its key, sent later, then the answer is the first one', async () => {
    const key = randomUUID()
    const body = { code: await screenCode(town), readAt: ago(0) }
    const first = await send(person, { ...body, sentAt: ago(0) }, key)
    town.at(seconds(90))
    const again = await send(person, { ...body, sentAt: ago(0) }, key)
    expect([again.status, again.body.id, again.headers['idempotency-replayed']]).toEqual([201, first.body.id, 'true'])
    expect((await person.ok('GET /check-ins')).items).toHaveLength(1)
  })
})

describe('what does not fit', () => {
  test('when the site is closed, then it waits', async () => {
    town.at('2026-11-20T22:00:00+08:00')
    expect(marksOf(await checkIn(town, person))).toEqual(['closed'])
    town.at('2026-11-21T09:59:59+08:00')
    expect(marksOf(await checkIn(town, person))).toEqual(['closed'])
  })

  test('when a day is unlike the others, then its own hours count', async () => {
    const host = await town.as('site_host')
    const exceptions = [{ date: '2026-11-23', hours: [], note: '检修' }]
    await host.ok('PATCH /sites/:id', { params: { id: corner.id }, body: { exceptions } })
    town.at('2026-11-23T12:00:00+08:00')
    expect(marksOf(await checkIn(town, person))).toEqual(['closed'])
    await host.ok('PATCH /sites/:id', { params: { id: corner.id }, body: { exceptions: [] } })
  })

  test('when somebody is five kilometres away two minutes later, then it waits, and half an hour later it does not', async () => {
    await checkIn(town, person)
    town.at(seconds(105))
    expect(marksOf(await checkIn(town, person, { location: north(aibo, 10) }, aibo.id))).toEqual(['too_fast'])
    const [other] = (await crowd(town, 1)) as [Caller]
    await checkIn(town, other)
    town.at(seconds(1800))
    town.at('2026-11-20T19:40:00+08:00')
    expect(marksOf(await checkIn(town, other, { location: north(aibo, 10) }, aibo.id))).toEqual([])
  })

  test('when a phone that tells no place checks one in here, and another three kilometres away before a car could be there, then the second waits', async () => {
    const [other, third] = (await crowd(town, 2)) as [Caller, Caller]
    const unseen = { device: randomUUID(), location: null }
    town.at('2026-11-20T16:00:00+08:00')
    await checkIn(town, person, unseen)
    town.at(seconds(61))
    expect(marksOf(await checkIn(town, other, unseen, 'STU-004'))).toEqual(['too_fast'])
    expect(marksOf(await checkIn(town, third, { location: null }, 'STU-004'))).toEqual([])
  })

  test('when a code goes round among people whose phones tell no place, then ten and one count, and the next waits; a crowd that was seen there does not', async () => {
    const many = await crowd(town, 30)
    const [nowhere, there] = [many.slice(0, 13), many.slice(13)]
    town.at('2026-11-22T19:00:00+08:00')
    const marks = []
    for (const one of nowhere) marks.push(marksOf(await checkIn(town, one, { location: null })))
    expect(marks).toEqual([...Array(11).fill([]), ['code_spread'], ['code_spread']])
    const last = nowhere.at(-1) as Caller
    expect((await last.ok('GET /check-ins')).items[0]?.marks).toMatchObject([{ why: expect.stringContaining('看不出是不是在现场') }])
    for (const one of there) expect(marksOf(await checkIn(town, one))).toEqual([])
    expect(marksOf(await checkIn(town, person, { location: null }))).toEqual([])
    town.at(start)
  })

  test('when one phone checks two people in within a minute, then the second waits, also when both come at once', async () => {
    const [other, third] = (await crowd(town, 2)) as [Caller, Caller]
    const device = randomUUID()
    const both = await Promise.all([scan(town, person, { device }), scan(town, other, { device })])
    expect(both.map(({ body }) => marksOf(body)).sort()).toEqual([[], ['shared_device']])
    town.at(seconds(61))
    expect(marksOf(await checkIn(town, third, { device }))).toEqual([])
    const kept = await town.db.selectFrom('study_check_ins').select('device').where('device', '=', device).execute()
    expect(kept).toEqual([])
  })
})

describe('what comes with it', () => {
  test('when there is a picture, then it is one’s own and used once', async () => {
    const photo = (await person.upload(await phonePicture())).body
    expect(await checkIn(town, person, { photoIds: [photo.id] })).toMatchObject({ photos: [{ id: photo.id }] })
    expect(said(await scan(town, person, { photoIds: [photo.id] }, 'STU-002'))).toBe('422 photo-not-usable')
    expect((await scan(town, person, {}, 'STU-002')).status).toBe(201)
    expect((await person.upload(Buffer.alloc(0))).problem.code).toBe('photo-empty')
  })

  test('when a thought has tags in it, then it comes back as it is, and 501 characters are too many', async () => {
    const thought = '<script>alert(1)</script> & 三句话'
    expect(await checkIn(town, person, { thought: ` ${thought} ` })).toMatchObject({ thought })
    expect((await scan(town, person, { thought: '字'.repeat(501) }, 'STU-002')).status).toBe(400)
    expect(await checkIn(town, person, { thought: '字'.repeat(500) }, 'STU-002')).toMatchObject({ points: 2 })
  })

  test('when something is added the same day, then it brings its points once', async () => {
    const { id } = await checkIn(town, person, { minutes: 16 })
    const add = (body: object) => person.call('PATCH /check-ins/:id', { params: { id }, body })
    expect((await add({ thought: '今天读的是渔阳里的故事。' })).body).toMatchObject({
      points: 4,
      totalPoints: 4,
      lines: [{ kind: 'thought' }],
    })
    expect((await add({ thought: '今天读的是渔阳里的故事，明天再来。' })).body).toMatchObject({ points: 4, lines: [] })
    expect((await add({ minutes: 45 })).body).toMatchObject({ minutes: 45, points: 6, lines: [{ kind: 'minutes', points: 2 }] })
    expect(said(await add({ minutes: 30 }))).toBe('422 study-minutes-less')
    expect((await add({ minutes: 480 })).body).toMatchObject({ points: 7, totalPoints: 7 })
    const photos = await Promise.all([1, 2, 3, 4].map(async () => (await person.upload(await phonePicture())).body.id))
    expect((await add({ photoIds: photos.slice(0, 3) })).body.photos).toHaveLength(3)
    expect(said(await add({ photoIds: photos.slice(3) }))).toBe('422 study-photos-many')
    const [other] = (await crowd(town, 1)) as [Caller]
    expect(said(await other.call('PATCH /check-ins/:id', { params: { id }, body: { minutes: 480 } }))).toBe('404 study-check-in-unknown')
    town.at('2026-11-21T00:00:00+08:00')
    expect(said(await add({ thought: '昨天的事' }))).toBe('409 study-not-today')
  })
})

test('when a check-in is listed, then the newest is first, page by page', async () => {
  for (const site of ['STU-001', 'STU-002', 'STU-004', 'CIV-001']) {
    town.at(60 * 60_000 * 12)
    await scan(town, person, {}, site)
  }
  const first = await person.ok('GET /check-ins', { query: { scope: 'mine', limit: 3 } })
  const rest = await person.ok('GET /check-ins', { query: { limit: 3, cursor: first.nextCursor as string } })
  expect([...first.items, ...rest.items].map(({ siteId }) => siteId)).toEqual(['CIV-001', 'STU-004', 'STU-002', 'STU-001'])
  expect(rest.nextCursor).toBeNull()
})
