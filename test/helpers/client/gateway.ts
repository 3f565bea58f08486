import http from 'node:http'
import type { AddressInfo } from 'node:net'

type Answer = (response: http.ServerResponse) => void

/** What stands between phones and the API in a bad hour: gives the answers in turn, the last one for ever. */
export async function standBehindGateway(answers: readonly Answer[]): Promise<() => Promise<void>> {
  let asked = 0
  const server = http.createServer((_request, response) => {
    answers[Math.min(asked, answers.length - 1)]?.(response)
    asked += 1
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  Object.assign(globalThis, { API_ORIGIN: `http://127.0.0.1:${(server.address() as AddressInfo).port}` })
  return () => {
    Object.assign(globalThis, { API_ORIGIN: process.env.TEST_API })
    server.closeAllConnections()
    return new Promise((resolve) => server.close(() => resolve()))
  }
}

export const answer =
  (status: number, body: string, header: http.OutgoingHttpHeaders = {}): Answer =>
  (response) =>
    response.writeHead(status, header).end(body)

export const hangUp: Answer = (response) => void response.destroy()
