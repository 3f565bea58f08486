import Taro from '@tarojs/taro'
import { type Paper, size } from './pen'

/** The WeChat side of drawing and saving; drawing.h5.ts is the browser's. */
export const inAlbum = true

/** A picture to draw. Rejects when it cannot be had. */
export function loadPicture(canvas: Paper, src: string): Promise<CanvasImageSource> {
  // WeChat's canvas makes its own pictures
  const picture = (canvas as unknown as { createImage(): HTMLImageElement }).createImage()
  return new Promise((resolve, reject) => {
    picture.onload = () => resolve(picture)
    picture.onerror = reject
    picture.src = src
  })
}

/** What is drawn, as a file. */
export async function fileOf(canvas: Paper): Promise<string> {
  const { tempFilePath } = await Taro.canvasToTempFilePath({
    ...{ canvas: canvas as unknown as Taro.Canvas, fileType: 'jpg', quality: 0.92 },
    // as large as it is drawn, whatever the screen is
    ...{ x: 0, y: 0, ...size, destWidth: size.width, destHeight: size.height },
  })
  return tempFilePath
}

/** Puts the file into the phone's album; a browser saves it under the name. Says so when the person does not let it. */
export async function saveFile(filePath: string, _name: string): Promise<'saved' | 'stepped back' | 'refused'> {
  try {
    await Taro.saveImageToPhotosAlbum({ filePath })
    return 'saved'
  } catch (error) {
    const { errMsg = '' } = error as { errMsg?: string }
    if (/cancel/.test(errMsg)) return 'stepped back'
    if (/auth|privacy/.test(errMsg)) return 'refused'
    throw error
  }
}

/** Where the app can be opened without WeChat. */
export const appAddress = (): string => API_ORIGIN
