import { apartWords, figureOf, medalOf, moveOf } from '@/lib/board-words'
import { colours } from '@/lib/colours'
import { begin, drawFoot, edge, font, type Paper, type Pen, type Sign, size, write, writeName } from '@/lib/pen'
import { periodText, shortPeriod } from '@/lib/periods'
import type { UnitPage } from '../../../../contract/board'
import { type ChartLine, fromTheFirst, pointsOf, rangeOf } from '../chart/line'
import { spotsOf, stretchesOf } from '../chart/picture'

const most = size.width - 2 * edge
const band = 250
const chart = { top: 560, height: 210, margin: 14 }

/** A unit's place as a picture: the board, the unit, its rank, its line, and the way into the app. */
export function draw(paper: Paper, page: UnitPage, sign: Sign): void {
  const pen = begin(paper)
  const { board, edition, unit } = page
  pen.fillStyle = colours.board
  pen.fillRect(0, 0, size.width, band)
  writeName(pen, board.name, { x: edge, y: 110, px: 42, bold: true, colour: colours.card, most })
  write(pen, periodText(edition.period), { x: edge, y: 196, px: 32, colour: colours.boardLight, most })
  writeName(pen, unit.name, { x: edge, y: 336, px: 40, bold: true, colour: colours.ink, most })
  drawRank(pen, page)
  drawLine(pen, page)
  drawFoot(pen, { title: '社区榜单', caption: '看看您那里排第几', colour: colours.board, sign, invitation: '扫一扫，看这个榜' })
}

function drawRank(pen: Pen, { unit, edition, board }: UnitPage): void {
  const facts = [medalOf(unit.rank), figureOf(unit, board), moveOf(unit)?.text].filter(Boolean).join(' · ')
  if (unit.standing !== 'ranked') {
    write(pen, apartWords[unit.standing], { x: edge, y: 480, px: 56, bold: true, colour: colours.board, most })
    return
  }
  const rank = `第 ${unit.rank} 名`
  write(pen, rank, { x: edge, y: 466, px: 84, bold: true, colour: colours.board, most })
  pen.font = font(84, true)
  const x = edge + pen.measureText(rank).width + 20
  write(pen, `共 ${edition.ranked} 个`, { x, y: 466, px: 30, colour: colours.second, most: size.width - edge - x })
  write(pen, facts, { x: edge, y: 520, px: 32, colour: colours.ink, most })
}

/** The ranks of the last periods; the better is above. */
function drawLine(pen: Pen, page: UnitPage): void {
  const [{ points }] = fromTheFirst([{ name: page.unit.name, points: pointsOf(page) }]) as [ChartLine]
  if (points.filter(({ rank }) => rank !== null).length < 2) return
  const range = rangeOf(points)
  const spots = spotsOf(points, range, { width: most - 90, height: chart.height, margin: chart.margin }).map(
    (spot) => spot && { x: spot.x + edge + 90, y: spot.y + chart.top },
  )
  for (const rank of [range.top, range.bottom]) {
    const y = chart.top + (rank === range.top ? chart.margin : chart.height - chart.margin)
    pen.fillStyle = colours.line
    pen.fillRect(edge + 90, y - 1, most - 90, 2)
    write(pen, `${rank} 名`, { x: edge, y: y + 9, px: 26, colour: colours.second, most: 86 })
  }
  pen.strokeStyle = colours.board
  pen.lineWidth = 6
  pen.lineCap = 'round'
  pen.lineJoin = 'round'
  for (const [first, ...rest] of stretchesOf(spots)) {
    pen.beginPath()
    if (first) pen.moveTo(first.x, first.y)
    for (const { x, y } of rest) pen.lineTo(x, y)
    pen.stroke()
  }
  pen.fillStyle = colours.board
  spots.forEach((spot, at) => {
    if (!spot) return
    pen.beginPath()
    pen.arc(spot.x, spot.y, at === spots.length - 1 ? 12 : 6, 0, 2 * Math.PI)
    pen.fill()
  })
  const last = points.at(-1)?.period ?? ''
  write(pen, shortPeriod(points[0]?.period ?? '', last), { x: edge + 90, y: 812, px: 26, colour: colours.second, most: 300 })
  pen.textAlign = 'right'
  write(pen, shortPeriod(last, last), { x: size.width - edge, y: 812, px: 26, colour: colours.second, most: 300 })
  pen.textAlign = 'left'
}
