import { deflateRawSync } from 'node:zlib'
import { Refusal } from '../../server/errors'
import { type RawRow, readMenuFile } from '../../server/services/canteen/menu-file'
import { zipStored } from '../../server/shared/table-zip'

export const header = 'date,meal,dish_code,quota,price_fen'

/** A row as it is read, right in all but what is said. */
export const row = (line: number, more: Partial<RawRow> = {}): RawRow => ({
  ...{ line, date: '2026-11-23', sitting: 'lunch', dishId: 'D001', quota: '60', priceFen: null },
  ...more,
})

/** What a file is refused with. */
export async function refusalOf(bytes: Buffer): Promise<string> {
  const error = await readMenuFile(bytes).catch((error) => error)
  expect(error).toBeInstanceOf(Refusal)
  const { status, code, detail } = error as Refusal
  expect(detail).toMatch(/^[^\n]{5,60}。$/)
  return `${status} ${code} ${detail}`
}
export const unreadable = /^422 canteen-file-unreadable /
export const tooLarge = /^413 canteen-file-too-large /

/** Node reads GB18030 but does not write it. */
export function gb18030(text: string): Buffer {
  const decoder = new TextDecoder('gb18030')
  const bytesOf = new Map<string, number[]>()
  for (let high = 0xb0; high <= 0xf7; high += 1) {
    for (let low = 0xa1; low <= 0xfe; low += 1) bytesOf.set(decoder.decode(Uint8Array.of(high, low)), [high, low])
  }
  bytesOf.set('、', [0xa1, 0xa2]).set('（', [0xa3, 0xa8]).set('）', [0xa3, 0xa9])
  return Buffer.from([...text].flatMap((letter) => bytesOf.get(letter) ?? [letter.charCodeAt(0)]))
}

/** The header as a row of a workbook. */
export const headerRow = `<row r="1">${header
  .split(',')
  .map((name, at) => `<c r="${'ABCDE'[at]}1" t="inlineStr"><is><t>${name}</t></is></c>`)
  .join('')}</row>`

/** A workbook of as little as a reader needs, with these rows. */
export function sheet(rows: string, more: Record<string, string> = {}): Buffer {
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  return deflated({
    'xl/workbook.xml': `<?xml version="1.0"?><workbook xmlns:r="${office}"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/a.xml"/></Relationships>`,
    'xl/worksheets/a.xml': `<worksheet><dimension ref="A1"/><sheetData>${rows}</sheetData></worksheet>`,
    ...more,
  })
}

/** A zip archive of the parts; `size` is what it says that each of them unpacks to. */
export function deflated(parts: Record<string, string>, size?: number): Buffer {
  const packed = new Map(Object.entries(parts).map(([name, text]) => [name, deflateRawSync(text)]))
  const archive = zipStored(packed)
  let at = archive.readUInt32LE(archive.length - 6)
  for (const [name, text] of Object.entries(parts)) {
    archive.writeUInt16LE(8, at + 10)
    archive.writeUInt32LE(size ?? Buffer.byteLength(text), at + 24)
    at += 46 + name.length
  }
  return archive
}
