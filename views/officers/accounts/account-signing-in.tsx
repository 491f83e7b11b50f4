import type { VNode } from 'preact'
import type { Text } from '../../../src/text/text.js'

export interface SessionShown {
  readonly uid: string
  readonly since: string
  readonly lastSeen: string
  readonly source: string | undefined
}

export interface SigningInProps {
  readonly text: Text
  readonly status: string
  readonly passwordSet: string | null
  readonly signedIn: string | null
  readonly sessions: readonly SessionShown[]
}

/** How it stands with signing in, and where the person is signed in. */
export const SigningIn = ({ text, status, passwordSet, signedIn, sessions }: SigningInProps): VNode => {
  const { account: words } = text.officers
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
          {sessions.map(({ uid, since, lastSeen, source }) => (
            <li key={uid}>
              <div class="sessions__words">
                <strong>{since}</strong>
                <span>{lastSeen}</span>
                {source && <span>{source}</span>}
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
