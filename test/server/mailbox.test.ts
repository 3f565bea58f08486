import { randomUUID } from 'node:crypto'
import { personas } from '../../contract/account'
import { crowd } from '../helpers/crowd'
import { decideCard, hangingOf, queueOf, takeDown, wallOf, writeCard } from '../helpers/mailbox'
import { type Caller, TestTown } from '../helpers/server'
import { aibo, checkIn, corner, fixedCode, north, said, send, start } from '../helpers/study'

const mailbox = { id: 'RED-002', lng: 121.3646, lat: 31.1695 }
const hongqiao = '310112107'
const xinhong = '310112008'

let town: TestTown
let zhou: Caller
let shen: Caller
let zhao: Caller
let person: Caller
beforeAll(async () => {
  town = await TestTown.open(start)
  zhou = await town.as('site_host')
  shen = await town.as('board_editor')
  zhao = await town.as('admin')
})
afterAll(() => town.close())
beforeEach(async () => {
  ;[person] = (await crowd(town, 1)) as [Caller]
})

const post = async (caller: Caller) => {
  const answer = await send(caller, { code: await fixedCode(town, mailbox.id), location: north(mailbox, 5) })
  return answer.body.id
}
const newest = async (caller: Caller) => (await caller.ok('GET /inbox')).items[0]
/** A card that waits at the corner. */
const waiting = async (caller = person, more = {}) => (await writeCard(caller, (await checkIn(town, caller)).id, more)).body

describe('writing', () => {
  test('when somebody has checked in at the mailbox, then a card may be written there also on later days, and waits', async () => {
    const id = await post(person)
    expect((await person.ok('GET /mailbox/places')).items).toEqual([
      { checkInId: id, siteId: mailbox.id, siteName: '建党百年红色邮筒', day: '2026-11-20' },
    ])
    town.at('2026-11-22T10:00:00+08:00')
    const { status, body } = await writeCard(person, id, { text: ' 一百年后见。\n ', named: true })
    expect([status, body]).toMatchObject([201, { text: '一百年后见。', named: true, state: 'waiting', word: null, siteId: mailbox.id }])
    expect((await person.ok('GET /mailbox/mine')).items).toEqual([body])
    expect((await person.ok('GET /mailbox/places')).items).toEqual([])
    expect((await wallOf(town.guest)).map((card) => card.id)).not.toContain(body.id)
    town.at(start)
  })

  test('when the check-in is elsewhere, then only on its own day', async () => {
    const { id } = await checkIn(town, person)
    expect(said(await writeCard(person, id))).toBe('201')
    town.at('2026-11-21T00:00:00+08:00')
    const [other] = (await crowd(town, 1)) as [Caller]
    town.at('2026-11-21T21:59:59+08:00')
    const late = await checkIn(town, other)
    town.at('2026-11-22T00:00:00+08:00')
    expect(said(await writeCard(other, late.id))).toBe('422 mailbox-no-check-in')
    expect((await other.ok('GET /mailbox/places')).items).toEqual([])
    town.at(start)
  })

  test('when it is doubtful, then it may carry a card; when it was refused, or is somebody else’s or none, then not', async () => {
    const doubtful = await checkIn(town, person, { location: north(corner, 5000) })
    expect(doubtful.state).toBe('pending')
    const { body } = await writeCard(person, doubtful.id)
    await person.ok('DELETE /mailbox/cards/:id', { params: { id: body.id } })
    await zhou.ok('POST /check-ins/:id/decisions', { params: { id: doubtful.id }, body: { counts: false } })
    expect(said(await writeCard(person, doubtful.id))).toBe('422 mailbox-no-check-in')
    const own = await checkIn(town, person)
    const [other] = (await crowd(town, 1)) as [Caller]
    expect(said(await writeCard(other, own.id))).toBe('422 mailbox-no-check-in')
    expect(said(await writeCard(other, randomUUID()))).toBe('422 mailbox-no-check-in')
  })

  test('when it has 300 characters, then it is taken whole; one more, or nothing to read, then not', async () => {
    const { id } = await checkIn(town, person)
    for (const text of ['', ' \n ', '字'.repeat(301)]) expect(said(await writeCard(person, id, { text }))).toBe('400 input-invalid')
    expect(said(await writeCard(person, id, { text: '\u200b' }))).toBe('422 mailbox-text-blank')
    for (const text of ['a\0b', '\ud800']) expect(said(await writeCard(person, id, { text }))).toBe('400 text-invalid')
    const { body } = await writeCard(person, id, { text: '👵'.repeat(300) })
    expect(body.text).toBe('👵'.repeat(300))
  })

  test('when it looks like a program, then it hangs there as what it is: words', async () => {
    const text = '<script>alert(1)</script><img src=x onerror=alert(2)>'
    const { id } = await waiting(person, { text })
    await decideCard(zhou, id, { shows: true })
    expect((await wallOf(town.guest)).find((card) => card.id === id)?.text).toBe(text)
  })

  test('when the check-in has a card, then no second one, at once or later; after it came back or was taken back, then one more', async () => {
    const { id } = await checkIn(town, person)
    const answers = await Promise.all([1, 2, 3].map(() => writeCard(person, id)))
    expect(answers.map(said).sort()).toEqual(['201', '409 mailbox-card-there', '409 mailbox-card-there'])
    const first = answers.find(({ status }) => status === 201)?.body.id as string
    await decideCard(zhou, first, { shows: false, word: '请少写一点' })
    const { status, body } = await writeCard(person, id)
    expect(status).toBe(201)
    await person.ok('DELETE /mailbox/cards/:id', { params: { id: body.id } })
    expect(said(await writeCard(person, id))).toBe('201')
  })

  test('when five were written on a day, then the next waits for tomorrow, though all were taken back', async () => {
    const id = await post(person)
    for (let count = 0; count < 5; count += 1) {
      const { body } = await writeCard(person, id)
      await person.ok('DELETE /mailbox/cards/:id', { params: { id: body.id } })
    }
    expect(said(await writeCard(person, id))).toBe('409 mailbox-too-many')
    town.at('2026-11-21T00:00:00+08:00')
    expect(said(await writeCard(person, id))).toBe('201')
    town.at(start)
  })

  test('when it is sent again with its key, then there is one', async () => {
    const { id } = await checkIn(town, person)
    const key = randomUUID()
    const [one, again] = [await writeCard(person, id, {}, key), await writeCard(person, id, {}, key)]
    expect([again.status, again.body, again.headers['idempotency-replayed']]).toEqual([201, one.body, 'true'])
  })
})

describe('reviewing', () => {
  test('when 小周 shows it, then everybody reads it, named or not as the writer wished, and the writer is told', async () => {
    const daughter = await town.as('daughter')
    const named = await waiting(daughter, { text: '署名的寄语', named: true })
    const anonymous = await waiting(person, { text: '不署名的寄语' })
    for (const { id } of [named, anonymous])
      expect(await decideCard(zhou, id, { shows: true })).toMatchObject({ body: { id, state: 'shown' } })
    const [last, first] = await wallOf(town.guest, { limit: 2 })
    expect(first).toEqual({
      ...{ id: named.id, text: '署名的寄语', by: '王小雯', siteId: corner.id, siteName: '共享空间学习角(东)', day: '2026-11-20' },
    })
    expect(last).toMatchObject({ id: anonymous.id, by: null })
    expect(await newest(daughter)).toMatchObject({
      title: '寄语挂出来了',
      body: '您11月20日（周五）在共享空间学习角(东)写的寄语挂出来了，大家都能看到。',
      link: '/pages/study/mailbox/index?tab=mine',
    })
  })

  test('when he sends it back, then with a word, and it hangs nowhere', async () => {
    const { id } = await waiting()
    expect(said(await decideCard(zhou, id, { shows: false }))).toBe('422 mailbox-word-missing')
    expect(said(await decideCard(zhou, id, { shows: false, word: ' \u200b' }))).toBe('422 mailbox-word-missing')
    expect(said(await decideCard(zhou, id, { shows: false, word: '请不要写电话号码' }))).toBe('201')
    expect((await person.ok('GET /mailbox/mine')).items).toMatchObject([{ id, state: 'returned', word: '请不要写电话号码' }])
    expect((await newest(person))?.body).toContain('可以改好再写一张。留言：请不要写电话号码')
    expect((await wallOf(town.guest)).map((card) => card.id)).not.toContain(id)
  })

  test('when two decide at once, then one does and the other is told', async () => {
    const { id } = await checkIn(town, person, {}, aibo.id)
    const card = (await writeCard(person, id)).body
    const answers = await Promise.all([
      decideCard(shen, card.id, { shows: true }),
      decideCard(zhao, card.id, { shows: false, word: '请改一下' }),
    ])
    expect(answers.map(said).sort()).toEqual(['201', '409 mailbox-decided'])
    const letters = (await person.ok('GET /inbox')).items.filter(({ title }) => title.startsWith('寄语'))
    expect(letters).toHaveLength(1)
  })

  test('when the writer takes it back meanwhile, then the reviewer is told, and its words are gone everywhere', async () => {
    const { id } = await waiting(person, { text: '写了又不想要的话' })
    await person.ok('DELETE /mailbox/cards/:id', { params: { id } })
    expect(said(await decideCard(zhou, id, { shows: true }))).toBe('409 mailbox-taken-back')
    expect(said(await person.call('DELETE /mailbox/cards/:id', { params: { id } }))).toBe('404 mailbox-card-unknown')
    expect((await person.ok('GET /mailbox/mine')).items).toEqual([])
    expect(JSON.stringify(await town.db.selectFrom('mailbox_cards').selectAll().execute())).not.toContain('写了又不想要的话')
  })

  test('when one that hangs there is taken back, then it hangs there no longer; nobody else can', async () => {
    const { id } = await waiting()
    await decideCard(zhou, id, { shows: true })
    for (const other of [zhou, zhao, await town.as('resident')])
      expect(said(await other.call('DELETE /mailbox/cards/:id', { params: { id } }))).toBe('404 mailbox-card-unknown')
    await person.ok('DELETE /mailbox/cards/:id', { params: { id } })
    expect((await wallOf(town.guest)).map((card) => card.id)).not.toContain(id)
  })

  test('when it is one’s own, then somebody else has to look', async () => {
    const own = await waiting(zhou)
    expect(await queueOf(zhou)).not.toContain(own.id)
    expect(said(await decideCard(zhou, own.id, { shows: true }))).toBe('403 mailbox-own-card')
  })

  test('when it is at another site or in the other town, then it is as if it were not there', async () => {
    const there = (await writeCard(person, await post(person))).body
    const here = await waiting((await crowd(town, 1))[0])
    expect(await queueOf(zhou)).toEqual(expect.arrayContaining([here.id]))
    for (const [caller, id] of [
      [zhou, there.id],
      [shen, there.id],
      [zhao, here.id],
    ] as const) {
      expect(await queueOf(caller)).not.toContain(id)
      expect(said(await decideCard(caller, id, { shows: true }))).toBe('404 mailbox-card-unknown')
    }
    expect(said(await decideCard(zhao, randomUUID(), { shows: true }))).toBe('404 mailbox-card-unknown')
  })
})

describe('taking down', () => {
  /** A card that hangs there. */
  const hanging = async (caller = person, more = {}) => {
    const card = await waiting(caller, more)
    await decideCard(zhou, card.id, { shows: true })
    return card
  }

  test('when 小周 takes it down, then with a word: it hangs there no longer, its writer is told, and it is another thing than sent back', async () => {
    const { id } = await hanging()
    expect(await hangingOf(zhou)).toContain(id)
    for (const word of ['', ' \u200b']) expect(said(await takeDown(zhou, id, word))).toBe('422 mailbox-word-missing')
    expect(await takeDown(zhou, id, ' 里面有电话号码 ')).toMatchObject({ status: 201, body: { id, state: 'taken_down' } })
    expect((await wallOf(town.guest, { limit: 100 })).map((card) => card.id)).not.toContain(id)
    expect(await hangingOf(zhou)).not.toContain(id)
    expect(await queueOf(zhou)).not.toContain(id)
    expect((await person.ok('GET /mailbox/mine')).items).toMatchObject([{ id, state: 'taken_down', word: '里面有电话号码' }])
    expect(await newest(person)).toMatchObject({
      title: '寄语取下来了',
      body: '您11月20日（周五）在共享空间学习角(东)写的寄语取下来了，大家看不到了。可以改好再写一张。留言：里面有电话号码',
      link: '/pages/study/mailbox/index?tab=mine',
    })
    const row = await town.db.selectFrom('mailbox_cards').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
    expect(row).toMatchObject({ decided_by: zhou.personId, taken_down_by: zhou.personId, text: '愿家门口越来越好。' })
  })

  test('when it was taken down, then its writer may write another, or take back what is left of it, and it is not shown again', async () => {
    const checkInId = (await checkIn(town, person)).id
    const { body: card } = await writeCard(person, checkInId)
    await decideCard(zhou, card.id, { shows: true })
    await takeDown(zhou, card.id, '请改一下')
    expect(said(await decideCard(zhou, card.id, { shows: true }))).toBe('409 mailbox-decided')
    expect(said(await writeCard(person, checkInId))).toBe('201')
    await person.ok('DELETE /mailbox/cards/:id', { params: { id: card.id } })
    expect((await person.ok('GET /mailbox/mine')).items.map(({ id }) => id)).not.toContain(card.id)
  })

  test('when it does not hang there, then that is told: it waits, came back, was taken down or back', async () => {
    const card = await waiting()
    expect(said(await takeDown(zhou, card.id, '不合适'))).toBe('409 mailbox-not-hanging')
    await decideCard(zhou, card.id, { shows: false, word: '请改一下' })
    expect(said(await takeDown(zhou, card.id, '不合适'))).toBe('409 mailbox-not-hanging')
    const [other] = (await crowd(town, 1)) as [Caller]
    const shown = await hanging(other)
    const answers = await Promise.all([takeDown(zhou, shown.id, '不合适'), takeDown(zhou, shown.id, '不合适')])
    expect(answers.map(said).sort()).toEqual(['201', '409 mailbox-not-hanging'])
    await other.ok('DELETE /mailbox/cards/:id', { params: { id: shown.id } })
    expect(said(await takeDown(zhou, shown.id, '不合适'))).toBe('409 mailbox-taken-back')
    expect(said(await takeDown(zhou, randomUUID(), '不合适'))).toBe('404 mailbox-card-unknown')
  })

  test('when it is one’s own, of another site or the other town, or one reviews nothing, then not', async () => {
    const { id } = await hanging()
    for (const caller of [shen, zhao]) {
      expect(await hangingOf(caller)).not.toContain(id)
      expect(said(await takeDown(caller, id, '不合适'))).toBe('404 mailbox-card-unknown')
    }
    const resident = await town.as('resident')
    expect(said(await takeDown(resident, id, '不合适'))).toBe('403 role-missing')
    expect(said(await resident.call('GET /mailbox/hanging'))).toBe('403 role-missing')
    const there = (await writeCard(zhao, (await checkIn(town, zhao, {}, aibo.id)).id)).body
    await decideCard(shen, there.id, { shows: true })
    expect([await hangingOf(shen), await hangingOf(zhao)]).toEqual([
      expect.arrayContaining([there.id]),
      expect.not.arrayContaining([there.id]),
    ])
    expect(said(await takeDown(zhao, there.id, '不合适'))).toBe('403 mailbox-own-card')
    expect(said(await takeDown(shen, there.id, '不合适'))).toBe('201')
  })
})

describe('who sees what', () => {
  test('when it is each of the demo people, then only reviewers have a queue, and only members of the town may decide', async () => {
    const { id } = await waiting()
    const got: Record<string, string[]> = {}
    for (const persona of personas) {
      const caller = await town.as(persona)
      const answers = [await caller.call('GET /mailbox/queue'), await decideCard(caller, id, { shows: false, word: '改' })]
      got[persona] = answers.map(said)
    }
    const missing = ['403 role-missing', '403 role-missing']
    const elsewhere = ['200', '404 mailbox-card-unknown']
    expect(got).toEqual({
      ...Object.fromEntries(personas.map((persona) => [persona, missing])),
      ...{ site_host: ['200', '201'], board_editor: elsewhere, admin: elsewhere },
    })
    const guest = await Promise.all([
      town.guest.call('GET /mailbox/cards'),
      town.guest.call('GET /mailbox/mine'),
      town.guest.call('GET /mailbox/places'),
      town.guest.call('GET /mailbox/queue'),
      writeCard(town.guest, id),
      town.guest.call('DELETE /mailbox/cards/:id', { params: { id } }),
    ])
    expect(guest.map(said)).toEqual(['200', ...Array(5).fill('401 session-missing')])
  })

  test('when cards are read, then nobody’s id is in them, and nothing of who wrote an anonymous one, also not for the reviewer', async () => {
    const resident = await town.as('resident')
    const { id } = await waiting(resident, { text: '王家的心里话' })
    const queue = await zhou.ok('GET /mailbox/queue', { query: { limit: 100 } })
    expect(queue.items.find((card) => card.id === id)).toMatchObject({ by: null, text: '王家的心里话' })
    await decideCard(zhou, id, { shows: true })
    const replies = JSON.stringify([queue, await town.guest.ok('GET /mailbox/cards', { query: { limit: 100 } })])
    expect(replies).toContain('王家的心里话')
    expect(replies).not.toContain('王阿姨')
    for (const persona of personas) expect(replies).not.toContain((await town.as(persona)).personId)
  })

  test('when the wall is turned page by page, then each card comes once, the newest first, of one town where one is asked for', async () => {
    for (const [at, one] of (await crowd(town, 3)).entries()) {
      town.at(`2026-11-25T19:0${at}:00+08:00`)
      const { body } = await writeCard(one, (await checkIn(town, one, {}, aibo.id)).id)
      await decideCard(zhao, body.id, { shows: true })
    }
    const seen: string[] = []
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page = await town.guest.ok('GET /mailbox/cards', { query: { limit: 2, ...(cursor ? { cursor } : {}) } })
      seen.push(...page.items.map(({ id }) => id))
      cursor = page.nextCursor
    }
    expect(seen).toEqual((await wallOf(town.guest, { limit: 100 })).map(({ id }) => id))
    expect(new Set(seen).size).toBe(seen.length)
    const [here, there] = [
      await wallOf(town.guest, { town: xinhong, limit: 100 }),
      await wallOf(town.guest, { town: hongqiao, limit: 100 }),
    ]
    expect(here.length + there.length).toBe(seen.length)
    expect(new Set(here.map(({ siteId }) => siteId))).toEqual(new Set([aibo.id]))
    expect(said(await town.guest.call('GET /mailbox/cards', { query: { cursor: 'nonsense' } }))).toBe('400 cursor-invalid')
  })

  test('when nothing has changed, then the wall need not be sent again', async () => {
    const { headers } = await town.guest.call('GET /mailbox/cards')
    expect(headers.etag).toBeTruthy()
  })
})
