import { en } from './en.js'
import type { Text } from './shape.js'
import { sv } from './sv.js'

export type { Text } from './shape.js'

export const languages = ['sv', 'en'] as const
export type Language = (typeof languages)[number]

export function textIn(language: Language): Text {
  return language === 'en' ? en : sv
}
