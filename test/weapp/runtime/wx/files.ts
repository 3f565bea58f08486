import { del, get, set, values } from 'idb-keyval'
import { localAddress } from './address'
import { answer, type Callbacks, Failure } from './answer'
import { ask } from './dialog'

const room = 200 * 1024 * 1024
const temporary = new Map<string, Blob>()
let made = 0

/** A temporary file: gone when the mini-program is killed. Gives its path. */
export function keepTemporary(content: Blob, name: string): string {
  made += 1
  const filePath = `wxfile://tmp_${Date.now().toString(36)}${made}.${name.split('.').pop()}`
  temporary.set(filePath, content)
  return filePath
}

/** The content of a temporary or saved file. */
export async function contentOf(filePath: string): Promise<Blob> {
  const content = temporary.get(filePath) ?? (await get<Blob>(filePath))
  if (!content) throw new Failure(`file doesn't exist "${filePath}"`)
  return content
}

/** What a browser shows for a picture's src: a file of the phone, of the package, or of the network. */
export async function pictureUrl(src: string): Promise<string> {
  if (src.startsWith('wxfile://')) return contentOf(src).then(URL.createObjectURL, () => `missing:${src}`)
  return /^https?:/.test(src) ? localAddress(src) : src
}

export const files = {
  /** Fetches a file of the API into a temporary one, whatever the answer is. */
  downloadFile(options: Callbacks & { url: string; header?: Record<string, string> }) {
    answer('downloadFile', { complete() {}, ...options }, async () => {
      const response = await fetch(localAddress(options.url), { headers: options.header ?? {}, cache: 'no-store', credentials: 'omit' })
      return { statusCode: response.status, tempFilePath: keepTemporary(await response.blob(), 'download.bin') }
    })
    return { abort() {}, onProgressUpdate() {}, offProgressUpdate() {}, onHeadersReceived() {}, offHeadersReceived() {} }
  },

  openDocument: (options: Callbacks & { filePath: string }) =>
    answer('openDocument', options, async () => {
      ask({ title: `文件 ${(await contentOf(options.filePath)).size} 字节`, yes: '关闭' })
      return {}
    }),

  /** Moves the file: its temporary path leads nowhere afterwards. */
  saveFile: (options: Callbacks & { tempFilePath: string }) =>
    answer('saveFile', options, async () => {
      const content = await contentOf(options.tempFilePath)
      const used = (await values<Blob>()).reduce((sum, { size }) => sum + size, 0)
      if (used + content.size > room) throw new Failure('the maximum size of the file storage limit is exceeded')
      const savedFilePath = options.tempFilePath.replace('tmp_', 'store_')
      await set(savedFilePath, content)
      temporary.delete(options.tempFilePath)
      return { savedFilePath }
    }),

  removeSavedFile: (options: Callbacks & { filePath: string }) =>
    answer('removeSavedFile', options, async () => {
      await contentOf(options.filePath)
      await del(options.filePath)
      return {}
    }),
}
