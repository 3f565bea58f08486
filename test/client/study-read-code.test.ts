import { needsPlace, readCode } from '@/pages/study/read-code'
import { checkInUrl, hostUrl, mapUrl } from '@/pages/study/urls'

const screen = 'JS1.STU-001.k3f9.abcdefghijklmnopqrstuv'
const printed = 'JF1.STU-001.abcdefghijkl'

test('when a screen shows the address of the app, then site and code are read from it', () => {
  expect(readCode(`https://town.example.cn/#${checkInUrl({ site: 'STU-001', code: screen })}`)).toEqual({ code: screen, siteId: 'STU-001' })
})

test('when a code stands alone, with blanks or as a scene, then it is read all the same', () => {
  expect(readCode(` ${printed}\n`)).toEqual({ code: printed })
  expect(readCode(`?scene=${encodeURIComponent(printed)}`)).toEqual({ code: printed })
})

test('when it is none of ours, then nothing is read', () => {
  for (const text of ['', 'https://example.com/?code=1', 'JS2.STU-001.x', '%E0%A4%A', `${printed}<script>`, `JF1.${'x'.repeat(300)}`]) {
    expect(readCode(text)).toBeNull()
  }
})

test('when a code is printed, then it needs a position; one that changes does not', () => {
  expect([printed, screen].map(needsPlace)).toEqual([true, false])
})

test('when an address has nothing to tell, then it ends where the page does', () => {
  expect([hostUrl(), hostUrl('STU-001'), mapUrl(null)]).toEqual([
    '/pages/study/host/index',
    '/pages/study/host/index?site=STU-001',
    '/pages/study/map/index',
  ])
})
