import { en } from './en.js'
import { sv } from './sv.js'

export const languages = ['sv', 'en'] as const
export type Language = (typeof languages)[number]

/** The shape of all words: what the Swedish has, every language has, or it does not compile. */
export type Text = Worded<typeof sv>

export function textIn(language: Language): Text {
  return language === 'en' ? en : sv
}

type Worded<T> = T extends string
  ? string
  : T extends (...given: infer Given) => unknown
    ? (...given: Given) => string
    : { readonly [Key in keyof T]: Worded<T[Key]> }
