/** The forms of a password in which weak ones are recognised. They are never stored and never hashed. */

/** NFKC without case: what is the same word is the same text. */
export function folded(text: string): string {
  return text.normalize('NFKC').toUpperCase().toLowerCase().normalize('NFKC')
}

export function lettersAndDigits(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N}]/gu, '')
}

/** What a password is counted in. */
export function codePoints(text: string): string[] {
  return Array.from(text)
}

/** P@ssw0rd is password. */
export function unleeted(text: string): string {
  return codePoints(text)
    .map((character) => leet[character] ?? character)
    .join('')
}

const leet: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
  '9': 'g',
  '@': 'a',
  $: 's',
  '!': 'i',
  '|': 'l',
  '€': 'e',
  '+': 't',
}

/** The shortest piece that the text repeats from beginning to end: `sommarsommar` is `sommar`. */
export function unrepeated(text: string): string {
  const again = `${text}${text}`.indexOf(text, 1)
  return again > 0 && again < text.length ? text.slice(0, again) : text
}

/** Without stretches of four or more keys that lie side by side, on a Swedish or an American keyboard. */
export function withoutWalks(text: string): string {
  return withoutStretches(text, 4, (before, after) => keyboards.some((keyboard) => isBeside(keyboard, before, after)))
}

/** Without stretches of four or more letters or digits in their order, forwards or backwards. */
export function withoutRuns(text: string): string {
  const isNext = (before: string, after: string) => orders.some((order) => order.includes(`${before}${after}`))
  return withoutStretches(text, 4, isNext)
}

const withoutStretches = (text: string, least: number, isLinked: (before: string, after: string) => boolean) => {
  const kept: string[] = []
  let stretch: string[] = []
  const close = () => {
    if (stretch.length < least) kept.push(...stretch)
    stretch = []
  }
  for (const character of text) {
    const last = stretch.at(-1)
    if (last !== undefined && !isLinked(last, character)) close()
    stretch.push(character)
  }
  close()
  return kept.join('')
}

const alphabet = 'abcdefghijklmnopqrstuvwxyzåäö'
const orders = [alphabet, '01234567890'].flatMap((order) => [order, codePoints(order).toReversed().join('')])

/** Each row half a key to the right of the one above it. */
const keyboards = [
  ['1234567890+', 'qwertyuiopå', 'asdfghjklöä', '<zxcvbnm,.-'],
  ['1234567890-=', 'qwertyuiop[]', "asdfghjkl;'", 'zxcvbnm,./'],
].map((rows) => {
  const places = new Map<string, readonly [row: number, column: number]>()
  for (const [row, keys] of rows.entries()) {
    // The lowest row of the Swedish keyboard has one key more on its left.
    const shift = keys.startsWith('<') ? row / 2 - 1 : row / 2
    for (const [column, key] of codePoints(keys).entries()) places.set(key, [row, column + shift])
  }
  return places
})

const isBeside = (keyboard: (typeof keyboards)[number], before: string, after: string): boolean => {
  const from = keyboard.get(before)
  const to = keyboard.get(after)
  if (from === undefined || to === undefined || before === after) return false
  return Math.abs(from[0] - to[0]) <= 1 && Math.abs(from[1] - to[1]) <= 1
}
