import fc from 'fast-check'
import writeWorkbook from 'write-excel-file/node'
import { Refusal } from '../../server/errors'
import { readMenuFile } from '../../server/services/canteen/menu-file'
import { zipStored } from '../../server/shared/table-zip'
import { deflated, header, headerRow, refusalOf, sheet, tooLarge, unreadable } from '../helpers/menu-files'

test.each([
  ['a zip that is no workbook', zipStored(new Map([['readme.txt', Buffer.from('hello')]]))],
  ['a zip of nothing', zipStored(new Map())],
  ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
  ['a header of a zip alone', Buffer.from('PK\x03\x04')],
  ['noise', Buffer.from(Array.from({ length: 5000 }, (_, at) => (at * 7919) % 256))],
])('when it is %s, then it is unreadable', async (_, file) => {
  expect(await refusalOf(file)).toMatch(unreadable)
})

const nothing = '\n'.repeat(30 * 1024 * 1024)
test.each([
  ['says that it unpacks to 30 MB', () => deflated({ 'xl/media/a.xml': nothing })],
  ['says that what is read of it has 9 MB', () => deflated({ 'xl/styles.xml': nothing.slice(0, 9 * 1024 * 1024) })],
  ['has 201 parts', () => zipStored(new Map(Array.from({ length: 201 }, (_, at) => [`${at}.xml`, Buffer.alloc(0)])))],
])('when a zip %s, then it is too large', async (_, file) => {
  expect(await refusalOf(file())).toMatch(tooLarge)
})

test('when the directory of a zip lies about 30 MB, then no more is unpacked than it says', async () => {
  const bomb = deflated({ 'xl/workbook.xml': nothing }, 100)
  expect(bomb.length).toBeLessThan(40_000)
  expect(await refusalOf(bomb)).toMatch(unreadable)
  expect(await refusalOf(deflated({ 'xl/workbook.xml': '<a/>' }, 8_000_000))).toMatch(unreadable)
})

test('when a sheet that is written by hand is harmless, then it is read', async () => {
  expect(await readMenuFile(sheet(`${headerRow}<row r="5"><c r="A5" t="str"><v>x</v></c><c r="XFD5" s="0"/></row>`))).toEqual([
    { line: 5, date: 'x', sitting: '', dishId: '', quota: '', priceFen: null },
  ])
})

test.each([
  ['a row far below', '<row r="999999999"><c r="A1"><v>1</v></c></row>'],
  ['a row in another notation', '<row r="1e9"><c r="A1"><v>1</v></c></row>'],
  ['a row under another name', '<x:row y:r="10000"><c r="A1"><v>1</v></c></x:row>'],
  ['a cell far below', '<row><c r="A999999999"><v>1</v></c></row>'],
  ['an empty cell far below', '<row><c r="A999999999"/></row>'],
  ['a cell far to the right', '<row r="1"><c r="ZZZZZZ1"><v>1</v></c></row>'],
  ['rows without end', '<row/>'.repeat(100_000)],
])('when a sheet has %s, then it is too large', async (_, rows) => {
  expect(await refusalOf(sheet(rows))).toMatch(/^413 canteen-file-too-large 表格最多 9999 行、702 列/)
})

test.each([
  ['a comment of 7 MB', `<!-- ${'<a '.repeat(2_400_000)}-->`],
  ['a text of 7 MB', `<row r="1"><c r="A1" t="str"><v>${'x'.repeat(7_000_000)}</v></c></row>`],
  ['an attribute of 7 MB', `<row r="1" a="${'<'.repeat(7_000_000)}"/>`],
  ['a tag of 140,000 blanks', `<row r="2"${' '.repeat(140_000)}></row>`],
  ['a million tags in each other', '<a>'.repeat(1_000_000)],
  ['a row whose address hides', `<row a='"' r='999999999'><c r="A1"><v>1</v></c></row>`],
  ['an address written as numbers of characters', '<row r="1"/>'.replace('1', '&#57;&#57;'), tooLarge],
  ['CDATA', '<row r="1"><c r="A1" t="str"><v><![CDATA[x]]></v></c></row>'],
  ['text that is nowhere', '<row r="1"><c r="A1" t="s"><v>7</v></c></row>'],
  ['a cell without address', '<row r="1"><c><v>7</v></c></row>'],
])('when a sheet has %s, then it is refused at once', async (_, rows, refusal = unreadable) => {
  expect(await refusalOf(sheet(rows))).toMatch(refusal)
})

test('when the format of a number is long, then it is refused at once', async () => {
  const styles = `<styleSheet><numFmts><numFmt numFmtId="200" formatCode="${'[a'.repeat(140_000)}"/></numFmts></styleSheet>`
  expect(await refusalOf(sheet(headerRow, { 'xl/styles.xml': styles }))).toMatch(unreadable)
})

test('when a file is any bytes at all, then there are rows or a refusal', async () => {
  const starts = ['', 'PK\x03\x04', '\ufeff', `${header}\n`, `${header}\n"`].map((start) => Buffer.from(start))
  const bytes = fc.tuple(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 500 }))
  await fc.assert(
    fc.asyncProperty(bytes, async ([start, rest]) => expectRowsOrRefusal(Buffer.concat([start, rest]))),
    { numRuns: 300 },
  )
})

test('when some bytes of a workbook are changed, then there are rows or a refusal', async () => {
  const file = await writeWorkbook([header.split(','), ['2026-11-23', 'lunch', 'D001', '60']]).toBuffer()
  const change = fc.tuple(fc.nat(file.length - 1), fc.nat(255))
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), async (changes) => {
      const changed = Buffer.from(file)
      for (const [at, byte] of changes) changed[at] = byte
      await expectRowsOrRefusal(changed)
    }),
    { numRuns: 300 },
  )
})

test('when a sheet is any XML or none, then there are rows or a refusal', async () => {
  const tags = [
    '<row r="2">',
    '<row>',
    '</row>',
    '<c r="A2" t="s">',
    '<c r="B2" s="9">',
    '<c r="C3">',
    '<c>',
    '</c>',
    '<v>',
    '</v>',
    '<is>',
  ]
  const more = [
    '<t>',
    '</t>',
    '</is>',
    '<c r="D2" t="inlineStr">',
    '<c r="D9" t="d">',
    '<c r="Z9999" t="?"/>',
    '</sheetData>',
    '<dimension>',
  ]
  const piece = fc.oneof(fc.constantFrom(...tags, ...more), fc.constantFrom('1', '-1', '1e999', '46349', '&#0;', '_x0000_', '<', '>', '"'))
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 12 }), async (pieces) => expectRowsOrRefusal(sheet(headerRow + pieces.join('')))),
    { numRuns: 300 },
  )
})

async function expectRowsOrRefusal(bytes: Buffer): Promise<void> {
  const outcome = await readMenuFile(bytes).catch((error) => error)
  if (!Array.isArray(outcome)) expect(outcome).toBeInstanceOf(Refusal)
}
