/** A file that may be read more than once, in memory or on the disk. */
export interface TableSource {
  readonly size: number
  chunks(): AsyncIterable<Uint8Array>
  /** All of it, in memory. */
  whole(): Promise<Buffer>
}

/** So much is read at a time. */
export const chunkBytes = 64 * 1024

/** A file that is in memory already. */
export function inMemory(bytes: Buffer): TableSource {
  return {
    size: bytes.length,
    async *chunks() {
      for (let at = 0; at < bytes.length; at += chunkBytes) yield bytes.subarray(at, at + chunkBytes)
    },
    whole: async () => bytes,
  }
}

/** The first bytes of a file. */
export async function headOf(source: TableSource): Promise<Buffer> {
  for await (const chunk of source.chunks()) return Buffer.from(chunk)
  return Buffer.alloc(0)
}
