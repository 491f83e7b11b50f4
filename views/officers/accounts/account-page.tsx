import type { VNode } from 'preact'
import type { Text } from '../../../src/text/text.js'
import { Link, type Path } from '../../parts/link.js'
import { Notice } from '../../parts/notice.js'
import { AccountDetails, type DetailsShown } from './account-details.js'
import { Appointments, Permissions, type AppointmentShown, type AtOrganisation } from './account-permissions.js'
import { SigningIn, type SigningInProps } from './account-signing-in.js'

export interface AccountPageProps extends SigningInProps {
  readonly text: Text
  readonly formToken: string
  /** The account's own page; all that is done stands below it. */
  readonly at: Path
  readonly name: string
  readonly state: keyof Text['officers']['accounts']['states']
  readonly isSelf: boolean
  readonly details: DetailsShown
  readonly organisations: readonly AtOrganisation[]
  readonly appointments: readonly AppointmentShown[]
  readonly sent: readonly { readonly when: string; readonly what: string }[]
}

/** All that the agency knows of an account. */
export function AccountPage(props: AccountPageProps): VNode {
  const { text, formToken, at, name, state, isSelf, details } = props
  const { account: words, accounts } = text.officers
  return (
    <div class="person">
      <h1 class="heading">{name}</h1>
      <p>
        <span class={`state state--${state}`}>{accounts.states[state]}</span>
      </p>
      {isSelf && (
        <Notice kind="info">
          <p>{words.self}</p>
        </Notice>
      )}
      <AccountDetails text={text} formToken={formToken} at={at} name={name} details={details} />
      <SigningIn {...props} />
      <Permissions text={text} organisations={props.organisations} />
      <Appointments text={text} appointments={props.appointments} />
      <Sent {...props} />
      <p>
        <Link to="/handlaggning/konton">{words.toSearch}</Link>
      </p>
    </div>
  )
}

const Sent = ({ text, sent }: AccountPageProps): VNode => {
  const { account: words } = text.officers
  return (
    <section class="card" aria-labelledby="skickat">
      <h2 id="skickat">{words.sent}</h2>
      {sent.length === 0 && <p>{words.nothingSent}</p>}
      {sent.length > 0 && (
        <ul class="history">
          {sent.map(({ when, what }, place) => (
            <li key={place}>
              <span class="history__what">{what}</span>
              <span class="history__when">{when}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
