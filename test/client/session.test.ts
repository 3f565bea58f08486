import { waitFor } from '@testing-library/react'
import { call } from '@/lib/request'
import { Session } from '@/session/session'
import { answer, standBehindGateway } from '../helpers/client/gateway'
import { phone } from '../helpers/client/phone'

const kept = () => JSON.parse(String(phone.storage.get('session') ?? 'null'))
const keep = (tokens: object) => phone.storage.set('session', JSON.stringify({ ...kept(), ...tokens }))
const renewals = () => phone.sent.filter((sent) => sent === 'POST /sessions/refresh').length

async function open(persona: Parameters<Session['signInDemo']>[0] = 'daughter'): Promise<Session> {
  const session = new Session()
  await session.signInDemo(persona)
  return session
}

/** Another window of a browser: the app once more, on the same storage. */
function openWindow(): Session {
  const loaded: Session[] = []
  jest.isolateModules(() => {
    loaded.push(jest.requireActual<typeof import('@/session/session')>('@/session/session').session)
  })
  return loaded[0] as Session
}

/** The app is killed and opened again; the phone is the same. */
async function reopen(): Promise<Session> {
  const session = new Session()
  await session.start()
  return session
}

test('when 王小雯 signs in and the app is killed, then she is still signed in', async () => {
  await open()
  const session = await reopen()
  expect(session).toMatchObject({ status: 'signed-in', person: { nickname: '王小雯' }, isStaff: false })
})

test('when 张敏 signs in, then she is staff', async () => {
  expect((await open('grid_worker')).isStaff).toBe(true)
})

test('when WeChat knows the phone’s owner, then the app opens signed in, and as the same person next time', async () => {
  const first = await reopen()
  expect(first).toMatchObject({ status: 'signed-in', person: { nickname: '新邻居', home: null } })
  phone.storage.clear()
  expect((await reopen()).person?.id).toBe(first.person?.id)
})

test('when somebody has signed out, then the app stays signed out until asked', async () => {
  const session = await reopen()
  await session.signOut()
  expect(session).toMatchObject({ status: 'guest', person: null })
  expect(phone.storage.get('person')).toBeUndefined()
  const next = await reopen()
  expect(next.status).toBe('guest')
  await next.signInWithWeChat()
  expect((await reopen()).status).toBe('signed-in')
})

test('when the access token has run out, then many calls at once renew it once and all succeed', async () => {
  await open()
  keep({ access: 'run-out' })
  const session = new Session()
  await Promise.all([call('GET /me'), call('GET /inbox'), call('GET /me'), session.refreshPerson(), call('GET /inbox')])
  expect(renewals()).toBe(1)
  expect(session.status).toBe('signed-in')
  await call('GET /me')
  expect(renewals()).toBe(1)
})

test('when an answer to the old token comes late, then it does not renew again', async () => {
  await open()
  keep({ access: 'run-out' })
  new Session()
  const letGo = phone.hold('next')
  const late = call('GET /inbox')
  await waitFor(() => expect(phone.sent).toContain('GET /inbox'))
  await call('GET /me')
  letGo()
  await late
  expect(renewals()).toBe(1)
})

test('when another window of the browser has renewed, then its tokens are taken over', async () => {
  await open()
  keep({ access: 'run-out' })
  const [here, there] = [openWindow(), openWindow()]
  await there.refreshPerson()
  const renewed = kept()
  await here.refreshPerson()
  expect(renewals()).toBe(1)
  expect(here.status).toBe('signed-in')
  expect(kept()).toEqual(renewed)
})

test('when the network goes during a renewal, then nobody is signed out', async () => {
  await open()
  keep({ access: 'run-out' })
  const session = new Session()
  const leave = await standBehindGateway([answer(401, '{}'), (response) => void response.destroy()])
  await session.refreshPerson()
  await leave()
  expect(session.status).toBe('signed-in')
  expect(session.person?.nickname).toBe('王小雯')
  await session.refreshPerson()
  expect(kept().access).not.toBe('run-out')
})

test('when the server has a bad moment, then nobody is signed out', async () => {
  await open()
  const leave = await standBehindGateway([answer(500, '<html>')])
  const session = await reopen()
  await leave()
  expect(session).toMatchObject({ status: 'signed-in', person: { nickname: '王小雯' } })
})

test('when there is no network at launch, then the person is known as last time', async () => {
  await open()
  phone.setNetwork('off')
  expect(await reopen()).toMatchObject({ status: 'signed-in', person: { nickname: '王小雯' } })
})

test('when neither network nor an earlier session is there, then there is a guest', async () => {
  phone.setNetwork('off')
  expect(await reopen()).toMatchObject({ status: 'guest', person: null })
})

test('when the session was ended elsewhere, then WeChat signs the person in again', async () => {
  const session = await reopen()
  await call('DELETE /sessions')
  await session.refreshPerson()
  expect(session.status).toBe('guest')
  expect((await reopen()).status).toBe('signed-in')
})

test('when the tokens are forged, then the phone has a guest and keeps nothing of the person', async () => {
  await open()
  keep({ access: 'forged', refresh: 'forged' })
  const session = new Session()
  await session.refreshPerson()
  expect(session).toMatchObject({ status: 'guest', person: null })
  expect([...phone.storage.keys()]).toEqual(['elder-mode'])
})

test('when the phone is handed on while an answer is on its way, then it is not taken for the new person’s', async () => {
  const session = await open('resident')
  const letGo = phone.hold('next')
  const reading = session.refreshPerson()
  await waitFor(() => expect(phone.sent).toContain('GET /me'))
  await session.signOut()
  await session.signInDemo('neighbour')
  letGo()
  await reading
  expect(session.person?.nickname).toBe('孙阿姨')
})

test('when big letters are chosen before signing in, then they stay and the person has them everywhere', async () => {
  const session = new Session()
  session.setElder(true)
  phone.openid = 'grandmother'
  await session.signInWithWeChat()
  expect(session.elder).toBe(true)
  await waitFor(() => expect(session.person?.elderMode).toBe(true))
  phone.storage.clear()
  expect((await reopen()).elder).toBe(true)
})

test('when big letters are chosen without a network, then they stay, and the server learns of them when it is back', async () => {
  const session = await reopen()
  phone.setNetwork('off')
  session.setElder(true)
  await waitFor(() => expect(phone.sent).toContain('PATCH /me'))
  phone.setNetwork('on')
  await session.refreshPerson()
  expect(session.elder).toBe(true)
  await waitFor(() => expect(session.person?.elderMode).toBe(true))
})

test('when the phone has no room left, then signing in works for this time', async () => {
  phone.full = true
  const session = await reopen()
  expect(session.status).toBe('signed-in')
  await session.refreshPerson()
  expect(session.status).toBe('signed-in')
})

test('when messages were read, then the count of unread ones follows', async () => {
  const session = await open()
  session.setUnread(3)
  expect(session.unreadCount).toBe(3)
  await session.signOut()
  session.setUnread(3)
  expect(session.unreadCount).toBe(0)
})
