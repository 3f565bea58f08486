import Taro from '@tarojs/taro'
import type { Photo } from '../../contract/photo'
import { CallError, errorOf, offline } from './problem'
import { withAccess } from './request'

export interface Upload {
  readonly photo: Promise<Photo>
  cancel(): void
}
export interface Sending<T> {
  readonly reply: Promise<T>
  cancel(): void
}

/** Sends one picture of the phone. `onProgress` gets 0 to 100. The same key on a retry never makes two. Rejects with CallError. */
export function upload(filePath: string, key: string, onProgress: (percent: number) => void): Upload {
  const { reply: photo, cancel } = sendFile<Photo>('/photos', filePath, key, onProgress)
  return { photo, cancel }
}

/** Sends one file of the phone to a path of the API, as `upload` does with pictures. */
export function sendFile<T>(path: string, filePath: string, key: string, onProgress: (percent: number) => void = () => {}): Sending<T> {
  let task: Taro.UploadTask | undefined
  let cancelled = false
  const send = (header: Record<string, string>) =>
    new Promise<T>((resolve, reject) => {
      if (cancelled) return reject(stopped())
      const started = Taro.uploadFile({
        url: `${API_ORIGIN}/api/v1${path}`,
        filePath,
        name: 'file',
        header: { ...header, 'idempotency-key': key },
        timeout: 60_000,
        success: ({ statusCode, data }) => {
          const body = parse(data)
          if (statusCode < 400) resolve(body as T)
          else reject(errorOf(statusCode, body, 0))
        },
        fail: () => reject(cancelled ? stopped() : offline()),
      })
      // the browser's task is a promise too, and rejects besides calling `fail`
      started.catch?.(() => {})
      task = started as unknown as Taro.UploadTask
      task.onProgressUpdate?.(({ progress }) => onProgress(progress))
    })
  return {
    reply: withAccess(send),
    cancel() {
      cancelled = true
      task?.abort?.()
    },
  }
}

const stopped = () => new CallError(0, 'cancelled', '已取消。')

function parse(data: unknown): unknown {
  try {
    return typeof data === 'string' ? JSON.parse(data) : data
  } catch {
    return null
  }
}
