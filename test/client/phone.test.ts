import { waitFor } from '@testing-library/react'
import { online } from '@/lib/online'
import {
  choosePictures,
  currentPlace,
  dropPicture,
  fontScale,
  keepPicture,
  loginCode,
  openPicture,
  pickPlace,
  privacyNeeded,
} from '@/lib/platform'
import { phone } from '../helpers/client/phone'

const hongqiao = { longitude: 121.309, latitude: 31.188, accuracy: 15 }

test('when the phone says where it is, then that is the place; when its owner refuses, then nothing is made up', async () => {
  phone.place = hongqiao
  expect(await currentPlace()).toEqual({ lng: 121.309, lat: 31.188, accuracy: 15 })
  expect(await pickPlace()).toMatchObject({ lng: 121.309, name: '地图上的点' })
  phone.place = null
  await expect(currentPlace()).rejects.toMatchObject({ errMsg: 'getLocation:fail auth deny' })
  await expect(pickPlace()).rejects.toMatchObject({ errMsg: 'chooseLocation:fail cancel' })
})

test('when the person steps back from the pictures, then there are none and no error', async () => {
  expect(await choosePictures(9, 'album')).toEqual([])
  phone.pictures = ['/tmp/a.jpg', '/tmp/b.jpg']
  expect(await choosePictures(9, 'camera')).toEqual(['/tmp/a.jpg', '/tmp/b.jpg'])
})

test('when a picture is kept, then it can be opened again until it is dropped', async () => {
  phone.files.set('/tmp/a.jpg', Buffer.from('picture'))
  const path = await keepPicture('/tmp/a.jpg')
  expect(phone.bytesOf(await openPicture(path)).toString()).toBe('picture')
  dropPicture(path)
  await waitFor(() => expect(phone.files.has(path)).toBe(false))
})

test('when the network comes and goes, then the app knows, and who waits is called each time it is back', () => {
  let calls = 0
  const stop = online.onBack(() => {
    calls += 1
  })
  phone.setNetwork('off')
  expect(online.is).toBe(false)
  phone.setNetwork('on')
  expect(online.is).toBe(true)
  phone.setNetwork('off')
  phone.setNetwork('on')
  stop()
  phone.setNetwork('off')
  phone.setNetwork('on')
  expect(calls).toBe(2)
})

test.each([
  [17, 1],
  [12, 1],
  [23.8, 1.4],
  [40, 1.5],
])('when WeChat’s letters are %d px, then ours are %d times as big', (size, scale) => {
  phone.fontSize = size
  expect(fontScale()).toBeCloseTo(scale)
})

test('when WeChat has not asked for the privacy consent, then it is needed', async () => {
  expect(await privacyNeeded()).toBe(false)
  phone.privacyOpen = true
  expect(await privacyNeeded()).toBe(true)
})

test('when WeChat is asked who this is, then there is a code each time another', async () => {
  const [one, other] = [await loginCode(), await loginCode()]
  expect(one).toMatch(/^\w+$/)
  expect(other).not.toBe(one)
})
