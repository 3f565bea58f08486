import { inflateRawSync } from 'node:zlib'
import { type TableBounds, tooLarge } from './table-bounds'

const mostEntries = 200

const signatures = { local: 0x04034b50, entry: 0x02014b50, end: 0x06054b50 }
const stored = 0
const deflated = 8

interface Entry {
  readonly name: string
  readonly method: number
  readonly packed: number
  readonly size: number
  readonly at: number
  readonly next: number
}

/**
 * The parts of a zip archive whose names the pattern takes, unpacked. Throws a TableFault (too-large) when the archive says that it holds more
 * than 200 parts or so many bytes, of all or of what is wanted, and some other error when it is broken or holds more than it says.
 */
export function unzip(bytes: Buffer, wanted: RegExp, most: TableBounds['workbook']): Map<string, Buffer> {
  const all = entriesOf(bytes)
  const entries = all.filter(({ name }) => wanted.test(name))
  if (sizeOf(all) > most.unpacked || sizeOf(entries) > most.wanted) throw tooLarge()
  return new Map(entries.map((entry) => [entry.name, contentOf(bytes, entry)]))
}

const sizeOf = (entries: readonly Entry[]) => entries.reduce((sum, { size }) => sum + size, 0)

/** What the directory at the end of the archive lists. */
function entriesOf(bytes: Buffer): Entry[] {
  const end = bytes.lastIndexOf(uint32(signatures.end))
  if (end < 0) throw new Error('the archive has no end')
  const count = bytes.readUInt16LE(end + 10)
  if (count > mostEntries) throw tooLarge()
  const entries: Entry[] = []
  for (let at = bytes.readUInt32LE(end + 16); entries.length < count; at = (entries.at(-1) as Entry).next) entries.push(entryAt(bytes, at))
  return entries
}

function entryAt(bytes: Buffer, at: number): Entry {
  expectSignature(bytes, at, signatures.entry)
  const nameEnd = at + 46 + bytes.readUInt16LE(at + 28)
  return {
    name: bytes.toString('utf8', at + 46, nameEnd),
    method: bytes.readUInt16LE(at + 10),
    packed: bytes.readUInt32LE(at + 20),
    size: bytes.readUInt32LE(at + 24),
    at: bytes.readUInt32LE(at + 42),
    next: nameEnd + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32),
  }
}

function contentOf(bytes: Buffer, { name, method, packed, size, at }: Entry): Buffer {
  expectSignature(bytes, at, signatures.local)
  const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)
  const data = bytes.subarray(start, start + packed)
  // Zlib takes no limit of nothing.
  const content = method === deflated ? inflateRawSync(data, { maxOutputLength: size || 1 }) : data
  if ((method !== deflated && method !== stored) || content.length !== size) throw new Error(`${name} is not what the directory says`)
  return content
}

function expectSignature(bytes: Buffer, at: number, signature: number): void {
  if (bytes.readUInt32LE(at) !== signature) throw new Error(`no part of a zip archive begins at ${at}`)
}

/** An archive of the parts as they are, not packed. It has no checksums: its one reader looks at none. */
export function zipStored(parts: ReadonlyMap<string, Buffer>): Buffer {
  const contents: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const [name, content] of parts) {
    const label = Buffer.from(name)
    const facts = Buffer.concat([uint16(20, 0x800, stored, 0, 0), uint32(0, content.length, content.length), uint16(label.length, 0)])
    const local = Buffer.concat([uint32(signatures.local), facts, label, content])
    contents.push(local)
    directory.push(uint32(signatures.entry), uint16(20), facts, uint16(0, 0, 0, 0, 0), uint32(at), label)
    at += local.length
  }
  const list = Buffer.concat(directory)
  const counts = uint16(0, 0, parts.size, parts.size)
  return Buffer.concat([...contents, list, uint32(signatures.end), counts, uint32(list.length, at), uint16(0)])
}

const uint16 = (...values: number[]) => Buffer.from(Uint16Array.from(values).buffer)
const uint32 = (...values: number[]) => Buffer.from(Uint32Array.from(values).buffer)
