import type { ComponentChildren, VNode } from 'preact'
import type { Text } from '../../../src/text/text.js'
import { Link, type Path } from '../../parts/link.js'
import { Notice } from '../../parts/notice.js'
import { Telephone } from '../../parts/telephone.js'
import { PersonDetails, type DetailsShown } from './person-details.js'
import { PersonPermissions, type AtOrganisation } from './person-permissions.js'

export interface SentShown {
  readonly when: string
  readonly what: string
}

export interface PersonPageProps {
  readonly text: Text
  readonly formToken: string
  /** The person's own page; all that is done stands below it. */
  readonly at: Path
  /** The list, where the reader was in it. */
  readonly list: Path
  readonly name: string
  readonly done: string | undefined
  readonly hint: string | undefined
  readonly isSelf: boolean
  readonly details: DetailsShown
  readonly organisations: readonly AtOrganisation[]
  readonly status: string
  readonly sent: readonly SentShown[]
  readonly maySend: boolean
  /** The letter with the username came back, and can be sent once more. */
  readonly mayOrderLetter: boolean
  readonly ending: string | undefined
  readonly mayAskEnding: boolean
  readonly history: ComponentChildren
}

/** Who somebody is, what they may do here, what they have been sent and what has been done. */
export function PersonPage(props: PersonPageProps): VNode {
  const { text, at, name, done, hint, isSelf, details, organisations, formToken, history } = props
  const { person: words } = text.administration
  return (
    <div class="person">
      <h1 class="heading">{name}</h1>
      {done && (
        <Notice kind="success">
          <p>{done}</p>
        </Notice>
      )}
      {hint && (
        <Notice kind="error">
          <p>{hint}</p>
        </Notice>
      )}
      {isSelf && (
        <Notice kind="info">
          <p>{words.self}</p>
        </Notice>
      )}
      <PersonPermissions text={text} at={at} isSelf={isSelf} organisations={organisations} />
      <PersonDetails text={text} formToken={formToken} at={at} isSelf={isSelf} details={details} />
      <SigningIn {...props} />
      <section class="card" aria-labelledby="historik">
        <h2 id="historik">{text.administration.history.title}</h2>
        {history}
        <p>
          <Link to={`${at}/historik`}>{words.allHistory}</Link>
        </p>
      </section>
      <Account {...props} />
      <p>
        <Link to={props.list}>{words.toPeople}</Link>
      </p>
    </div>
  )
}

const SigningIn = ({ text, at, status, sent, maySend, mayOrderLetter }: PersonPageProps): VNode => {
  const { person: words, personActions } = text.administration
  return (
    <section class="card" aria-labelledby="inloggning">
      <h2 id="inloggning">{words.signIn}</h2>
      <dl class="facts">
        <dt>{words.status}</dt>
        <dd>{status}</dd>
      </dl>
      <h3>{words.sent}</h3>
      {sent.length === 0 && <p>{words.nothingSent}</p>}
      {sent.length > 0 && (
        <ul class="history">
          {sent.map(({ when, what }) => (
            <li key={`${when} ${what}`}>
              <span class="history__what">{what}</span>
              <span class="history__when">{when}</span>
            </li>
          ))}
        </ul>
      )}
      {mayOrderLetter && (
        <p>
          <Link to={`${at}/brev`}>{personActions.letterTitle}</Link>
        </p>
      )}
      {maySend && (
        <p>
          <Link to={`${at}/engangslosenord`}>{personActions.passwordTitle}</Link>
        </p>
      )}
    </section>
  )
}

const Account = ({ text, at, ending, mayAskEnding }: PersonPageProps): VNode | null => {
  const { person: words } = text.administration
  if (ending === undefined && !mayAskEnding) return null
  return (
    <section class="card" aria-labelledby="kontot">
      <h2 id="kontot">{words.account}</h2>
      {ending && <p>{ending}</p>}
      {mayAskEnding && (
        <p>
          <Link to={`${at}/avsluta-konto`}>{words.askEnding}</Link>
        </p>
      )}
      <Telephone text={text} />
    </section>
  )
}
