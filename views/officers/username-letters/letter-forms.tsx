import type { VNode } from 'preact'
import { Country } from '../../parts/country.js'
import { Button } from '../../parts/button.js'
import type { TypedForwarding } from '../../../src/officers/username-letters/letter/username-letter.form.js'
import type { Text } from '../../../src/text/text.js'
import type { LetterState } from '../../../src/username-letters/username-letter.js'
import { errorsOf, type FieldError } from '../../parts/error-summary.js'
import { Field } from '../../parts/field.js'
import { Form } from '../../parts/form.js'
import type { Path } from '../../parts/link.js'

export interface LetterPageProps {
  readonly text: Text
  readonly formToken: string
  readonly id: string
  readonly title: string
  readonly state: LetterState
  readonly done: string | undefined
  readonly refused: string | undefined
  readonly facts: readonly (readonly [term: string, words: string])[]
  readonly moments: readonly string[]
  /** It is to the reader, who does nothing with it. */
  readonly isOwn: boolean
  readonly isProtected: boolean
  readonly isAddressed: boolean
  readonly isWhyMissing: boolean
  readonly typed: TypedForwarding
  readonly errors: readonly FieldError[]
}

type FormProps = LetterPageProps & { readonly at: Path }

/** Where a letter to somebody with protected identity is sent: typed here, and read on the paper only. */
export const Forwarding = ({ text, formToken, at, isAddressed, typed, errors }: FormProps): VNode => {
  const { letters: words } = text.officers
  const asked = (name: keyof typeof typed) => ({
    name,
    value: typed[name],
    errors: errorsOf(errors, name),
    autocomplete: 'off' as const,
    capitals: 'words' as const,
  })
  return (
    <section class="card" aria-labelledby="vidare">
      <h2 id="vidare">{words.forwarding}</h2>
      <p>{words.forwardingWords}</p>
      {isAddressed && <p>{words.forwardingHas}</p>}
      <Form to={`${at}/adress`} formToken={formToken}>
        <Field {...asked('to')} label={words.forwardTo} />
        <Field {...asked('more')} label={words.forwardMore} />
        <Field {...asked('street')} label={words.forwardStreet} />
        <Field {...asked('place')} label={words.forwardPlace} />
        <Country text={text} chosen={typed.country} errors={errors} />
        <Button label={words.forward} />
      </Form>
    </section>
  )
}

export const Withholding = ({ text, formToken, at, isWhyMissing }: FormProps): VNode => {
  const { letters: words } = text.officers
  return (
    <section class="card" aria-labelledby="hall-inne">
      <h2 id="hall-inne">{words.withhold}</h2>
      <p>{words.withholdWords}</p>
      <Form to={`${at}/hall-inne`} formToken={formToken}>
        <Field
          name="why"
          label={words.withholdWhy}
          value=""
          autocomplete="off"
          errors={isWhyMissing ? [words.wrong.why] : []}
        />
        <Button label={words.withhold} weight="secondary" />
      </Form>
    </section>
  )
}
