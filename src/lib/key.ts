/** A new Idempotency-Key: made once for each new thing, kept on every retry of it. */
export function newKey(): string {
  const random = () => Math.random().toString(36).slice(2, 12).padEnd(10, '0')
  return `${Date.now().toString(36)}-${random()}${random()}`
}

/** The key of one action that may have to be repeated: the same for the same input until `done`, a new one for another input. */
export class RepeatKey {
  private print = ''
  private key = ''

  of(input: unknown): string {
    const print = JSON.stringify(input)
    if (print !== this.print) {
      this.print = print
      this.key = newKey()
    }
    return this.key
  }

  done(): void {
    this.print = ''
  }
}
