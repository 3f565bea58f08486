import Taro from '@tarojs/taro'
import type { Photo } from '../../contract/photo'
import { CallError, errorOf, offline } from './problem'
import { renewAccess, uploadHeaders } from './request'

export interface Upload {
  readonly photo: Promise<Photo>
  cancel(): void
}

/** Sends one picture of the phone. `onProgress` gets 0 to 100. The same key on a retry never makes two. Rejects with CallError. */
export function upload(filePath: string, key: string, onProgress: (percent: number) => void): Upload {
  let task: Taro.UploadTask | undefined
  let cancelled = false
  const send = () =>
    new Promise<Photo>((resolve, reject) => {
      const started = Taro.uploadFile({
        url: `${API_ORIGIN}/api/v1/photos`,
        filePath,
        name: 'file',
        header: uploadHeaders(key),
        timeout: 60_000,
        success: ({ statusCode, data }) => {
          const body = parse(data)
          if (statusCode < 400) resolve(body as Photo)
          else reject(errorOf(statusCode, body, 0))
        },
        fail: () => reject(cancelled ? new CallError(0, 'cancelled', '已取消。') : offline()),
      })
      task = started as unknown as Taro.UploadTask
      task.onProgressUpdate?.(({ progress }) => onProgress(progress))
    })
  const photo = send().catch(async (error: CallError) => {
    if (error.status === 401 && (await renewAccess())) return send()
    throw error
  })
  return {
    photo,
    cancel() {
      cancelled = true
      task?.abort?.()
    },
  }
}

function parse(data: unknown): unknown {
  try {
    return typeof data === 'string' ? JSON.parse(data) : data
  } catch {
    return null
  }
}
