import type { ComponentChildren, VNode } from 'preact'
import type { Text } from '../../../src/text/text.js'
import { Button } from '../../parts/button.js'
import { ErrorSummary, RefusalSummary, type FieldError } from '../../parts/error-summary.js'
import { Form } from '../../parts/form.js'
import { Link, type Path } from '../../parts/link.js'
import { Notice } from '../../parts/notice.js'
import { GrantWords, type GrantShown } from './person-permissions.js'

export interface ActPageProps {
  readonly text: Text
  readonly formToken: string
  readonly title: string
  /** Whom it is about. */
  readonly name: string
  /** What will happen, in plain words. */
  readonly words: readonly string[]
  /** The permissions that it is about. */
  readonly grants?: readonly GrantShown[]
  /** They are not what the reader ticked any more: nothing was done. */
  readonly isStale?: boolean
  readonly errors?: readonly FieldError[]
  readonly refusal?: string | undefined
  /** Where the form goes; without it there is nothing that can be done. */
  readonly to: Path | undefined
  readonly kept?: Readonly<Record<string, string>>
  readonly label: string
  readonly back: Path
  readonly children?: ComponentChildren
}

/** One thing that can be done about a person: what it means, what it asks, and one button that does it. */
export const ActPage = (props: ActPageProps): VNode => {
  const { text, formToken, title, name, words, grants = [], isStale = false, errors = [], refusal, to } = props
  const { personActions } = text.administration
  return (
    <>
      {errors.length > 0 && <ErrorSummary title={text.common.whatIsWrong} errors={errors} />}
      {errors.length === 0 && refusal && (
        <RefusalSummary title={text.common.whatIsWrong}>
          <p>{refusal}</p>
        </RefusalSummary>
      )}
      <h1 class="heading">{title}</h1>
      <p class="preamble">{personActions.of(name)}</p>
      {isStale && (
        <Notice kind="warning" title={personActions.changedMeanwhile}>
          <p>{grants.length === 0 ? personActions.nothingNow : personActions.changedWords}</p>
        </Notice>
      )}
      {words.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {grants.length > 0 && (
        <ul class="held" aria-label={personActions.chosen}>
          {grants.map((grant) => (
            <li key={grant.grantId}>
              <GrantWords text={text} grant={grant} />
            </li>
          ))}
        </ul>
      )}
      {to && (
        <Form to={to} formToken={formToken} {...(props.kept && { kept: props.kept })}>
          {props.children}
          <Button label={props.label} />
        </Form>
      )}
      <p>
        <Link to={props.back}>{to === undefined ? text.administration.person.back : personActions.cancel}</Link>
      </p>
    </>
  )
}
