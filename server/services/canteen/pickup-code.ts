import { createHmac, timingSafeEqual } from 'node:crypto'
import { parse, stringify } from 'uuid'

/** A scanned code changes so often, */
const slotMs = 30_000
/** and is good for so long after its time: the way from the phone's screen to the counter. Small on purpose: it adds to the slot. */
const marginMs = 5_000

/** The codes that phones show to the counter's scanner. */
export interface PickupSigner {
  /** The code of now, and in how many seconds there is another. */
  codeOf(orderId: string, now: Date): { qr: string; renewInSeconds: number }
  /** The order of a code that was read at the moment; what is wrong with it otherwise. */
  read(code: string, readAt: Date): { orderId: string } | 'forged' | 'old'
}

/** JM1.order.slot.signature: looks like nothing else that a scanner may read. */
const shape = /^JM1\.([A-Za-z0-9_-]{22})\.([0-9a-z]{1,9})\.[A-Za-z0-9_-]{22}$/

/** Only the server's clock counts, both when the code is made and when it is read. */
export function createPickupSigner(key: Buffer): PickupSigner {
  const write = (order: string, slot: number) => {
    const signature = createHmac('sha256', key).update(`${order} ${slot}`).digest().subarray(0, 16)
    return `JM1.${order}.${slot.toString(36)}.${signature.toString('base64url')}`
  }
  return {
    codeOf(orderId, now) {
      const slot = Math.floor(now.getTime() / slotMs)
      const left = (slot + 1) * slotMs - now.getTime()
      return { qr: write(Buffer.from(parse(orderId)).toString('base64url'), slot), renewInSeconds: Math.ceil(left / 1000) }
    },
    read(code, readAt) {
      const [, order, slotText = ''] = shape.exec(code) ?? []
      if (!order) return 'forged'
      const slot = Number.parseInt(slotText, 36)
      // The whole text is compared: other ways to spell the same bytes are no codes of ours.
      const [given, right] = [Buffer.from(code), Buffer.from(write(order, slot))]
      if (given.length !== right.length || !timingSafeEqual(given, right)) return 'forged'
      const age = readAt.getTime() - slot * slotMs
      if (age < 0 || age >= slotMs + marginMs) return 'old'
      return { orderId: stringify(Buffer.from(order, 'base64url')) }
    },
  }
}
