import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Database, Db } from '../../server/database/connect'
import { newDatabase } from '../helpers/database'
import { type Caller, TestTown } from '../helpers/server'

describe('the handle on the database', () => {
  let database: Database
  let db: Db
  beforeAll(async () => {
    database = await newDatabase()
    db = database.db
    await sql`create table purse (owner int primary key, fen int not null check (fen >= 0))`.execute(db)
    await sql`create table steps (work int, step int)`.execute(db)
  })
  afterAll(() => database.close())
  const count = async (where: Db = db) => Number((await sql<{ n: number }>`select count(*)::int as n from steps`.execute(where)).rows[0]?.n)

  test('when thirty transactions run at once with waits in them, then each sees its own setting and nobody else’s', async () => {
    const work = (id: number) =>
      db.transaction().execute(async (tx) => {
        await sql`select set_config('town.work', ${String(id)}, true)`.execute(tx)
        await pause(id % 3)
        await sql`insert into steps values (${id}, 1)`.execute(tx)
        await pause((id * 7) % 5)
        const { rows } = await sql<{ work: string }>`select current_setting('town.work') as work`.execute(tx)
        return rows[0]?.work
      })
    const seen = await Promise.all(Array.from({ length: 30 }, (_, id) => work(id)))
    expect(seen).toEqual(Array.from({ length: 30 }, (_, id) => String(id)))
  })

  test('when a transaction fails while others run, then only its own writes are gone', async () => {
    const before = await count()
    const fails = (id: number) =>
      db.transaction().execute(async (tx) => {
        await sql`insert into steps values (${id}, 2)`.execute(tx)
        await pause(3)
        throw new Error('stop')
      })
    const holds = (id: number) =>
      db.transaction().execute(async (tx) => {
        await sql`insert into steps values (${id}, 2)`.execute(tx)
        await pause(2)
      })
    const alone = (id: number) => sql`insert into steps values (${id}, 3)`.execute(db)
    const results = await Promise.allSettled(
      Array.from({ length: 30 }, (_, id) => (id % 3 === 0 ? fails(id) : id % 3 === 1 ? holds(id) : alone(id))),
    )
    expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(10)
    expect(await count()).toBe(before + 20)
  })

  test('when a statement outside comes while a transaction runs, then it does not see what is not yet committed', async () => {
    const before = await count()
    let outside: Promise<number> | undefined
    await db
      .transaction()
      .execute(async (tx) => {
        await sql`insert into steps values (99, 9)`.execute(tx)
        outside = count()
        await pause(20)
        expect(await count(tx)).toBe(before + 1)
        throw new Error('stop')
      })
      .catch((error) => expect(error.message).toBe('stop'))
    expect(await outside).toBe(before)
  })

  test('when a statement fails inside a transaction, then the handle is good for the next', async () => {
    await sql`insert into purse values (1, 5)`.execute(db)
    const pay = () => db.transaction().execute((tx) => sql`update purse set fen = fen - 3 where owner = 1`.execute(tx))
    const results = await Promise.allSettled([pay(), pay(), pay()])
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect((await sql`select fen from purse`.execute(db)).rows).toEqual([{ fen: 2 }])
  })
})

describe('the API', () => {
  let town: TestTown
  let people: Caller[]
  beforeAll(async () => {
    town = await TestTown.open()
    people = await Promise.all((['resident', 'neighbour', 'daughter', 'party_member'] as const).map((persona) => town.as(persona)))
  })
  afterAll(() => town.close())

  test('when people change their profile at once and some of it is refused half-way, then each keeps exactly what was accepted', async () => {
    const nameOf = (person: Caller, round: number) => `${person.personId.slice(-4)}第${round}次`
    const change = (person: Caller, round: number) =>
      round % 2
        ? person.call('PATCH /me', { body: { nickname: '不该留下', home: { areaCode: '000000000000' } } })
        : person.call('PATCH /me', { body: { nickname: nameOf(person, round), elderMode: round % 4 === 0 } })
    const rounds = Array.from({ length: 9 }, (_, round) => round)
    const answers = await Promise.all(people.flatMap((person) => rounds.map((round) => change(person, round))))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(people.length * 5)
    expect(answers.filter(({ status }) => status === 422)).toHaveLength(people.length * 4)
    for (const person of people) {
      const names = rounds.filter((round) => round % 2 === 0).map((round) => nameOf(person, round))
      expect(names).toContain((await person.ok('GET /me')).nickname)
    }
  })
})
