import type { VNode } from 'preact'
import type { Text } from '../../src/text/text.js'
import { Button } from '../parts/button.js'
import { Form } from '../parts/form.js'

export interface SessionShown {
  readonly uid: string
  readonly isHere: boolean
  readonly since: string
  readonly lastSeen: string
  readonly source: string | undefined
}

interface SessionsProps {
  readonly text: Text
  readonly formToken: string
  readonly sessions: readonly SessionShown[]
}

/** Where one is signed in, with a way out of each. */
export const Sessions = ({ text: { ownAccount }, formToken, sessions }: SessionsProps): VNode => (
  <section class="card" aria-labelledby="inloggningar">
    <h2 id="inloggningar">{ownAccount.sessions}</h2>
    <p>{ownAccount.sessionsWords}</p>
    <ul class="sessions">
      {sessions.map(({ uid, isHere, since, lastSeen, source }, place) => (
        <li key={uid}>
          <div class="sessions__words" id={`inloggning-${place}`}>
            <strong>{isHere ? ownAccount.here : ownAccount.elsewhere}</strong>
            <span>{since}</span>
            {!isHere && <span>{lastSeen}</span>}
            {source && <span>{source}</span>}
          </div>
          <Form to="/konto/inloggningar/avsluta" formToken={formToken} kept={{ session: uid }}>
            <Button label={ownAccount.signOut} weight="secondary" describedBy={`inloggning-${place}`} />
          </Form>
        </li>
      ))}
    </ul>
    <Form to="/konto/inloggningar/avsluta-alla" formToken={formToken}>
      <Button label={ownAccount.signOutEverywhere} />
    </Form>
  </section>
)
