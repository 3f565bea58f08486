import type { Paper } from './pen'

export const inAlbum = false

export function loadPicture(_canvas: Paper, src: string): Promise<CanvasImageSource> {
  const picture = new Image()
  return new Promise((resolve, reject) => {
    picture.onload = () => resolve(picture)
    picture.onerror = reject
    picture.src = src
  })
}

export function fileOf(canvas: Paper): Promise<string> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(URL.createObjectURL(blob)) : reject(new Error('nothing was drawn'))), 'image/jpeg', 0.92)
  })
}

export async function saveFile(filePath: string, name: string): Promise<'saved' | 'stepped back' | 'refused'> {
  Object.assign(document.createElement('a'), { href: filePath, download: `${name}.jpg` }).click()
  return 'saved'
}

export const appAddress = (): string => window.location.origin
