import type { VNode } from 'preact'
import type { Text } from '../../src/text/text.js'
import { Button } from '../parts/button.js'
import { ErrorSummary, RefusalSummary, errorsOf, type FieldError } from '../parts/error-summary.js'
import { Field, PasswordField } from '../parts/field.js'
import { Form } from '../parts/form.js'
import { Link, type Path } from '../parts/link.js'
import { Notice } from '../parts/notice.js'
import { Telephone } from '../parts/telephone.js'

export interface SignInProps {
  readonly text: Text
  readonly formToken: string
  readonly uid: string
  readonly service: string
  /** Somebody is signed in already, and does it again. */
  readonly isAgain: boolean
  readonly username?: string
  readonly errors: readonly FieldError[]
  readonly refusal?: Refusal | undefined
}

/** Why nobody was let in, and whether it is for a while. */
export interface Refusal {
  readonly title: string
  readonly words: string
  readonly isLocked: boolean
}

/** Who are you? */
export function SignIn({ text, formToken, uid, service, isAgain, username = '', errors, refusal }: SignInProps): VNode {
  const { login, common } = text
  const kiosk: Path = `/losenordskiosk?inloggning=${uid}`
  return (
    <>
      <ErrorSummary title={common.whatIsWrong} errors={errors} />
      {refusal && (
        <RefusalSummary title={refusal.title}>
          <p>{refusal.words}</p>
          {refusal.isLocked && <OutOfALock text={text} kiosk={kiosk} />}
        </RefusalSummary>
      )}
      <h1 class="heading">{login.title(service)}</h1>
      {isAgain && (
        <Notice kind="info">
          <p>{login.again}</p>
        </Notice>
      )}
      <Form to={`/login/${uid}`} formToken={formToken}>
        <Field
          name="username"
          label={login.username}
          autocomplete="username"
          value={username}
          errors={errorsOf(errors, 'username')}
        />
        <PasswordField
          name="password"
          label={login.password}
          autocomplete="current-password"
          reveal={{ show: login.showPassword, hide: login.hidePassword }}
          errors={errorsOf(errors, 'password')}
        />
        <Button label={login.signIn} />
      </Form>
      <p>
        <Link to={kiosk}>{login.forgottenOrChange}</Link>
      </p>
      <p>{login.forgottenUsername}</p>
      <Form to={`/login/${uid}/avbryt`} formToken={formToken}>
        <Button label={login.cancel} weight="tertiary" />
      </Form>
    </>
  )
}

const OutOfALock = ({ text, kiosk }: { readonly text: Text; readonly kiosk: Path }): VNode => (
  <>
    <p>
      {text.login.lockedReset} <Link to={kiosk}>{text.login.toKiosk}</Link>
    </p>
    <p>{text.login.lockedStill}</p>
    <Telephone text={text} />
  </>
)
