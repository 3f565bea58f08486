import { randomUUID } from 'node:crypto'
import type TaroApi from '@tarojs/taro'
import { phone, refusal } from './phone'
import { send } from './taro-http'

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** Any status is an answer; only what never arrives is a failure. */
export async function request({ url, method = 'GET', data, header, timeout }: TaroApi.request.Option) {
  const body = data === undefined ? undefined : Buffer.from(typeof data === 'string' ? data : JSON.stringify(data))
  const { statusCode, header: headers, text } = await send('request', { url, method, header, timeout, body }).done
  return { statusCode, header: headers, data: parsed(text), errMsg: 'request:ok' }
}

type Upload = Pick<TaroApi.uploadFile.Option, 'url' | 'filePath' | 'name' | 'header' | 'timeout' | 'success' | 'fail'>

/** Sends a file as a form with one part; the task tells how far it is and can be stopped. */
export function uploadFile({ url, filePath, name, header = {}, timeout, success, fail }: Upload) {
  const told = new Set<(progress: { progress: number }) => void>()
  const boundary = `----${randomUUID()}`
  const type = { 'content-type': `multipart/form-data; boundary=${boundary}` }
  const sent = send('uploadFile', {
    url,
    method: 'POST',
    header: { ...header, ...type },
    timeout,
    body: formOf(boundary, name, filePath),
    onProgress: (progress) => {
      for (const tell of told) tell({ progress })
    },
  })
  sent.done
    .then(({ statusCode, text }) => success?.({ statusCode, data: text, errMsg: 'uploadFile:ok' }))
    .catch((error: { errMsg: string }) => fail?.(error))
  return {
    abort: sent.abort,
    onProgressUpdate: (tell: (progress: { progress: number }) => void) => told.add(tell),
  }
}

function formOf(boundary: string, name: string, filePath: string): Buffer {
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="${name}"; filename="${filePath.split('/').pop()}"\r\ncontent-type: image/jpeg\r\n\r\n`
  return Buffer.concat([Buffer.from(head), phone.bytesOf(filePath), Buffer.from(`\r\n--${boundary}--\r\n`)])
}

type NetworkSaid = { networkType: string }
export const getNetworkType = ({ success }: { success?: (said: NetworkSaid) => void } = {}) =>
  success?.({ networkType: phone.network === 'on' ? 'wifi' : 'none' })

export const onNetworkStatusChange = (tell: (said: { isConnected: boolean }) => void) =>
  phone.on('network', () => tell({ isConnected: phone.network === 'on' }))

/** WeChat's server gives its phones a code; the API server asks it who that is. */
export async function login() {
  if (phone.network === 'off') throw refusal('login', 'no network')
  return { code: await wechatCode('login', phone.openid), errMsg: 'login:ok' }
}

/** A code of WeChat's server: `login` for an openid, `phone` for the telephone number that the phone button gives. */
export async function wechatCode(kind: 'login' | 'phone', whom: string): Promise<string> {
  const { text } = await send('wechat', { url: `${process.env.TEST_WECHAT_PHONES}/${kind}?for=${whom}` }).done
  return text
}
