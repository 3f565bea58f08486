import { answer, type Callbacks, Failure } from './answer'
import { ask } from './dialog'
import { keepTemporary, pictureUrl } from './files'
import { mustHavePrivacyConsent } from './privacy'

type ChooseMedia = Callbacks & { count?: number; mediaType?: string[]; sourceType?: string[] }
const mostAtOnce = 20

export const media = {
  /** Pictures only, and as they are: WeChat's own compression is left out. */
  chooseMedia: (options: ChooseMedia = {}) =>
    answer('chooseMedia', options, async () => {
      await mustHavePrivacyConsent('chooseMedia')
      const fromCamera = options.sourceType?.length === 1 && options.sourceType[0] === 'camera'
      const files = await pickPictures(fromCamera ? '拍照' : '相册', fromCamera ? 1 : Math.min(options.count ?? 9, mostAtOnce))
      if (files.length === 0) throw new Failure('cancel')
      const tempFiles = files.map((file) => ({ tempFilePath: keepTemporary(file, file.name), size: file.size, fileType: 'image' }))
      return { tempFiles, type: 'image' }
    }),

  /** One file of a chat: the person chooses it, or steps back. */
  chooseMessageFile: (options: Callbacks & { count: number }) =>
    answer('chooseMessageFile', options, async () => {
      await mustHavePrivacyConsent('chooseMessageFile')
      const body = Object.assign(document.createElement('input'), { type: 'file' })
      const agreed = await ask({ title: '选择聊天里的文件', no: '取消', body })
      const [file] = body.files ?? []
      if (!agreed || !file) throw new Failure('cancel')
      return { tempFiles: [{ path: keepTemporary(file, file.name), name: file.name, size: file.size, type: 'file' }] }
    }),

  /** The camera looks at a code: the person says what it reads, or steps back. */
  scanCode: (options: Callbacks = {}) =>
    answer('scanCode', options, async () => {
      const body = Object.assign(document.createElement('input'), { placeholder: '码的内容' })
      if (!(await ask({ title: '扫一扫', no: '取消', body }))) throw new Failure('cancel')
      return { result: body.value, scanType: 'QR_CODE', charSet: 'utf-8', path: '' }
    }),

  /** Silent: what is played is not heard here. */
  createInnerAudioContext: () => ({ src: '', play() {}, pause() {}, destroy() {}, onEnded() {}, onError() {} }),

  previewImage: (options: Callbacks & { urls: string[] }) =>
    answer('previewImage', options, async () => {
      const body = document.createElement('div')
      for (const url of options.urls) {
        body.append(Object.assign(document.createElement('img'), { src: await pictureUrl(url), alt: url }))
      }
      ask({ title: `看大图 ${options.urls.length} 张`, yes: '关闭', body })
      return {}
    }),
}

/** The camera or the album of the phone: the person chooses files, or steps back. */
export async function pickPictures(title: string, count: number): Promise<File[]> {
  const body = Object.assign(document.createElement('input'), { type: 'file', accept: 'image/*', multiple: count > 1 })
  const agreed = await ask({ title, no: '取消', body })
  return agreed ? [...(body.files ?? [])].slice(0, count) : []
}
