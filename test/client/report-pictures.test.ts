import { waitFor } from '@testing-library/react'
import { PictureTray } from '@/pages/report/picture-tray'
import { phone } from '../helpers/client/phone'
import { takePicture } from '../helpers/client/report'
import { signInAs } from '../helpers/client/screen'

let tray: PictureTray
const states = () => tray.pictures.map(({ state }) => state)
const uploads = () => phone.sent.filter((sent) => sent === 'POST /photos').length
const first = () => tray.pictures[0] as NonNullable<(typeof tray.pictures)[0]>

async function choose(count: number): Promise<void> {
  phone.pictures = await Promise.all(Array.from({ length: count }, (_, index) => takePicture(`/tmp/p${index}.jpg`)))
  await tray.choose('album')
}

beforeEach(async () => {
  await signInAs('resident')
  tray = new PictureTray()
})
afterEach(() => tray.close())

test('when pictures are chosen, then they are sent at once, two at a time, and have their ids', async () => {
  const letGo = phone.hold()
  await choose(4)
  expect(states()).toEqual(['sending', 'sending', 'waiting', 'waiting'])
  letGo()
  const ids = await tray.settle()
  expect(new Set(ids).size).toBe(4)
  expect(first()).toMatchObject({ state: 'sent', percent: 100 })
})

test('when eleven are chosen, then nine stay and the person is told', async () => {
  await choose(11)
  expect(tray.pictures).toHaveLength(9)
  expect(tray.room).toBe(0)
  expect(tray.notice).toMatch(/最多 9 张/)
})

test('when the person steps back, then nothing happens', async () => {
  await tray.choose('camera')
  expect(tray).toMatchObject({ pictures: [], notice: null })
})

test('when sending is cancelled, then the picture stays, and can be sent again', async () => {
  const letGo = phone.hold()
  await choose(1)
  tray.stop(first())
  letGo()
  expect(states()).toEqual(['stopped'])
  tray.retry(first())
  await waitFor(() => expect(states()).toEqual(['sent']))
})

test('when the network goes, then the picture waits, and goes on by itself when it is back', async () => {
  phone.setNetwork('off')
  await choose(1)
  await waitFor(() => expect(first()).toMatchObject({ state: 'failed', passing: true, error: expect.stringContaining('网络') }))
  phone.setNetwork('on')
  await waitFor(() => expect(states()).toEqual(['sent']))
})

test('when the file is no picture, then it says why and does not try again by itself', async () => {
  phone.files.set('/tmp/a.jpg', Buffer.from('PK not a picture'))
  phone.pictures = ['/tmp/a.jpg']
  await tray.choose('album')
  await waitFor(() => expect(first()).toMatchObject({ state: 'failed', passing: false }))
  phone.setNetwork('off')
  phone.setNetwork('on')
  expect(uploads()).toBe(1)
  await expect(tray.settle()).rejects.toMatchObject({ status: 422 })
})

test('when an answer is lost and the picture is sent again, then the server has it once', async () => {
  await choose(1)
  const [id] = await tray.settle()
  const again = new PictureTray([{ ...first().kept, photoId: null }])
  expect(await again.settle()).toEqual([id])
  again.close()
})

test('when a picture is removed, then it leaves the phone and the server', async () => {
  await choose(1)
  await tray.settle()
  const { path } = first()
  tray.remove(first())
  expect(tray.pictures).toHaveLength(0)
  await waitFor(() => expect(phone.files.has(path)).toBe(false))
  await waitFor(() => expect(phone.sent.some((sent) => sent.startsWith('DELETE /photos/'))).toBe(true))
})

test('when the phone has no room for a copy, then the picture itself is sent', async () => {
  phone.full = true
  await choose(1)
  expect(await tray.settle()).toHaveLength(1)
})

test('when the uploads are too old for the server, then they are sent anew under other keys', async () => {
  await choose(1)
  const [old] = await tray.settle()
  tray.renew()
  const [id] = await tray.settle()
  expect(id).not.toBe(old)
})
