import { isDay } from '../text/moment.js'
import { plainCharacters, withPlainHyphens } from './characters.js'

/** A day as a browser's date field sends it, `2026-12-01`, or as it is typed where there is none; a day there is. */
export function readDay(typed: string): string | undefined {
  const plain = withPlainHyphens(plainCharacters(typed)).trim()
  const parts = /^(\d{4})(?:[-./ ](\d{1,2})[-./ ](\d{1,2})|(\d{2})(\d{2}))$/.exec(plain)
  if (parts === null) return undefined
  const [, year = '', month = parts[4] ?? '', day = parts[5] ?? ''] = parts
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDay(date) ? date : undefined
}

/** A day that something here can begin or end on: in this century. */
export function readDayOfThisCentury(typed: string): string | undefined {
  const day = readDay(typed)
  return day?.startsWith('20') ? day : undefined
}
