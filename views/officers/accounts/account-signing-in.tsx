import type { VNode } from 'preact'
import type { EventShown } from '../../../src/officers/accounts/history/history.js'
import type { Text } from '../../../src/text/text.js'
import { Button } from '../../parts/button.js'
import { Form } from '../../parts/form.js'
import type { Path } from '../../parts/link.js'
import { Events } from './events.js'

export interface SessionShown {
  readonly uid: string
  readonly since: string
  readonly lastSeen: string
  readonly source: string | undefined
}

export interface SigningInProps {
  readonly text: Text
  readonly formToken: string
  readonly at: Path
  readonly isSelf: boolean
  readonly attempts: readonly EventShown[]
  readonly status: string
  readonly passwordSet: string | null
  readonly signedIn: string | null
  readonly sessions: readonly SessionShown[]
}

/** How it stands with signing in, and where the person is signed in. */
export const SigningIn = (props: SigningInProps): VNode => {
  const { text, formToken, at, isSelf, status, passwordSet, signedIn, sessions, attempts } = props
  const { account: words, accountActions } = text.officers
  return (
    <section class="card" aria-labelledby="inloggning">
      <h2 id="inloggning">{words.signIn}</h2>
      <dl class="facts">
        <dt>{words.status}</dt>
        <dd>{status}</dd>
        <dt>{words.passwordSet}</dt>
        <dd>{passwordSet ?? words.never}</dd>
        <dt>{words.signedIn}</dt>
        <dd>{signedIn ?? words.never}</dd>
      </dl>
      <h3>{words.sessions}</h3>
      {sessions.length === 0 && <p>{words.noSessions}</p>}
      {sessions.length > 0 && (
        <ul class="sessions">
          {sessions.map(({ uid, since, lastSeen, source }, place) => (
            <li key={uid}>
              <div class="sessions__words" id={`inloggning-${place}`}>
                <strong>{since}</strong>
                <span>{lastSeen}</span>
                {source && <span>{source}</span>}
              </div>
              {!isSelf && (
                <Form to={`${at}/inloggningar`} formToken={formToken} kept={{ session: uid }}>
                  <Button label={accountActions.endSession} weight="secondary" describedBy={`inloggning-${place}`} />
                </Form>
              )}
            </li>
          ))}
        </ul>
      )}
      <h3>{words.attempts}</h3>
      <Events events={attempts} none={words.noAttempts} />
    </section>
  )
}
