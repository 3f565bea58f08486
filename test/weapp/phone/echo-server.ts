import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

const slowness = 150

/** A server that tells what it was asked: /api/slow after a while, /api/teapot with a status of its own. */
export async function openEchoServer(): Promise<{ address: string; close(): void }> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    if (request.url === '/api/slow') await new Promise((resolve) => setTimeout(resolve, slowness))
    const { method, headers } = request
    const seen = { method, type: headers['content-type'], authorization: headers.authorization, body: Buffer.concat(chunks).toString() }
    response.writeHead(request.url === '/api/teapot' ? 418 : 200, { 'content-type': 'application/json', 'retry-after': '7' })
    response.end(JSON.stringify(seen))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() }
}
