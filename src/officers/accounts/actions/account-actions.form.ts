/** A few sentences, on several lines if need be; undefined when there are none, too many, or signs that are not seen. */
export function readWords(typed: string): string | undefined {
  const words = typed.normalize('NFC').replaceAll('\r\n', '\n').trim()
  return words !== '' && words.length <= 500 && !/[\p{Cs}\p{Cn}\u{FFFD}]|(?!\n)\p{Cc}/u.test(words) ? words : undefined
}
