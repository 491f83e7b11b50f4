import { dateOf } from '../../text/moment.js'
import type { Language, Text } from '../../text/text.js'

export interface Day {
  readonly day: string
  readonly count: number
}

export interface ChartWords {
  readonly title: string
  /** The whole chart in a sentence, for who does not see it. */
  readonly summary: string
  readonly days: readonly {
    readonly day: string
    readonly words: string
    readonly count: number
    readonly figures: string
  }[]
}

/** A count of each day as a chart in words: what it is today, and what it was at the most. */
export function chartOf(
  { text, language }: { readonly text: Text; readonly language: Language },
  title: string,
  days: readonly Day[],
): ChartWords {
  const { start: words } = text.officers
  const format = new Intl.NumberFormat(language === 'sv' ? 'sv-SE' : 'en-GB')
  const most = days.reduce<Day | undefined>(
    (top, one) => (top === undefined || one.count > top.count ? one : top),
    undefined,
  )
  const today = format.format(days.at(-1)?.count ?? 0)
  const summary =
    most === undefined || most.count === 0
      ? words.chartNothing
      : words.chart(today, format.format(most.count), dateOf(language, most.day))
  return {
    title,
    summary,
    days: days.map(({ day, count }) => ({ day, words: dateOf(language, day), count, figures: format.format(count) })),
  }
}
