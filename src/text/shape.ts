import type { sv } from './sv.js'

/** The shape of all words: what the Swedish has, every language has, or it does not compile. */
export type Text = Worded<typeof sv>

type Worded<T> = T extends string
  ? string
  : T extends (...given: infer Given) => unknown
    ? (...given: Given) => string
    : { readonly [Key in keyof T]: Worded<T[Key]> }
