import type { VNode } from 'preact'
import type { Text } from '../../../src/text/text.js'
import { Button } from '../../parts/button.js'
import { Copyable } from '../../parts/copyable.js'
import { ErrorSummary, errorsOf, type FieldError } from '../../parts/error-summary.js'
import { Field } from '../../parts/field.js'
import { Form } from '../../parts/form.js'
import { Link, OutsideLink } from '../../parts/link.js'
import { Notice } from '../../parts/notice.js'

export type Tried =
  | { readonly kind: 'let-in'; readonly title: string; readonly header: string; readonly claims: string }
  | { readonly kind: 'refused'; readonly title: string; readonly why: string }

export interface TryPageProps {
  readonly text: Text
  readonly formToken: string
  readonly id: string
  readonly name: string
  readonly homeUri: string
  readonly typed: string
  readonly errors: readonly FieldError[]
  readonly tried: Tried | undefined
}

/** What a relying service would be told of somebody, without anybody being signed in. */
export const TryPage = ({ text, formToken, id, name, homeUri, typed, errors, tried }: TryPageProps): VNode => {
  const { relyingServices: words } = text.officers
  return (
    <>
      <ErrorSummary title={text.common.whatIsWrong} errors={errors} />
      <h1 class="heading">{words.tryTitle(name)}</h1>
      <p class="preamble">{words.tryWhat}</p>
      <Form to={`/handlaggning/e-tjanster/${id}/prova`} formToken={formToken}>
        <Field
          name="username"
          label={words.tryUsername}
          value={typed}
          errors={errorsOf(errors, 'username')}
          autocomplete="off"
          isShort
        />
        <Button label={words.tryButton} />
      </Form>
      {tried && <Outcome text={text} tried={tried} />}
      <p>{words.tryReal}</p>
      <p>
        <OutsideLink to={homeUri}>{words.openService(name)}</OutsideLink>
      </p>
      <p>
        <Link to={`/handlaggning/e-tjanster/${id}`}>{words.toService(name)}</Link>
      </p>
    </>
  )
}

const Outcome = ({ text, tried }: { readonly text: Text; readonly tried: Tried }): VNode => {
  const { relyingServices: words } = text.officers
  if (tried.kind === 'refused') {
    return (
      <Notice kind="warning" title={tried.title}>
        <p>{tried.why}</p>
      </Notice>
    )
  }
  const copy = { label: words.copy, done: words.copied }
  return (
    <>
      <Notice kind="success" title={tried.title}>
        <p>{words.tryClaimsHint}</p>
      </Notice>
      <Copyable label={words.tryHeader} content={tried.header} copy={copy} />
      <Copyable label={words.tryClaims} content={tried.claims} copy={copy} />
    </>
  )
}
