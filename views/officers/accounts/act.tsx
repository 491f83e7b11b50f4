import type { ComponentChildren, VNode } from 'preact'
import type { Text } from '../../../src/text/text.js'
import type { FieldsProps } from '../../parts/act-fields.js'
import { Button } from '../../parts/button.js'
import { ErrorSummary, RefusalSummary, errorsOf, type FieldError } from '../../parts/error-summary.js'
import { WordsField } from '../../parts/field.js'
import { Form } from '../../parts/form.js'
import { Link, type Path } from '../../parts/link.js'

export interface ActProps {
  readonly text: Text
  readonly formToken: string
  readonly title: string
  readonly whom: string
  /** What will happen, in plain words. */
  readonly words: readonly string[]
  readonly errors: readonly FieldError[]
  readonly refusal: string | undefined
  /** Where the form goes; without it there is nothing that can be done. */
  readonly to: Path | undefined
  readonly kept: Readonly<Record<string, string>> | undefined
  readonly label: string
  readonly back: Path
  readonly children?: ComponentChildren
}

/** One thing that the agency does about an account. */
export const Act = (props: ActProps): VNode => {
  const { text, formToken, title, whom, words, errors, refusal, to, kept, label, back } = props
  const { accountActions } = text.officers
  return (
    <>
      {errors.length > 0 && <ErrorSummary title={text.common.whatIsWrong} errors={errors} />}
      {errors.length === 0 && refusal && (
        <RefusalSummary title={text.common.whatIsWrong}>
          <p>{refusal}</p>
        </RefusalSummary>
      )}
      <h1 class="heading">{title}</h1>
      <p class="preamble">{whom}</p>
      {words.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {to && (
        <Form to={to} formToken={formToken} {...(kept && { kept })}>
          {props.children}
          <Button label={label} />
        </Form>
      )}
      <p>
        <Link to={back}>{to === undefined ? accountActions.back : accountActions.cancel}</Link>
      </p>
    </>
  )
}

export const ReasonField = ({ text, typed, errors }: FieldsProps): VNode => (
  <WordsField
    name="reason"
    label={text.officers.accountActions.reason}
    hint={text.officers.accountActions.reasonHint}
    errors={errorsOf(errors, 'reason')}
    autocomplete="off"
    value={typed['reason'] ?? ''}
    maxLength={500}
  />
)
