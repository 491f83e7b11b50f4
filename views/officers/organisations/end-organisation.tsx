import type { VNode } from 'preact'
import type { Text } from '../../../src/text/text.js'
import { Button } from '../../parts/button.js'
import { RefusalSummary } from '../../parts/error-summary.js'
import { Form } from '../../parts/form.js'
import { Link, type Path } from '../../parts/link.js'

export interface EndOrganisationProps {
  readonly text: Text
  readonly formToken: string
  readonly title: string
  readonly refused: string | undefined
  readonly what: string
  /** What ends or goes over, a sentence each. */
  readonly facts: readonly string[]
  readonly to: Path
  readonly kept: Readonly<Record<string, string>>
  readonly label: string
  readonly back: Path
}

/** All that follows when an organisation closes or goes into another, and the button that does it. */
export const EndOrganisation = (props: EndOrganisationProps): VNode => {
  const { text, formToken, title, refused, what, facts, to, kept, label, back } = props
  const { endings: words } = text.officers
  return (
    <>
      {refused && (
        <RefusalSummary title={text.common.whatIsWrong}>
          <p>{refused}</p>
        </RefusalSummary>
      )}
      <h1 class="heading">{title}</h1>
      <p class="preamble">{what}</p>
      <section class="card" aria-labelledby="foljder">
        <h2 id="foljder">{words.whatFollows}</h2>
        <ul>
          {facts.map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
      </section>
      <p>{words.noWayBack}</p>
      <Form to={to} formToken={formToken} kept={kept}>
        <Button label={label} />
      </Form>
      <p>
        <Link to={back}>{words.cancel}</Link>
      </p>
    </>
  )
}
