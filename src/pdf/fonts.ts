import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { create, type Font } from 'fontkit'

export type Weight = 'regular' | 'bold'

/** Source Sans 3 (SIL Open Font License), whole: it has every letter that a name in the Latin alphabet is written with. */
const files = {
  regular: '@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf',
  bold: '@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf',
} as const satisfies Record<Weight, string>

const { resolve } = createRequire(import.meta.url)
const read = new Map<Weight, Buffer>()

/** Read once, when the first paper is drawn. */
export function fontOf(weight: Weight): Buffer {
  const known = read.get(weight) ?? readFileSync(resolve(files[weight]))
  read.set(weight, known)
  return known
}

/** Whether a letter can carry it: both weights are asked, and each character once. */
export function canPrint(character: string): boolean {
  const known = printable.get(character)
  if (known !== undefined) return known
  const codePoint = character.codePointAt(0) ?? 0
  const can = (['regular', 'bold'] as const).every((weight) => openedFont(weight).hasGlyphForCodePoint(codePoint))
  printable.set(character, can)
  return can
}

const printable = new Map<string, boolean>()
const opened = new Map<Weight, Font>()

const openedFont = (weight: Weight): Font => {
  const font = opened.get(weight) ?? create(fontOf(weight))
  opened.set(weight, font)
  return font
}
