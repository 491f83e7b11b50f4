import type { VNode } from 'preact'
import type { Text } from '../../src/text/text.js'
import { Button } from '../parts/button.js'
import { errorsOf } from '../parts/error-summary.js'
import { Field, PasswordField } from '../parts/field.js'
import { Form } from '../parts/form.js'
import { Link, type Path } from '../parts/link.js'
import { Notice } from '../parts/notice.js'
import { Telephone } from '../parts/telephone.js'
import { MistakeCodes, MistakeSummary, type Mistake } from './mistakes.js'

export interface ChangePasswordProps {
  readonly text: Text
  readonly formToken: string
  readonly to: Path
  readonly start: Path
  readonly forgot: Path
  readonly interaction: string | undefined
  readonly username?: string
  readonly mistakes: readonly Mistake[]
  readonly isLocked: boolean
  /** The initial one-time password was typed where one signs in. */
  readonly isFromSignIn: boolean
}

/** The first form: who are you, and what is your password now? */
export const ChangePassword = (props: ChangePasswordProps): VNode => {
  const { text, formToken, to, start, forgot, interaction, username, mistakes, isLocked, isFromSignIn } = props
  const { kiosk } = text
  return (
    <>
      <MistakeSummary text={text} mistakes={mistakes}>
        {isLocked && (
          <>
            <p>
              {kiosk.lockedInstead} <Link to={forgot}>{kiosk.forgotLink}</Link>
            </p>
            <p>{text.login.lockedStill}</p>
            <Telephone text={text} />
          </>
        )}
      </MistakeSummary>
      <h1 class="heading">{kiosk.changeLink}</h1>
      {isFromSignIn && (
        <Notice kind="info">
          <p>{kiosk.choosePasswordFirst}</p>
        </Notice>
      )}
      <Form to={to} formToken={formToken} kept={{ inloggning: interaction }}>
        <Field
          name="username"
          label={kiosk.username}
          hint={kiosk.usernameHint}
          errors={errorsOf(mistakes, 'username')}
          autocomplete="username"
          {...(username !== undefined && { value: username })}
        />
        <PasswordField
          name="password"
          label={kiosk.presentPassword}
          hint={kiosk.presentPasswordHint}
          errors={errorsOf(mistakes, 'password')}
          autocomplete="current-password"
          reveal={{ show: kiosk.showPassword, hide: kiosk.hidePassword }}
        />
        <Button label={kiosk.continue} />
      </Form>
      <MistakeCodes text={text} mistakes={mistakes} />
      <p>
        <Link to={start}>{kiosk.backToStart}</Link>
      </p>
    </>
  )
}
