import { withoutSpaces } from '../values/characters.js'

/** The beginning of a number, as it is searched for: the first digits, with the century or without it. */
export interface NumberQuery {
  readonly digits: string
  /** A plus stood between the day and the last digits. */
  readonly isOverHundred: boolean
}

/** Any written form and any beginning of it: ten or twelve digits, with hyphen, plus or spaces, or without. */
export function parseNumberQuery(typed: string): NumberQuery | undefined {
  const parts = /^(\d{1,8})([-+]?)(\d{0,4})$/.exec(withoutSpaces(typed))
  if (parts === null) return undefined
  const [, birth = '', sign = '', rest = ''] = parts
  if (sign !== '' && birth.length !== 6 && birth.length !== 8) return undefined
  return { digits: `${birth}${rest}`, isOverHundred: sign === '+' && birth.length === 6 }
}

/** Whether what is typed may be somebody's number, or most of one: it is sent in a form and stands in no address. */
export function hasNumberIn(words: string): boolean {
  return /\d{6}/.test(withoutSpaces(words).replaceAll(/[-+]/g, ''))
}
