import { TestTown } from '../helpers/server'

let town: TestTown
beforeAll(async () => {
  town = await TestTown.open()
})
afterAll(() => town.close())

test('when nothing is at an address, then the answer is a problem with a code', async () => {
  const response = await town.app.inject('/api/v1/nothing-here')
  expect(response.statusCode).toBe(404)
  expect(response.headers['content-type']).toContain('application/problem+json')
  expect(response.json()).toMatchObject({ code: 'no-such-call', detail: '没有这个地址。' })
})

test('when the process lives and the database answers, then the probes say so', async () => {
  expect((await town.app.inject('/healthz')).statusCode).toBe(200)
  expect((await town.app.inject('/readyz')).statusCode).toBe(200)
})
