import type { Browser } from 'playwright-core'
import { openBrowser, Phone } from '../helpers/phone'
import { startTown } from '../helpers/town-server'
import { median, type Row } from './table'

const openings = 9
const mostMs = 100
/** Eight codes long; codes for ten minutes lie on the tablet. */
const minutes = 4

/** The host's page in Chromium: from the tap until its code stands there, and what it asks for while codes change. */
export async function measureScreen(): Promise<Row[]> {
  const town = await startTown()
  const browser = await openBrowser()
  try {
    return [await measureDrawing(browser, town.address), await measureAsking(browser, town.address)]
  } finally {
    await browser.close()
    await town.stop()
  }
}

async function openStudy(phone: Phone): Promise<void> {
  await phone.signIn('讲解员小周')
  await phone.press('link', /^学习打卡/)
  await phone.on('study/home')
}

async function measureDrawing(browser: Browser, address: string): Promise<Row> {
  const phone = await Phone.open(browser, address)
  await openStudy(phone)
  const times: number[] = []
  for (let opening = 0; opening <= openings; opening += 1) {
    const link = phone.shown.getByRole('link', { name: /^现场码/ })
    await link.waitFor()
    const drawn = await watchCode(phone)
    await link.tap()
    times.push(await drawn())
    await phone.page.goBack()
    await phone.on('study/home')
  }
  await phone.close()
  const [first = 0, ...others] = times
  const figure = median(others)
  const note = `from the tap until it is painted, median of ${openings}; the first time, with its script to fetch, ${Math.round(first)} ms`
  return { what: 'host’s code page draws', figure, unit: 'ms', target: `< ${mostMs}`, met: figure < mostMs, note }
}

/** Gives what waits until the code is painted after the next tap, and says how many milliseconds that took. */
async function watchCode(phone: Phone): Promise<() => Promise<number>> {
  const watch = await phone.page.evaluateHandle(() => {
    const tapped = new Promise<number>((resolve) =>
      document.addEventListener('click', () => resolve(performance.now()), { once: true, capture: true }),
    )
    const isThere = () =>
      [...document.querySelectorAll<HTMLImageElement>('.host-qr img')].some((image) => image.complete && image.naturalWidth > 0)
    const painted = new Promise<number>((resolve) => {
      const look = () =>
        isThere()
          ? // the task after a frame: the frame is on the screen
            requestAnimationFrame(() => setTimeout(() => resolve(performance.now())))
          : requestAnimationFrame(look)
      look()
    })
    return { took: Promise.all([tapped, painted]).then(([from, to]) => to - from) }
  })
  return () => watch.evaluate(({ took }) => took)
}

async function measureAsking(browser: Browser, address: string): Promise<Row> {
  const phone = await Phone.open(browser, address)
  await phone.page.clock.install()
  await openStudy(phone)
  await phone.press('link', /^现场码/)
  const digits = phone.find(/^\d{3} \d{3}$/)
  await digits.waitFor()
  const before = await digits.textContent()
  let asked = 0
  phone.page.on('request', (request) => {
    if (!request.url().startsWith('data:')) asked += 1
  })
  await phone.page.clock.runFor(minutes * 60_000)
  if ((await digits.textContent()) === before) throw new Error('the code on the host’s page does not change')
  await phone.close()
  return {
    what: 'host’s code page asks while codes change',
    ...{ figure: asked, unit: 'requests', target: '= 0', met: asked === 0 },
    note: `in ${minutes} minutes, ${minutes * 2} codes`,
  }
}
