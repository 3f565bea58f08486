import { existsSync } from 'node:fs'

const places = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** Path of a Chromium on this machine, or undefined. */
export const chromium = places.find((place) => place && existsSync(place))

/** What `npm test` cannot run here, in words. */
export const notRunHere = [
  ...(chromium ? [] : ['browser tests on H5 and on the mini-program artefact: no Chromium found (set CHROMIUM_PATH)']),
  ...(process.env.TEST_DATABASE_URL ? [] : ['server tests on PostgreSQL: TEST_DATABASE_URL is not set']),
]
