import type { Language, Text } from './text.js'

/** Times are told by the clock on the wall in Sweden, whatever clock the server or the reader has. */
const timeZone = 'Europe/Stockholm'
const wallClock = new Intl.DateTimeFormat('sv-SE', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
const calendar = {
  sv: new Intl.DateTimeFormat('sv-SE', { timeZone, weekday: 'long', day: 'numeric', month: 'long' }),
  en: new Intl.DateTimeFormat('en-GB', { timeZone, weekday: 'long', day: 'numeric', month: 'long' }),
} as const satisfies Record<Language, Intl.DateTimeFormat>

/** A day of the calendar has no hour and no place. */
const days = {
  sv: new Intl.DateTimeFormat('sv-SE', { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' }),
  en: new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' }),
} as const satisfies Record<Language, Intl.DateTimeFormat>

/** Sweden writes its days as ISO 8601 does. */
const isoDay = new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })

/** `kl. 14.32` */
export function clockOf(text: Text, at: Date): string {
  const [hours = '', minutes = ''] = wallClock.format(at).split(':')
  return text.common.clock(hours, minutes)
}

/** `fredag 3 april` */
export function dayOf(language: Language, at: Date): string {
  return calendar[language].format(at)
}

/** `1 december 2026`, of a day as `2026-12-01`. */
export function dateOf(language: Language, day: string): string {
  return days[language].format(new Date(`${day}T00:00:00Z`))
}

/** `2026-12-01`: the day it was in Sweden. */
export function stockholmDayOf(at: Date): string {
  return isoDay.format(at)
}

/** True of `2026-02-28` and never of `2026-02-30`. Reads no clock. */
export function isDay(written: string): boolean {
  const at = new Date(`${written}T00:00:00Z`)
  return /^\d{4}-\d{2}-\d{2}$/.test(written) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(written)
}

/** A moment as a letter in the queue holds it. Reads no clock. */
export function readMoment(written: string): Date {
  return new Date(written)
}
