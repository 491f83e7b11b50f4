import type { VNode } from 'preact'
import type { Text } from '../../../src/text/text.js'
import { Button } from '../../parts/button.js'
import { Form } from '../../parts/form.js'
import { Link } from '../../parts/link.js'

export interface ChangeRulesProps {
  readonly text: Text
  readonly formToken: string
  readonly changes: readonly string[]
  /** What there is today where it would be decided otherwise. */
  readonly effects: readonly string[]
  readonly kept: string
}

/** What a change of the table means, before it is saved. */
export const ChangeRules = ({ text, formToken, changes, effects, kept }: ChangeRulesProps): VNode => {
  const { rules: words } = text.officers
  return (
    <>
      <h1 class="heading">{words.changeTitle}</h1>
      <section class="card" aria-labelledby="andringar">
        <h2 id="andringar">{words.changes}</h2>
        <ul>
          {changes.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </section>
      <section class="card" aria-labelledby="berors">
        <h2 id="berors">{words.effects}</h2>
        {effects.length === 0 ? (
          <p>{words.nothingAffected}</p>
        ) : (
          <ul>
            {effects.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        )}
      </section>
      <Form to="/handlaggning/vem-administrerar" formToken={formToken} kept={{ changes: kept }}>
        <Button label={words.save} />
      </Form>
      <p>
        <Link to="/handlaggning/vem-administrerar">{words.cancel}</Link>
      </p>
    </>
  )
}
