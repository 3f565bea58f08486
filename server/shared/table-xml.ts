import { tooLarge } from './table-bounds'

/** A cell has at most 32,767 characters, some of them written as &#12345; */
const longest = 300_000
/** The tag of a workbook's root names all its notations; no other is near as long. */
const longestTag = 4000
/** Excel takes 255 characters, some of them written as &quot; */
const longestFormat = 1000
const strictTag = /^[\w:.-]+(?:\s+[\w:.-]+="[^"]*")*\s*\/?$/
const address = /[\s:]r="([^"]*)"/g

/**
 * Lets through only XML that the reader of workbooks can take: it makes every row and column up to the address of a cell, wherever that
 * is, and its time grows with the square of the rows, of the longest tag, text or comment, and of the format of a number. Throws a TableFault
 * (too-large) when the sheet is too long or too wide, and some other error when the XML is none that a program for tables writes.
 */
export function checkXml(xml: string, mostLines: number): void {
  const first = xml.indexOf('<')
  if (first < 0 || first > 10) throw new Error('the XML does not begin with a tag')
  let rows = 0
  for (const tag of tagsOf(xml, first)) {
    const [, name] = /^(?:[^:\s]*:)?(row|c|numFmt)(?![\w:.-])/.exec(tag) ?? []
    if (name === 'row') rows += 1
    if (name === 'row' || name === 'c') checkAddress(tag, mostLines)
    if (name === 'numFmt' && tag.length > longestFormat) throw new Error('the format of a number is too long')
    if (rows > mostLines) throw tooSpread(mostLines)
  }
}

/** What stands between < and >. Throws when that is not how all of the XML is made. */
function* tagsOf(xml: string, first: number): Generator<string> {
  let next: number
  for (let at = first; at < xml.length; at = next) {
    const after = xml.indexOf('<', at + 1)
    next = after < 0 ? xml.length : after
    const close = xml.indexOf('>', at)
    if (close < 0 || close > next || close - at > longestTag || next - at > longest) throw new Error(`the XML is broken at ${at}`)
    const isComment = xml[at + 1] === '!' || (xml[at + 1] === '?' && at !== first)
    if (isComment) throw new Error(`the XML has a comment or a declaration at ${at}`)
    yield xml.slice(at + 1, close)
  }
}

/** 12, AB12; where a cell is empty and only has a border, any column that there is. */
function checkAddress(tag: string, mostLines: number): void {
  if (!strictTag.test(tag)) throw new Error('the XML of a cell is broken')
  const place = tag.endsWith('/') ? /^[A-Z]{0,3}(\d{1,7})$/ : /^[A-Z]{0,2}(\d{1,7})$/
  for (const [, name = ''] of tag.matchAll(address)) if (!(Number(place.exec(name)?.[1]) <= mostLines)) throw tooSpread(mostLines)
}

const tooSpread = (mostLines: number) => tooLarge(`表格最多 ${mostLines} 行、702 列，请把要导入的内容复制到一个新的表格里再上传。`)
