import type { VNode } from 'preact'
import type { EventShown } from '../../../src/officers/accounts/history/history.js'

/** What happened and when, the latest first. */
export const Events = ({ events, none }: { readonly events: readonly EventShown[]; readonly none: string }): VNode => {
  if (events.length === 0) return <p>{none}</p>
  return (
    <ol class="history">
      {events.map(({ seq, when, dateTime, sentence, where }) => (
        <li key={seq}>
          <span class="history__what">{sentence}</span>
          <span class="history__when">
            <time dateTime={dateTime}>{when}</time>
            {where !== '' && `, ${where}`}
          </span>
        </li>
      ))}
    </ol>
  )
}
