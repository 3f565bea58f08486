import { createCipheriv, createDecipheriv } from 'node:crypto'
import { validate } from 'uuid'
import type { RankedKind } from '../../../contract/board'

/** What a unit is called on the wire: its code; of a person something that tells nobody who it is. */
export interface UnitCodes {
  outward(kind: RankedKind | null, unitCode: string): string
  /** Undefined when no unit can be called so. */
  inward(kind: RankedKind | null, outward: string): string | undefined
}

const hex = /^[0-9a-f]{32}$/
const dashed = (digits: string) => digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')

/**
 * A person's id is one block of AES: encrypted on its own it is as good as a random number, always the same one, and only we can turn it
 * back.
 */
export function createUnitCodes(key: Buffer): UnitCodes {
  const seal = (id: string) => {
    const cipher = createCipheriv('aes-256-ecb', key, null).setAutoPadding(false)
    return Buffer.concat([cipher.update(id.replaceAll('-', ''), 'hex'), cipher.final()]).toString('hex')
  }
  const open = (sealed: string) => {
    const decipher = createDecipheriv('aes-256-ecb', key, null).setAutoPadding(false)
    const id = dashed(Buffer.concat([decipher.update(sealed, 'hex'), decipher.final()]).toString('hex'))
    return validate(id) ? id : undefined
  }
  return {
    outward: (kind, unitCode) => (kind === 'person' ? seal(unitCode) : unitCode),
    inward: (kind, outward) => (kind === 'person' ? (hex.test(outward) ? open(outward) : undefined) : outward),
  }
}
