import qrcode from 'qrcode-generator'

/** Pixels a side of one square of the code: sharp on a screen of three pixels a point. */
const sharp = 8

function codeOf(text: string) {
  const code = qrcode(0, 'M')
  code.addData(text)
  code.make()
  return code
}

/** A code for the scanner as a picture, with the quiet border that scanners want. Fewer pixels a square are drawn sooner, and enlarged by the screen. */
export const qrPicture = (text: string, square = sharp): string => codeOf(text).createDataURL(square, square * 4)

/** The same code row by row, true where it is dark, for who draws it; the border is theirs. */
export function qrSquares(text: string): boolean[][] {
  const code = codeOf(text)
  const places = Array.from({ length: code.getModuleCount() }, (_, at) => at)
  return places.map((row) => places.map((column) => code.isDark(row, column)))
}
