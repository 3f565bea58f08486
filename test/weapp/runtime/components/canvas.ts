import { pictureUrl } from '../wx/files'
import { register } from './builtin'

/** The canvas of type 2d. What it is drawn on is a browser's, with the functions that WeChat's has besides. */
export const registerCanvas = (): void =>
  register('canvas', {
    properties: { type: '', canvasId: '', disableScroll: false },
    behave(part) {
      const drawing = document.createElement('canvas')
      drawing.style.cssText = 'display: block; width: 100%; height: 100%'
      part.element.append(drawing)
      return {}
    },
  })

/** What createSelectorQuery tells as node: of a canvas only. Its pictures come from the phone, the package or the network. */
export function canvasNode(element: Element): object {
  const drawing = element.querySelector('canvas')
  return { node: drawing && Object.assign(drawing, { createImage }) }
}

function createImage(): HTMLImageElement {
  const picture = new Image()
  const src = Object.getOwnPropertyDescriptor(HTMLImageElement.prototype, 'src') as PropertyDescriptor
  return Object.defineProperty(picture, 'src', {
    set: (address: string) =>
      pictureUrl(address).then(
        (url) => src.set?.call(picture, url),
        () => picture.dispatchEvent(new Event('error')),
      ),
  })
}
