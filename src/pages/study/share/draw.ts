import { colours } from '@/lib/colours'
import { begin, drawFoot, edge, font, type Paper, type Pen, type Sign, size, write, writeName } from '@/lib/pen'

export interface Facts {
  readonly nickname: string
  readonly siteName: string
  readonly figures: readonly { readonly name: string; readonly figure: string; readonly unit: string }[]
}
export interface Pictures {
  readonly site: CanvasImageSource | null
  readonly sign: Sign
  readonly invitation: string
}

const photo = { width: size.width, height: 562 }

/** My path as a picture: the place, my figures, who I am, and the way into the app. */
export function draw(paper: Paper, { nickname, siteName, figures }: Facts, { site, ...way }: Pictures): void {
  const pen = begin(paper)
  drawPhoto(pen, site)
  writeName(pen, siteName, { x: edge, y: photo.height + 88, px: 36, bold: true, colour: colours.ink, most: size.width - 2 * edge })
  drawFigures(pen, figures)
  drawFoot(pen, { title: nickname, caption: '我的学习足迹', colour: colours.study, ...way })
}

/** Cut to 4:3 from its middle; where the place has no picture, an evening sky in the colour of the service. */
function drawPhoto(pen: Pen, picture: CanvasImageSource | null): void {
  if (!picture) {
    const sky = pen.createLinearGradient(0, 0, photo.width, photo.height)
    sky.addColorStop(0, colours.study)
    sky.addColorStop(1, colours.studyLight)
    pen.fillStyle = sky
    pen.fillRect(0, 0, photo.width, photo.height)
    return
  }
  const { width, height } = picture as HTMLImageElement
  const part = Math.min(width / photo.width, height / photo.height)
  const [wide, high] = [photo.width * part, photo.height * part]
  pen.drawImage(picture, (width - wide) / 2, (height - high) / 2, wide, high, 0, 0, photo.width, photo.height)
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
}
