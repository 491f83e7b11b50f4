import type { VNode } from 'preact'
import type { Text } from '../../../src/text/text.js'
import { Button } from '../../parts/button.js'
import { ErrorSummary, errorsOf, type FieldError } from '../../parts/error-summary.js'
import { Field } from '../../parts/field.js'
import { ChoosingForm } from '../../parts/form.js'
import { Link, type Path } from '../../parts/link.js'

export interface ChooseSuccessorProps {
  readonly text: Text
  readonly name: string
  readonly at: Path
  readonly typed: string
  readonly errors: readonly FieldError[]
}

/** Which one an organisation goes into. */
export const ChooseSuccessor = ({ text, name, at, typed, errors }: ChooseSuccessorProps): VNode => {
  const { endings: words } = text.officers
  return (
    <>
      <ErrorSummary title={text.common.whatIsWrong} errors={errors} />
      <h1 class="heading">{words.chooseTitle(name)}</h1>
      <p class="preamble">{words.chooseWords}</p>
      <ChoosingForm to={`${at}/sla-samman`}>
        <Field
          name="kod"
          label={words.code}
          value={typed}
          errors={errorsOf(errors, 'kod')}
          autocomplete="off"
          inputMode="numeric"
          isShort
        />
        <Button label={words.proceed} />
      </ChoosingForm>
      <p>
        <Link to={at}>{words.cancel}</Link>
      </p>
    </>
  )
}
