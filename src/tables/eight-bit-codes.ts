/** What a text may be written in that is no Unicode: one byte a character, of which the upper half differs. */
export type EightBitCode = 'windows-1252' | 'macintosh' | 'ms-dos'

/** Node decodes the bytes 80 to 9F of Windows-1252 as controls, and knows no code page 850. */
const upperHalves: Readonly<Record<EightBitCode, string>> = {
  'windows-1252':
    '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ\u00A0¡¢£¤¥¦§¨©ª«¬\u00AD®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ',
  macintosh:
    'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u00A0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uF8FFÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ',
  'ms-dos':
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00AD±‗¾¶§÷¸°¨·¹³²■\u00A0',
}

export function inEightBits(bytes: Uint8Array, code: EightBitCode): string {
  const upper = upperHalves[code]
  return Buffer.from(bytes)
    .toString('latin1')
    .replaceAll(/[\u0080-\u00FF]/g, (byte) => upper.charAt((byte.codePointAt(0) ?? 0) - 0x80))
}

/**
 * The code in which the bytes give the likeliest words; Windows-1252 unless another is better. Where the letters decide
 * nothing between the other two, it is either.
 */
export function likelyCodeOf(bytes: Uint8Array): EightBitCode | 'macintosh-or-ms-dos' {
  const [windows, macintosh, dos] = (['windows-1252', 'macintosh', 'ms-dos'] as const).map((code) =>
    likenessOf(inEightBits(bytes, code)),
  ) as [number, number, number]
  if (windows >= Math.max(macintosh, dos)) return 'windows-1252'
  if (macintosh === dos) return 'macintosh-or-ms-dos'
  return macintosh > dos ? 'macintosh' : 'ms-dos'
}

/** How much a text is like a list of Swedish people: each character beyond ASCII is judged by those beside it. */
const likenessOf = (text: string): number => {
  let [likeness, judged] = [0, 0]
  // oxlint-disable-next-line no-control-regex -- all that is no ASCII
  for (const { 0: character, index } of text.matchAll(/[^\0-\u007F]/g)) {
    judged += 1
    if (judged > judgedAtMost) break
    const [before, previous] = [text.charAt(index - 2), text.charAt(index - 1)]
    likeness += likenessOfOne(character, { before, previous, next: text.charAt(index + 1) })
  }
  return likeness
}

/** As many as tell one code from another, in any list. */
const judgedAtMost = 20_000

interface Beside {
  /** The one before the previous. */
  readonly before: string
  readonly previous: string
  readonly next: string
}

const likenessOfOne = (character: string, beside: Beside): number => {
  if (/[\p{Cc}\p{Co}\u2500-\u25FF]/u.test(character)) return -10
  if (!/\p{L}/u.test(character)) return likenessOfSign(character, beside)
  if (isStrangeCase(character, beside) || /\d/.test(beside.previous + beside.next)) return -10
  const isLower = /\p{Ll}/u.test(character)
  const isInitial = !/\p{L}/u.test(beside.previous)
  if (isInitial && !/\p{L}/u.test(beside.next)) return 0
  const weight = weightOf(character, beside)
  // Most words of a list are names.
  return isLower && isInitial ? weight / 2 : weight
}

/** How usual a letter is. One that stands where a vowel stands already is more likely a consonant of another code. */
const weightOf = (letter: string, { previous, next }: Beside): number => {
  const isBesideVowel = /[aeiouy]/i.test(previous + next)
  if (/[åäö]/i.test(letter)) return isBesideVowel ? 2 : 10
  if (/[éü]/i.test(letter)) return 5
  if (/[ñçëïšžœ]/i.test(letter)) return 3
  if (isBesideVowel) return 0
  return /[èàáíóøæ]/i.test(letter) ? 3 : 1
}

const isStrangeCase = (letter: string, { before, previous, next }: Beside): boolean => {
  const isUpper = /\p{Lu}/u
  const isLower = /\p{Ll}/u
  if (isUpper.test(letter)) return isLower.test(previous) || (isUpper.test(previous) && isLower.test(next))
  return isUpper.test(next) || (isUpper.test(previous) && isUpper.test(before))
}

/** An apostrophe stands between letters; dashes, quotation marks and spaces beside them; hardly any other sign. */
const likenessOfSign = (sign: string, { previous, next }: Beside): number => {
  const isWithin = /\p{L}/u.test(previous) && /\p{L}/u.test(next)
  if (/[’´]/.test(sign)) return isWithin ? 3 : 0
  if (/[\u00A0\u00AD–—]/.test(sign)) return 1
  return isWithin ? -6 : 0
}
