import type { VNode } from 'preact'
import type { Text } from '../../../src/text/text.js'
import { Button } from '../../parts/button.js'
import { Form } from '../../parts/form.js'
import { Link, type Path } from '../../parts/link.js'
import { LogSearchForm, type LogSearchFormProps } from './search-form.js'

export interface LineShown {
  readonly seq: string
  readonly to: Path
  /** The event's number in figures. */
  readonly number: string
  readonly when: string
  readonly dateTime: string
  readonly sentence: string
  readonly where: string | undefined
  readonly isRefused: boolean
}

export interface LogProps {
  readonly text: Text
  readonly formToken: string
  readonly search: Omit<LogSearchFormProps, 'text' | 'formToken'>
  readonly events: readonly LineShown[]
  readonly older: Path | undefined
  readonly newest: Path | undefined
  /** What the download asks for again. */
  readonly kept: Readonly<Record<string, string>>
  /** As many events as a file holds. */
  readonly limit: string
}

/** What was done, by whom, to whom and when, the latest first; and the search that finds it. */
export const Log = ({ text, formToken, search, events, older, newest, kept, limit }: LogProps): VNode => {
  const { log: words } = text.officers
  return (
    <div class="wide">
      <h1 class="heading">{words.title}</h1>
      <p class="preamble">{words.preamble}</p>
      <p class="history__more">
        <Link to="/handlaggning/logg/kedja">{words.toChain}</Link>{' '}
        <Link to="/handlaggning/gallring">{words.toDisposal}</Link>
      </p>
      <LogSearchForm text={text} formToken={formToken} {...search} />
      <section aria-labelledby="handelser">
        <h2 id="handelser">{words.found}</h2>
        {events.length === 0 && <p>{words.none}</p>}
        <ol class="history">
          {events.map((event) => (
            <Line key={event.seq} text={text} event={event} />
          ))}
        </ol>
        {(older ?? newest) && (
          <p class="history__more">
            {newest && <Link to={newest}>{words.newest}</Link>} {older && <Link to={older}>{words.older}</Link>}
          </p>
        )}
      </section>
      {events.length > 0 && (
        <section class="card" aria-labelledby="ladda-ner">
          <h2 id="ladda-ner">{words.download}</h2>
          <p>{words.downloadWords(limit)}</p>
          <Form to="/handlaggning/logg/fil" formToken={formToken} kept={kept}>
            <div class="ways">
              <Button label={words.asCsv} weight="secondary" says={{ name: 'format', value: 'csv' }} />
              <Button label={words.asJsonLines} weight="secondary" says={{ name: 'format', value: 'jsonl' }} />
            </div>
          </Form>
        </section>
      )}
    </div>
  )
}

const Line = ({ text, event }: { readonly text: Text; readonly event: LineShown }): VNode => {
  const { log: words } = text.officers
  const { to, number, when, dateTime, sentence, where, isRefused } = event
  return (
    <li>
      <span class="history__what">
        {sentence} {isRefused && <span class="state state--refused">{words.refused}</span>}
      </span>
      <span class="history__when">
        <time dateTime={dateTime}>{when}</time>
        {where && `, ${where}`}
        {'. '}
        <Link to={to}>{words.allOf(number)}</Link>
      </span>
    </li>
  )
}
