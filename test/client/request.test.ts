import { type CallError, wordsOf } from '@/lib/problem'
import { absolute, call } from '@/lib/request'
import { Session } from '@/session/session'
import { answer, hangUp, standBehindGateway } from '../helpers/client/gateway'
import { phone } from '../helpers/client/phone'

const me = JSON.stringify({ nickname: '王阿姨' })
const thrown = (promise: Promise<unknown>): Promise<CallError> =>
  promise.then(
    () => Promise.reject(new Error('nothing was thrown')),
    (error) => error,
  )

let leaveGateway = async () => {}
afterEach(() => leaveGateway())
const gateway = async (...answers: Parameters<typeof standBehindGateway>[0]) => {
  leaveGateway = await standBehindGateway(answers)
}

test('when a call is made, then its params and query arrive and its reply comes back', async () => {
  const { items } = await call('GET /areas', { query: { q: '爱博 & 四村', town: undefined, limit: 5 } })
  expect(items.map(({ code }) => code)).toEqual(['310112008012'])
  const compounds = await call('GET /areas/:code/compounds', { params: { code: '310112008012' } })
  expect(compounds.items.map(({ name }) => name)).toContain('爱博四村')
})

test('when the network comes back while a read waits, then the read succeeds', async () => {
  phone.setNetwork('off')
  const reading = call('GET /towns')
  setTimeout(() => phone.setNetwork('on'), 200)
  expect((await reading).items).not.toHaveLength(0)
  expect(phone.sent).toEqual(['GET /towns', 'GET /towns'])
})

test('when the network stays away, then a read is tried three times and the person is told to look at it', async () => {
  phone.setNetwork('off')
  const error = await thrown(call('GET /towns'))
  expect(error).toMatchObject({ status: 0, code: 'offline', passing: true, message: '网络连不上，请检查网络后再试。' })
  expect(phone.sent).toHaveLength(3)
})

test('when a change without a key fails on its way, then it is not sent again', async () => {
  phone.setNetwork('off')
  const error = await thrown(call('POST /sessions', { body: { provider: 'demo', persona: 'resident' } }))
  expect(error.status).toBe(0)
  expect(phone.sent).toEqual(['POST /sessions'])
})

test('when a change under a key fails on its way, then it is sent again under the same key', async () => {
  const keys: unknown[] = []
  await gateway(
    (response) => {
      keys.push(response.req.headers['idempotency-key'])
      response.destroy()
    },
    (response) => {
      keys.push(response.req.headers['idempotency-key'])
      response.writeHead(200).end('{"supporters":2}')
    },
  )
  const reply = await call('POST /reports/:id/support', { params: { id: 'a' }, key: 'key-of-a-tap' })
  expect(reply).toEqual({ supporters: 2 })
  expect(keys).toEqual(['key-of-a-tap', 'key-of-a-tap'])
})

test('when the server answers 503 for a moment, then a read succeeds after it', async () => {
  await gateway(answer(503, '<html>nginx</html>'), hangUp, answer(200, me))
  expect(await call('GET /me')).toEqual({ nickname: '王阿姨' })
})

test('when the server asks for patience, then nothing is repeated and the time to wait is known', async () => {
  await gateway(answer(429, JSON.stringify({ code: 'too-many-requests', detail: '操作太快了。' }), { 'retry-after': '7' }))
  const error = await thrown(call('GET /me'))
  expect(error).toMatchObject({ status: 429, code: 'too-many-requests', message: '操作太快了。', retryAfter: 7, passing: true })
  expect(phone.sent).toHaveLength(1)
})

test.each([
  [500, '<html>oops</html>', '服务出了点问题，请稍后再试。'],
  [404, '', '没有成功，请刷新后再试。'],
  [400, 'null', '没有成功，请刷新后再试。'],
])('when a %i comes with the body %j, then the person still reads words', async (status, body, words) => {
  await gateway(answer(status, body))
  expect(await thrown(call('POST /inbox/read', { body: {} }))).toMatchObject({ status, code: 'unknown', message: words })
})

test('when the server refuses a field, then the field is named', async () => {
  const session = new Session()
  await session.signInDemo('daughter')
  const error = await thrown(call('PATCH /me', { body: { nickname: '字'.repeat(21) } }))
  expect(error.status).toBe(400)
  expect(error.fields[0]?.path).toContain('nickname')
})

test('when an answer has no body, then the reply is null', async () => {
  const session = new Session()
  await session.signInDemo('daughter')
  expect(await call('DELETE /sessions/current')).toBeNull()
})

test('when something else than a call goes wrong, then the words give nothing away', () => {
  expect(wordsOf(new TypeError("Cannot read properties of undefined (reading 'x')"))).toBe('出了点问题，请再试一次。')
})

test('when the API gives a path, then it is on the API’s address, and a whole URL stays', () => {
  expect(absolute('/api/v1/photos/1')).toBe(`${process.env.TEST_API}/api/v1/photos/1`)
  expect(absolute('https://cos.example/1.jpg')).toBe('https://cos.example/1.jpg')
})
