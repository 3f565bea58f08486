import { type Exchange, report } from '../report'
import { localAddress } from './address'
import { answer, type Callbacks, Failure } from './answer'
import { contentOf } from './files'
import { Lane } from './lane'

type Options = Callbacks & {
  url: string
  filePath: string
  name: string
  header?: Record<string, string>
  formData?: Record<string, string>
  timeout?: number
}
type Progress = { progress: number; totalBytesSent: number; totalBytesExpectedToSend: number }

const lane = new Lane(10)
const usualPatience = 60_000

export const upload = {
  uploadFile(options: Options) {
    const call = new XMLHttpRequest()
    const listeners = new Set<(progress: Progress) => void>()
    call.upload.onprogress = ({ loaded, total }) => {
      for (const listen of listeners) {
        listen({ progress: Math.floor((loaded / total) * 100), totalBytesSent: loaded, totalBytesExpectedToSend: total })
      }
    }
    let left = false
    // a task is given back, never a promise
    answer('uploadFile', { complete() {}, ...options }, () =>
      lane.through(async () => {
        const content = await contentOf(options.filePath)
        if (left) throw new Failure('abort')
        return send(call, options, content)
      }),
    )
    return {
      abort() {
        left = true
        call.abort()
      },
      onProgressUpdate: (listen: (progress: Progress) => void) => void listeners.add(listen),
      offProgressUpdate: (listen: (progress: Progress) => void) => void listeners.delete(listen),
      onHeadersReceived() {},
      offHeadersReceived() {},
    }
  },
}

function send(call: XMLHttpRequest, options: Options, content: Blob): Promise<object> {
  const exchange = report.exchange('upload', 'POST', options.url)
  const form = new FormData()
  for (const [name, value] of Object.entries(options.formData ?? {})) form.append(name, value)
  form.append(options.name, content, options.filePath.split('/').pop())
  call.open('POST', localAddress(options.url))
  call.timeout = options.timeout ?? usualPatience
  for (const [name, value] of Object.entries(options.header ?? {})) {
    // the boundary is WeChat's
    if (name.toLowerCase() !== 'content-type') call.setRequestHeader(name, value)
  }
  call.send(form)
  return settled(call, exchange)
}

const settled = (call: XMLHttpRequest, exchange: Exchange): Promise<object> =>
  new Promise((resolve, reject) => {
    const fail = (reason: string) => () => {
      exchange.failure = reason
      reject(new Failure(reason))
    }
    call.onabort = fail('abort')
    call.ontimeout = fail('timeout')
    call.onerror = fail('net::ERR_CONNECTION')
    call.onloadend = () => {
      exchange.status = call.status
      exchange.ms = performance.now() - exchange.startedAt
    }
    call.onload = () => resolve({ data: call.responseText, statusCode: call.status })
  })
