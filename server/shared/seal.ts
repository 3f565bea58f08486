import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/** Encrypts personal data at rest. */
export interface Sealer {
  seal(text: string): string
  /** Throws when the text was not sealed with this key, or was changed. */
  open(sealed: string): string
}

/** AES-256-GCM; the sealed text is `1.` + base64url of nonce, tag and ciphertext. */
export function createSealer(key: Buffer): Sealer {
  return {
    seal(text) {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', key, nonce)
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return `1.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')}`
    },
    open(sealed) {
      const bytes = Buffer.from(sealed.slice(2), 'base64url')
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12))
      decipher.setAuthTag(bytes.subarray(12, 28))
      return decipher.update(bytes.subarray(28), undefined, 'utf8') + decipher.final('utf8')
    },
  }
}

/** 13812341234 -> 138****1234; a shorter number shows less of itself. */
export const maskPhone = (phone: string): string =>
  phone.length >= 10 ? `${phone.slice(0, 3)}****${phone.slice(-4)}` : `****${phone.slice(-2)}`
/** 602 -> 6** */
export const maskRoom = (room: string): string => `${[...room][0]}**`
