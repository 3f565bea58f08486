import Taro from '@tarojs/taro'
import { errorOf, offline } from './problem'
import { withAccess } from './request'

/** Fetches a file of the API for who is signed in; gives its path on the phone. Throws CallError. */
export function download(path: string): Promise<string> {
  return withAccess(async (header) => {
    const got = await Promise.resolve(Taro.downloadFile({ url: `${API_ORIGIN}/api/v1${path}`, header, timeout: 60_000 })).catch(() => {
      throw offline()
    })
    const { statusCode, tempFilePath } = got as Taro.downloadFile.FileSuccessCallbackResult
    if (statusCode >= 400) throw errorOf(statusCode, null, 0)
    return tempFilePath
  })
}
