import { tellReportStory } from '../helpers/report-story'
import { onPhones } from './phone/on-phones'
import type { WeappPhone } from './phone/weapp-phone'
import { WeappTown } from './phone/weapp-town'

onPhones('a report from the corridor to five stars, in WeChat', () => {
  let town: WeappTown
  const phones: WeappPhone[] = []

  beforeAll(async () => {
    town = await WeappTown.open()
  })
  afterAll(() => town?.close())

  tellReportStory(async (nickname) => {
    const phone = await town.phone()
    phones.push(phone)
    await phone.launch()
    await phone.signIn(nickname)
    return phone
  })

  test('when the story is over, then nothing has failed on the way', async () => {
    for (const phone of phones) {
      const { errors, missing, failed } = await phone.happened()
      expect({ errors, missing, failed }).toEqual({ errors: [], missing: [], failed: [] })
    }
  })
})
