import type { VNode } from 'preact'
import type { Text } from '../../../src/text/text.js'
import { ErrorSummary } from '../../parts/error-summary.js'
import { Link, type Path } from '../../parts/link.js'
import { LogSearchForm, type LogSearchFormProps } from './search-form.js'

export interface WhoIsMeantProps {
  readonly text: Text
  readonly formToken: string
  readonly search: Omit<LogSearchFormProps, 'text' | 'formToken'>
  readonly question: string
  readonly choices: readonly { readonly id: string; readonly words: string; readonly to: Path }[]
}

/** A search that fits several people or schools, or that must be mended. */
export const WhoIsMeant = ({ text, formToken, search, question, choices }: WhoIsMeantProps): VNode => {
  const { log: words } = text.officers
  return (
    <div class="wide">
      <ErrorSummary title={words.mend} errors={search.errors} />
      <h1 class="heading">{words.title}</h1>
      {choices.length > 0 && (
        <section class="card" aria-labelledby="vem">
          <h2 id="vem">{question}</h2>
          <ul>
            {choices.map(({ id, words: name, to }) => (
              <li key={id}>
                <Link to={to}>{name}</Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      <LogSearchForm text={text} formToken={formToken} {...search} />
    </div>
  )
}
