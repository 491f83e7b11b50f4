import type { VNode } from 'preact'
import type { Text } from '../../../src/text/text.js'
import { Button } from '../../parts/button.js'
import { Radios } from '../../parts/choice.js'
import { ErrorSummary, errorsOf, type FieldError } from '../../parts/error-summary.js'
import { Field } from '../../parts/field.js'
import { Form } from '../../parts/form.js'
import { Link } from '../../parts/link.js'

export interface ChooseFormProps {
  readonly text: Text
  readonly formToken: string
  readonly typed: { readonly kind: string; readonly code: string }
  readonly errors: readonly FieldError[]
}

/** For which organisation the form is printed. */
export const ChooseForm = ({ text, formToken, typed, errors }: ChooseFormProps): VNode => {
  const { assurances, assuranceForm: words } = text.officers
  return (
    <>
      <ErrorSummary title={text.common.whatIsWrong} errors={errors} />
      <h1 class="heading">{words.title}</h1>
      <p class="preamble">{words.preamble}</p>
      <Form to="/handlaggning/forsakringar/blankett" formToken={formToken}>
        <Radios
          name="kind"
          legend={assurances.kind}
          chosen={typed.kind}
          errors={errorsOf(errors, 'kind')}
          options={[
            { value: 'school', label: assurances.school },
            { value: 'municipality', label: assurances.municipality },
          ]}
        />
        <Field
          name="code"
          label={assurances.code}
          value={typed.code}
          errors={errorsOf(errors, 'code')}
          autocomplete="off"
          inputMode="numeric"
          isShort
        />
        <Button label={words.fetch} />
      </Form>
      <p>
        {words.unknown} <Link to="/handlaggning/forsakringar/blankett.pdf">{words.fetchEmpty}</Link>
      </p>
    </>
  )
}
