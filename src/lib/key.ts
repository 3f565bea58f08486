/** A new Idempotency-Key: made once for each new thing, kept on every retry of it. */
export function newKey(): string {
  const random = () => Math.random().toString(36).slice(2, 12).padEnd(10, '0')
  return `${Date.now().toString(36)}-${random()}${random()}`
}
