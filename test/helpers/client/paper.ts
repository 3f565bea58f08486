import { phone } from './phone'

/** What was drawn on the phone's canvas since it was last begun: words as they are, pictures by their addresses, squares and strokes counted. */
interface Drawn {
  words: string[]
  pictures: string[]
  squares: number
  strokes: number
}
const nothing = (): Drawn => ({ words: [], pictures: [], squares: 0, strokes: 0 })
let drawn = nothing()

const pen = {
  fillStyle: '',
  font: '',
  textAlign: 'left',
  createLinearGradient: () => ({ addColorStop() {} }),
  fillRect() {
    drawn.squares += 1
  },
  ...{ beginPath() {}, moveTo() {}, stroke() {}, fill() {}, arc() {} },
  lineTo() {
    drawn.strokes += 1
  },
  fillText: (text: string) => void drawn.words.push(text),
  drawImage: ({ src }: { src: string }) => void drawn.pictures.push(src.slice(0, 60)),
  // letters of one width, as tall as wide
  measureText: (text: string) => ({ width: [...text].length * Number(/(\d+)px/.exec(pen.font)?.[1] ?? 10) }),
}

/** A picture that is there as soon as its address is known; the network may be off. */
class Picture {
  onload = () => {}
  onerror = () => {}
  readonly width = 400
  readonly height = 300
  private address = ''

  get src(): string {
    return this.address
  }

  set src(address: string) {
    this.address = address
    const isThere = address.startsWith('data:') || phone.network === 'on'
    setTimeout(isThere ? this.onload : this.onerror, 0)
  }
}

/** The node of a canvas. jsdom draws nothing: it is written down what would be. */
export const paper = {
  getContext() {
    drawn = nothing()
    return pen
  },
  createImage: () => new Picture(),
  toBlob: (tell: (blob: Blob) => void) => tell(new Blob([String(drawnAs())])),
}

export const drawnAs = (): Buffer => Buffer.from(JSON.stringify(drawn))
export const readDrawn = (picture: Buffer | undefined): Drawn => JSON.parse(String(picture))
