import { answer, type Callbacks, Failure } from './answer'
import { ask } from './dialog'
import { contentOf, keepTemporary, pictureUrl } from './files'
import { mustBePermitted } from './permission'
import { mustHavePrivacyConsent } from './privacy'

type ChooseMedia = Callbacks & { count?: number; mediaType?: string[]; sourceType?: string[] }
type CanvasToFile = Callbacks & {
  readonly canvas?: unknown
  readonly fileType?: 'jpg' | 'png'
  readonly quality?: number
  readonly x?: number
  readonly y?: number
  readonly width?: number
  readonly height?: number
  readonly destWidth?: number
  readonly destHeight?: number
}
const mostAtOnce = 20

export const media = {
  /** Of a canvas of type 2d, given as its node. */
  canvasToTempFilePath: (options: CanvasToFile) =>
    answer('canvasToTempFilePath', options, async () => {
      if (!(options.canvas instanceof HTMLCanvasElement)) throw new Failure('fail canvas is empty')
      const { width, height } = options.canvas
      const { x = 0, y = 0, destWidth = width * devicePixelRatio, destHeight = height * devicePixelRatio } = options
      const sheet = Object.assign(document.createElement('canvas'), { width: destWidth, height: destHeight })
      const [wide, high] = [options.width ?? width - x, options.height ?? height - y]
      sheet.getContext('2d')?.drawImage(options.canvas, x, y, wide, high, 0, 0, destWidth, destHeight)
      const type = options.fileType === 'jpg' ? 'image/jpeg' : 'image/png'
      const blob = await new Promise<Blob | null>((resolve) => sheet.toBlob(resolve, type, options.quality))
      return { tempFilePath: keepTemporary(blob as Blob, options.fileType === 'jpg' ? 'canvas.jpg' : 'canvas.png') }
    }),

  saveImageToPhotosAlbum: (options: Callbacks & { filePath: string }) =>
    answer('saveImageToPhotosAlbum', options, async () => {
      await mustHavePrivacyConsent('saveImageToPhotosAlbum')
      await mustBePermitted('scope.writePhotosAlbum')
      const { type } = await contentOf(options.filePath)
      if (!type.startsWith('image/')) throw new Failure('invalid file type')
      return {}
    }),

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
