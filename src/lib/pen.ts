import { colours } from './colours'

/** What is drawn on: the node of a canvas of type 2d, in WeChat and in a browser. */
export type Paper = HTMLCanvasElement
export type Pen = CanvasRenderingContext2D
/** The mini-program's code, or the squares of a QR code. */
export type Sign = CanvasImageSource | readonly (readonly boolean[])[]

/** Of a picture to show others, in pixels, and the margin that its words keep. */
export const size = { width: 750, height: 1200 }
export const edge = 48
const code = { size: 210, x: size.width - edge - 210, y: 906 }

/** The letters of the picture. */
export const font = (px: number, bold = false): string => `${bold ? 'bold ' : ''}${px}px sans-serif`

/** An empty picture. */
export function begin(paper: Paper): Pen {
  Object.assign(paper, size)
  const pen = paper.getContext('2d') as Pen
  pen.fillStyle = colours.card
  pen.fillRect(0, 0, size.width, size.height)
  pen.textBaseline = 'alphabetic'
  return pen
}

export interface Style {
  readonly x: number
  readonly y: number
  readonly px: number
  readonly bold?: boolean
  readonly colour: string
  readonly most: number
}

/** One line; what is too long ends in dots. */
export function write(pen: Pen, text: string, { x, y, px, bold, colour, most }: Style): void {
  pen.font = font(px, bold)
  pen.fillStyle = colour
  pen.fillText(fitting(pen, text, most), x, y)
}

/** On one line, or on two closer ones around it. */
export function writeName(pen: Pen, name: string, style: Style): void {
  pen.font = font(style.px, style.bold)
  const letters = [...name]
  const over = letters.findIndex((_, at) => pen.measureText(letters.slice(0, at + 1).join('')).width > style.most)
  if (over < 0) {
    write(pen, name, style)
    return
  }
  write(pen, letters.slice(0, over).join(''), { ...style, y: style.y - 26 })
  write(pen, letters.slice(over).join(''), { ...style, y: style.y + 22 })
}

function fitting(pen: Pen, text: string, most: number): string {
  if (pen.measureText(text).width <= most) return text
  const letters = [...text]
  while (letters.length > 1 && pen.measureText(`${letters.join('')}…`).width > most) letters.pop()
  return `${letters.join('')}…`
}

export interface Foot {
  readonly title: string
  readonly caption: string
  readonly colour: string
  readonly sign: Sign
  readonly invitation: string
}

/** What it is, and the way into the app: its name, and the code with what to do with it. */
export function drawFoot(pen: Pen, { title, caption, colour, sign, invitation }: Foot): void {
  const most = code.x - edge - 24
  pen.fillStyle = colours.line
  pen.fillRect(edge, 864, size.width - 2 * edge, 2)
  write(pen, title, { x: edge, y: 972, px: 40, bold: true, colour: colours.ink, most })
  write(pen, caption, { x: edge, y: 1024, px: 30, colour: colours.second, most })
  write(pen, '家门口这点事', { x: edge, y: 1100, px: 26, bold: true, colour, most })
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
