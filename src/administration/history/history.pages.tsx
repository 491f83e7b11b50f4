import { HistoryList } from '../../../views/parts/history-list.js'
import type { VNode } from 'preact'
import type { Path } from '../../../views/parts/link.js'
import { clockOf, dateOf, stockholmDayOf } from '../../text/moment.js'
import type { Ctx } from '../../web/context.js'
import type { History } from './history.js'
import { entryAsSentence } from './history.messages.js'

export interface HistoryShown {
  readonly history: History
  /** The page that it stands on: older events are at `?fore=` the last one. */
  readonly at: Path
  /** The reader administers several: each event tells where. */
  readonly tellsWhere: boolean
  readonly isFirstPage: boolean
}

/** The list as it is shown on a person's page, on an organisation's, and on pages of its own. */
export function historyList(ctx: Ctx, { history, at, tellsWhere, isFirstPage }: HistoryShown): VNode {
  const { text, language } = ctx.state
  return (
    <HistoryList
      text={text}
      events={history.entries.map((entry) => ({
        seq: entry.seq,
        when: `${dateOf(language, stockholmDayOf(entry.at))} ${clockOf(text, entry.at)}`,
        dateTime: entry.at.toISOString(),
        sentence: entryAsSentence(text, language, entry),
        where: tellsWhere ? entry.organisation : undefined,
      }))}
      older={history.older === undefined ? undefined : `${at}?fore=${history.older}`}
      newest={isFirstPage ? undefined : at}
    />
  )
}
