import type { Browser } from 'playwright-core'
import { tellCanteenStory } from '../helpers/canteen-story'
import { chromium as chromiumPath } from '../helpers/machine.mjs'
import { openBrowser, Phone } from '../helpers/phone'
import { TestTown } from '../helpers/server'

const withChromium = chromiumPath ? describe : describe.skip

withChromium('a meal from the daughter’s phone to the mother’s tray', () => {
  let town: TestTown
  let address: string
  let browser: Browser
  const phones: Phone[] = []

  beforeAll(async () => {
    town = await TestTown.open('2026-11-20T15:00:00+08:00')
    address = await town.app.listen({ port: 0, host: '127.0.0.1' })
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await town?.close()
  })

  tellCanteenStory({
    async open(nickname) {
      const phone = await Phone.open(browser, address)
      phones.push(phone)
      await phone.setClock(town.now)
      await phone.signIn(nickname)
      return phone
    },
    async at(moment) {
      town.at(moment)
    },
  })

  test('when the story is over, then no page has thrown anything', () => {
    expect(phones.flatMap(({ faults }) => faults)).toEqual([])
  })
})
