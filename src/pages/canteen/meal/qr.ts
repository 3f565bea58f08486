import qrcode from 'qrcode-generator'

/** Points a side of one square of the code: sharp on a screen of three pixels a point. */
const cell = 8

/** A code for the scanner as a picture, with the quiet border that scanners want. */
export function qrPicture(text: string): string {
  const code = qrcode(0, 'M')
  code.addData(text)
  code.make()
  return code.createDataURL(cell, cell * 4)
}
