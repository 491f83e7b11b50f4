import type { VNode } from 'preact'
import type { Text } from '../../src/text/text.js'
import { Link, type Path } from './link.js'

export interface EventShown {
  readonly seq: string
  /** The day and the time, in words and for machines. */
  readonly when: string
  readonly dateTime: string
  readonly sentence: string
  /** Where, when the reader administers more than one. */
  readonly where: string | undefined
}

export interface HistoryListProps {
  readonly text: Text
  readonly events: readonly EventShown[]
  /** Where older ones are shown, and the newest. */
  readonly older: Path | undefined
  readonly newest: Path | undefined
}

/** What was done and when, the latest first. */
export const HistoryList = ({ text, events, older, newest }: HistoryListProps): VNode => {
  const { history: words } = text.administration
  return (
    <>
      {events.length === 0 && <p>{words.none}</p>}
      {events.length > 0 && (
        <ol class="history">
          {events.map(({ seq, when, dateTime, sentence, where }) => (
            <li key={seq}>
              <span class="history__what">{sentence}</span>
              <span class="history__when">
                <time dateTime={dateTime}>{when}</time>
                {where && `, ${where}`}
              </span>
            </li>
          ))}
        </ol>
      )}
      {(older ?? newest) && (
        <p class="history__more">
          {newest && <Link to={newest}>{words.newest}</Link>} {older && <Link to={older}>{words.older}</Link>}
        </p>
      )}
    </>
  )
}
