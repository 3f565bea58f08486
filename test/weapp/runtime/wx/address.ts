import { Failure } from './answer'

/** The same resource at the runner's own address, which passes it on to the server under test. Only the API's origin is legal. */
export function localAddress(url: string): string {
  const { apiOrigin } = window.phoneSettings
  if (!/^https?:\/\//.test(url)) throw new Failure(`invalid url "${url}"`, 600009)
  if (!url.startsWith(`${apiOrigin}/`)) throw new Failure('url not in domain list', 600002)
  return url.slice(apiOrigin.length)
}
