import { randomUUID } from 'node:crypto'
import { waitFor } from '@testing-library/react'
import sharp from 'sharp'
import { newKey } from '@/lib/key'
import { upload } from '@/lib/upload'
import { Session } from '@/session/session'
import { phone } from '../helpers/client/phone'

const picture = '/tmp/楼道.jpg'

beforeEach(async () => {
  await new Session().signInDemo('resident')
  const noise = { type: 'gaussian', mean: 128, sigma: 30 } as const
  const bytes = await sharp({ create: { width: 600, height: 400, channels: 3, background: '#888', noise } })
    .jpeg()
    .toBuffer()
  phone.files.set(picture, bytes)
})

test('when a picture is sent, then it arrives and progress only grows, to the end', async () => {
  const told: number[] = []
  const photo = await upload(picture, newKey(), (percent) => told.push(percent)).photo
  expect(photo).toMatchObject({ width: 600, height: 400 })
  expect(told.length).toBeGreaterThan(3)
  expect(told).toEqual([...told].sort((one, other) => one - other))
  expect(told.at(-1)).toBe(100)
})

test('when the same picture is sent again under its key, then there is one picture', async () => {
  const key = newKey()
  const first = await upload(picture, key, () => {}).photo
  const second = await upload(picture, key, () => {}).photo
  expect(second.id).toBe(first.id)
})

test('when it is cancelled on its way, then it says so and no picture comes', async () => {
  const letGo = phone.hold()
  const sending = upload(picture, newKey(), () => {})
  await waitFor(() => expect(phone.sent).toContain('POST /photos'))
  sending.cancel()
  letGo()
  await expect(sending.photo).rejects.toMatchObject({ code: 'cancelled' })
})

test('when it is cancelled before it began, then nothing is sent', async () => {
  const sending = upload(picture, newKey(), () => {})
  sending.cancel()
  await expect(sending.photo).rejects.toMatchObject({ code: 'cancelled' })
  expect(phone.sent).not.toContain('POST /photos')
})

test('when there is no network, then it fails as something that passes', async () => {
  phone.setNetwork('off')
  await expect(upload(picture, newKey(), () => {}).photo).rejects.toMatchObject({ status: 0, code: 'offline', passing: true })
})

test('when the access token has run out, then it is renewed and the picture arrives, big as it may be', async () => {
  const noise = { type: 'gaussian', mean: 128, sigma: 30 } as const
  const big = sharp({ create: { width: 3000, height: 2000, channels: 3, background: '#888', noise } })
  phone.files.set(picture, await big.jpeg({ quality: 90 }).toBuffer())
  expect(phone.bytesOf(picture).length).toBeGreaterThan(3_000_000)
  phone.storage.set('session', JSON.stringify({ ...JSON.parse(String(phone.storage.get('session'))), access: 'run-out' }))
  new Session()
  const photo = await upload(picture, newKey(), () => {}).photo
  expect(photo.id).not.toBe('')
  expect(phone.sent.filter((sent) => sent === 'POST /photos')).toHaveLength(2)
})

test('when it is not a picture, then the person is told and trying again is no use', async () => {
  phone.files.set('/tmp/a.jpg', Buffer.from(`PK\x03\x04${randomUUID()}`))
  await expect(upload('/tmp/a.jpg', newKey(), () => {}).photo).rejects.toMatchObject({
    passing: false,
    message: expect.stringMatching(/\p{Script=Han}/u),
  })
})
