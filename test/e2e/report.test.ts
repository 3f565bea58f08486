import type { Browser } from 'playwright-core'
import { chromium as chromiumPath } from '../helpers/machine.mjs'
import { openBrowser, Phone } from '../helpers/phone'
import type { Running } from '../helpers/program'
import { tellReportStory } from '../helpers/report-story'
import { startTown } from '../helpers/town-server'

const withChromium = chromiumPath ? describe : describe.skip

withChromium('a report from the corridor to five stars', () => {
  let town: Running
  let browser: Browser
  const phones: Phone[] = []

  beforeAll(async () => {
    town = await startTown()
    browser = await openBrowser()
  }, 150_000)
  afterAll(async () => {
    await browser?.close()
    await town?.stop()
  })

  tellReportStory(async (nickname) => {
    const phone = await Phone.open(browser, town.address)
    phones.push(phone)
    await phone.signIn(nickname)
    return phone
  })

  test('when the story is over, then no page has thrown anything', () => {
    expect(phones.flatMap(({ faults }) => faults)).toEqual([])
  })
})
