import { currentPlace, loginCode, pickPlace, privacyNeeded, rememberPrivacy } from '@/lib/platform'
import { phone } from '../helpers/client/phone'

test('when a browser says where it is, then the place is turned into the coordinates of Chinese maps', async () => {
  phone.place = { longitude: 121.3, latitude: 31.19, accuracy: 20 }
  const place = await currentPlace()
  // about half a kilometre in Shanghai
  expect(place.lng - 121.3).toBeCloseTo(0.0045, 3)
  expect(place.lat - 31.19).toBeCloseTo(-0.002, 3)
  expect(await pickPlace()).toEqual(place)
})

test('when the app runs in a browser, then nobody is signed in by WeChat', async () => {
  expect(await loginCode()).toBeUndefined()
})

test('when the person has agreed in a browser, then they are not asked again', async () => {
  expect(await privacyNeeded()).toBe(true)
  rememberPrivacy()
  expect(await privacyNeeded()).toBe(false)
})
