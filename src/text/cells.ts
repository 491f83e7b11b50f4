/**
 * A cell that no program takes for anything but text (security.md R-76): without control characters, and with an
 * apostrophe before what begins a formula, in ordinary or full width.
 */
export function safeCell(text: string): string {
  const plain = text.replaceAll(/\p{Cc}+/gu, ' ').trim()
  return /^[=+\-@＝＋－＠]/u.test(plain) ? `'${plain}` : plain
}

/**
 * A file of cells (RFC 4180), every one in quotes. Between them stand semicolons, which Excel expects where the comma is
 * in decimals, as in Sweden; in front stands a byte order mark, without which it reads UTF-8 as something else.
 */
export function asCsv(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((row) => row.map((cell) => `"${safeCell(cell).replaceAll('"', '""')}"`).join(';'))
  return `\u{FEFF}${lines.map((line) => `${line}\r\n`).join('')}`
}
