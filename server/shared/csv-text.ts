/** A table as a CSV file that programs for tables read rightly: UTF-8 with a mark that says so, lines as RFC 4180 has them. */
export const csvText = (lines: readonly (readonly (string | number | null)[])[]): string =>
  `\ufeff${lines.map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`

/** Text that such a program would run as a formula gets an apostrophe before it; a number is a number, also below zero. */
function cell(value: string | number | null): string {
  const text = value === null ? '' : String(value)
  const isNumber = /^-?\d+(\.\d+)?$/.test(text)
  const harmless = !isNumber && /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
