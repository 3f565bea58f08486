import { report } from '../report'
import { pictureUrl } from '../wx/files'
import { register } from './builtin'

const fits: Record<string, string> = { aspectFill: 'cover', aspectFit: 'contain', widthFix: 'contain', heightFix: 'contain' }

export const registerImage = (): void =>
  register('image', {
    properties: { src: '', mode: 'scaleToFill', lazyLoad: false, showMenuByLongpress: false },
    behave(part) {
      const picture = document.createElement('img')
      part.element.append(picture)
      picture.onload = () => part.emit('load', { width: picture.naturalWidth, height: picture.naturalHeight })
      picture.onerror = () => {
        report.error(`picture ${part.data.src} could not be shown`)
        part.emit('error', { errMsg: `GET ${part.data.src} fail` })
      }
      return {
        on: {
          src(src) {
            if (src) pictureUrl(src).then((url) => part.data.src === src && picture.setAttribute('src', url))
            else picture.removeAttribute('src')
          },
          mode(mode) {
            picture.style.objectFit = fits[mode] ?? 'fill'
            if (mode === 'widthFix') picture.style.height = part.element.style.height = 'auto'
            if (mode === 'heightFix') picture.style.width = part.element.style.width = 'auto'
          },
        },
      }
    },
  })
