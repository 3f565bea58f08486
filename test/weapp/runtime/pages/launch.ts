export interface Address {
  /** The page's path in the package, without a slash before it. */
  readonly route: string
  readonly query: Readonly<Record<string, string>>
}

/** /pages/x/index?id=1 taken apart. WeChat leaves values as they stand, without decoding. A relative path starts at `from`. */
export function addressOf(url: string, from = ''): Address {
  const [path = '', text = ''] = url.split('?')
  const pairs = text.split('&').filter(Boolean)
  return {
    route: path.startsWith('/') ? path.slice(1) : resolvePath(from, path),
    query: Object.fromEntries(pairs.map((pair) => [pair.split('=')[0], pair.split('=').slice(1).join('=')])),
  }
}

/** A path as written in the file `from`, in the package. */
export function resolvePath(from: string, path: string): string {
  const parts = path.startsWith('/') ? [] : from.split('/').slice(0, -1)
  for (const part of path.split('/')) {
    if (part === '..') parts.pop()
    else if (part && part !== '.') parts.push(part)
  }
  return parts.join('/')
}

/** Where the mini-program is started: what the test asks for in the address bar, else its first page. */
export function launchUrl(): string {
  const { app, pages } = window.packedApp
  return new URLSearchParams(window.location.search).get('open') ?? `/${app.entryPagePath ?? pages[0]}`
}

export function launchOptions() {
  const { route, query } = addressOf(launchUrl())
  return { path: route, query, scene: 1001, referrerInfo: {}, shareTicket: '' }
}
