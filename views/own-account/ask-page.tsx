import type { VNode } from 'preact'
import type { Text } from '../../src/text/text.js'
import { Button } from '../parts/button.js'
import { Radios, type Option } from '../parts/choice.js'
import { ErrorSummary, errorsOf, type FieldError } from '../parts/error-summary.js'
import { WordsField } from '../parts/field.js'
import { Form } from '../parts/form.js'
import { Link } from '../parts/link.js'
import { Notice } from '../parts/notice.js'
import { Telephone } from '../parts/telephone.js'

interface AskPageProps {
  readonly text: Text
  readonly formToken: string
  readonly organisation: { readonly id: string; readonly name: string }
  /** What the organisation's own administrator gives. */
  readonly options: readonly Option[]
  /** What the agency gives there, in a row. */
  readonly byAgency: string
  /** What the reader has already. */
  readonly held: string
  readonly typed: Readonly<Record<string, string>>
  readonly errors: readonly FieldError[]
}

/** Second step of asking: what, and why. */
export const AskPage = (props: AskPageProps): VNode => {
  const { text, formToken, organisation, options, byAgency, held, typed, errors } = props
  const { requests: words } = text.administration
  return (
    <div class="wide">
      <ErrorSummary title={text.common.whatIsWrong} errors={errors} />
      <h1 class="heading">{words.ask}</h1>
      <p class="preamble">{words.at(organisation.name)}</p>
      {held !== '' && (
        <Notice kind="info">
          <p>{words.heldAlready(held)}</p>
        </Notice>
      )}
      {byAgency !== '' && (
        <Notice kind="info">
          <p>{options.length === 0 && held === '' ? words.nothingLocal : words.byAgency(byAgency)}</p>
          <Telephone text={text} />
        </Notice>
      )}
      {options.length > 0 && (
        <Form to="/konto/be-om-behorighet" formToken={formToken} kept={{ organisation: organisation.id }}>
          <Radios
            name="service"
            legend={words.what}
            options={options}
            chosen={typed['service'] ?? ''}
            errors={errorsOf(errors, 'service')}
          />
          <WordsField
            name="words"
            label={words.why}
            hint={words.whyHint}
            errors={errorsOf(errors, 'words')}
            autocomplete="off"
            value={typed['words'] ?? ''}
            maxLength={500}
          />
          <Button label={words.send} />
        </Form>
      )}
      <p>
        <Link to="/konto/be-om-behorighet">{words.another}</Link>
      </p>
    </div>
  )
}
