import { inEightBits, likelyCodeOf } from './eight-bit-codes.js'
import type { Unreadable } from './table.js'

export type DecodedText = { readonly kind: 'text'; readonly text: string } | Unreadable

/**
 * Decodes what programs write: UTF-8 with or without byte order marks, UTF-16 with a mark or recognisable without one
 * (Excel's “Unicode text”), and the Windows-1252 of an older “CSV”. The text of a Macintosh or of MS-DOS is recognised
 * by the words that it makes and refused by name, because a wrong guess changes people's names.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const text = inUnicode(bytes)
  if (text !== undefined) return withoutControls(text.replace(/^\uFEFF+/, ''))
  const code = likelyCodeOf(bytes)
  if (code === 'windows-1252') return withoutControls(inEightBits(bytes, code))
  return { kind: 'unreadable', why: code }
}

/** Undefined when the bytes are no Unicode. */
const inUnicode = (bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder(unicodeOf(bytes), { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}

const unicodeOf = (bytes: Uint8Array): string => {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return unmarkedUtf16(bytes) ?? 'utf-8'
}

/** The letters of a heading have a zero byte each in UTF-16, all on the same side. */
const unmarkedUtf16 = (bytes: Uint8Array): string | undefined => {
  const start = bytes.subarray(0, 512)
  const half = Math.floor(start.length / 2)
  const even = start.filter((byte, place) => byte === 0 && place % 2 === 0).length
  const odd = start.filter((byte, place) => byte === 0 && place % 2 === 1).length
  if (odd > half * 0.6 && even < half * 0.1) return 'utf-16le'
  return even > half * 0.6 && odd < half * 0.1 ? 'utf-16be' : undefined
}

/** No list has characters that steer a machine, nor those that Windows-1252 leaves unused. */
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const controls = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u0081\u008D\u008F\u0090\u009D]/g

/** More than these few are no slip in a text, but another kind of file. */
const slipsAtMost = 10

const withoutControls = (text: string): DecodedText => {
  const places = Array.from(text.matchAll(controls), ({ index }) => index)
  const [first] = places
  if (first === undefined) return { kind: 'text', text }
  if (places.length > slipsAtMost || places.length * 20 > text.length) return { kind: 'unreadable', why: 'no-list' }
  const row = text.slice(0, first).split(/\r\n|\r|\n/).length
  return { kind: 'unreadable', why: 'control-character', row }
}
