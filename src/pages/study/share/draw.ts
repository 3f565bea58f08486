import { colours } from './colours'

/** What is drawn on: the node of a canvas of type 2d, in WeChat and in a browser. */
export type Paper = HTMLCanvasElement
type Pen = CanvasRenderingContext2D

export interface Facts {
  readonly nickname: string
  readonly siteName: string
  readonly figures: readonly { readonly name: string; readonly figure: string; readonly unit: string }[]
}
export interface Pictures {
  readonly site: CanvasImageSource | null
  /** The mini-program's code, or the squares of a QR code. */
  readonly code: CanvasImageSource | readonly (readonly boolean[])[]
  readonly invitation: string
}

export const size = { width: 750, height: 1200 }
const photo = { width: size.width, height: 562 }
const edge = 48
const code = { size: 210, x: size.width - edge - 210, y: 906 }
const font = (px: number, bold = false) => `${bold ? 'bold ' : ''}${px}px sans-serif`

/** My path as a picture: the place, my figures, who I am, and the way into the app. */
export function draw(paper: Paper, facts: Facts, pictures: Pictures): void {
  Object.assign(paper, size)
  const pen = paper.getContext('2d') as Pen
  pen.fillStyle = colours.card
  pen.fillRect(0, 0, size.width, size.height)
  pen.textBaseline = 'alphabetic'
  drawPhoto(pen, pictures.site)
  drawName(pen, facts.siteName)
  drawFigures(pen, facts.figures)
  drawFoot(pen, facts, pictures)
}

/** Cut to 4:3 from its middle; where the place has no picture, an evening sky in the colour of the service. */
function drawPhoto(pen: Pen, picture: CanvasImageSource | null): void {
  if (!picture) {
    const sky = pen.createLinearGradient(0, 0, photo.width, photo.height)
    sky.addColorStop(0, colours.study)
    sky.addColorStop(1, colours.light)
    pen.fillStyle = sky
    pen.fillRect(0, 0, photo.width, photo.height)
    return
  }
  const { width, height } = picture as HTMLImageElement
  const part = Math.min(width / photo.width, height / photo.height)
  const [wide, high] = [photo.width * part, photo.height * part]
  pen.drawImage(picture, (width - wide) / 2, (height - high) / 2, wide, high, 0, 0, photo.width, photo.height)
}

/** On one line, or two. */
function drawName(pen: Pen, name: string): void {
  const style = { x: edge, px: 36, bold: true, colour: colours.ink, most: size.width - 2 * edge }
  pen.font = font(style.px, true)
  const letters = [...name]
  const over = letters.findIndex((_, at) => pen.measureText(letters.slice(0, at + 1).join('')).width > style.most)
  const lines = over < 0 ? [name] : [letters.slice(0, over).join(''), letters.slice(over).join('')]
  lines.forEach((line, at) => {
    write(pen, line, { ...style, y: photo.height + (over < 0 ? 88 : 62 + 48 * at) })
  })
}

function drawFigures(pen: Pen, figures: Facts['figures']): void {
  const wide = (size.width - 2 * edge) / figures.length
  figures.forEach(({ name, figure, unit }, at) => {
    const x = edge + at * wide
    write(pen, name, { x, y: 750, px: 26, colour: colours.second, most: wide })
    write(pen, figure, { x, y: 820, px: 60, bold: true, colour: colours.study, most: wide - 40 })
    pen.font = font(60, true)
    write(pen, unit, { x: x + Math.min(pen.measureText(figure).width, wide - 40) + 8, y: 820, px: 26, colour: colours.second, most: 60 })
  })
  pen.fillStyle = colours.line
  pen.fillRect(edge, 864, size.width - 2 * edge, 2)
}

function drawFoot(pen: Pen, { nickname }: Facts, { code: sign, invitation }: Pictures): void {
  const most = code.x - edge - 24
  write(pen, nickname, { x: edge, y: 972, px: 40, bold: true, colour: colours.ink, most })
  write(pen, '我的学习足迹', { x: edge, y: 1024, px: 30, colour: colours.second, most })
  write(pen, '家门口这点事', { x: edge, y: 1100, px: 26, bold: true, colour: colours.study, most })
  if (Array.isArray(sign)) drawSquares(pen, sign)
  else pen.drawImage(sign as CanvasImageSource, code.x, code.y, code.size, code.size)
  pen.textAlign = 'center'
  write(pen, invitation, { x: code.x + code.size / 2, y: code.y + code.size + 40, px: 24, colour: colours.second, most: code.size + 60 })
  pen.textAlign = 'left'
}

/** Whole points a square, so that no scanner meets a blurred edge. */
function drawSquares(pen: Pen, squares: readonly (readonly boolean[])[]): void {
  const side = Math.floor(code.size / squares.length)
  const [x, y] = [code.x + code.size - side * squares.length, code.y + (code.size - side * squares.length) / 2]
  pen.fillStyle = colours.ink
  squares.forEach((row, down) => {
    row.forEach((dark, across) => {
      if (dark) pen.fillRect(x + across * side, y + down * side, side, side)
    })
  })
}

type Style = { x: number; y: number; px: number; bold?: boolean; colour: string; most: number }

/** One line; what is too long ends in dots. */
function write(pen: Pen, text: string, { x, y, px, bold, colour, most }: Style): void {
  pen.font = font(px, bold)
  pen.fillStyle = colour
  pen.fillText(fitting(pen, text, most), x, y)
}

function fitting(pen: Pen, text: string, most: number): string {
  if (pen.measureText(text).width <= most) return text
  const letters = [...text]
  while (letters.length > 1 && pen.measureText(`${letters.join('')}…`).width > most) letters.pop()
  return `${letters.join('')}…`
}
