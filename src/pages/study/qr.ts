import qrcode from 'qrcode-generator'

/** Points a side of one square of the code: few, so that it is drawn at once; the screen enlarges it without blurring. */
const cell = 4

/** A code as a picture, with the quiet border that scanners want. */
export function qrPicture(text: string): string {
  const code = qrcode(0, 'M')
  code.addData(text)
  code.make()
  return code.createDataURL(cell, cell * 4)
}
