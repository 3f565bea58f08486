import { createReadStream, existsSync } from 'node:fs'
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
}

export interface RunnerServer {
  readonly address: string
  close(): Promise<void>
}

/** Serves the packed mini-program, and passes calls of the API on: a mini-program knows no cross-origin rules. */
export async function serveRunner(folder: string, api: string): Promise<RunnerServer> {
  const server = createServer((asked, answer) => {
    if (asked.url?.startsWith('/api/')) passOn(api, asked, answer)
    else sendFile(folder, asked, answer)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function sendFile(folder: string, { url = '/' }: IncomingMessage, answer: ServerResponse): void {
  const name = path.normalize(decodeURIComponent(url.split('?')[0] ?? '/'))
  const file = path.join(folder, name.endsWith('/') ? 'index.html' : name)
  const type = types[path.extname(file)]
  if (!type || !existsSync(file)) return void answer.writeHead(404).end()
  answer.writeHead(200, { 'content-type': type })
  createReadStream(file).pipe(answer)
}

function passOn(api: string, asked: IncomingMessage, answer: ServerResponse): void {
  const { origin: _origin, referer: _referer, ...headers } = asked.headers
  const passed = request(
    new URL(asked.url ?? '', api),
    { method: asked.method, headers: { ...headers, host: new URL(api).host } },
    (answered) => {
      answer.writeHead(answered.statusCode ?? 502, answered.headers)
      answered.pipe(answer)
    },
  )
  passed.on('error', () => answer.destroy())
  asked.on('close', () => asked.complete || passed.destroy())
  asked.pipe(passed)
}
