import type { VNode } from 'preact'
import type { EventShown } from '../../../src/officers/accounts/history/history.js'
import type { Text } from '../../../src/text/text.js'
import { Link, type Path } from '../../parts/link.js'
import { Notice } from '../../parts/notice.js'
import { AccountDetails, type DetailsShown } from './account-details.js'
import { Events } from './events.js'
import { Appointments, Permissions, type AppointmentShown, type AtOrganisation } from './account-permissions.js'
import { SigningIn, type SigningInProps } from './account-signing-in.js'

export interface ActLink {
  /** The last part of its address. */
  readonly path: string
  readonly title: string
}

export interface AccountPageProps extends SigningInProps {
  readonly text: Text
  readonly formToken: string
  /** The account's own page; all that is done stands below it. */
  readonly at: Path
  readonly name: string
  readonly state: keyof Text['officers']['accounts']['states']
  readonly isSelf: boolean
  readonly done: string | undefined
  readonly actions: readonly ActLink[]
  readonly history: readonly EventShown[]
  /** When and why it has been ended and opened again. */
  readonly endings: readonly string[]
  /** The open request that it be ended. */
  readonly request: string | undefined
  /** The account of the same person that goes on. */
  readonly mergedInto: string | null
  readonly details: DetailsShown
  readonly organisations: readonly AtOrganisation[]
  readonly appointments: readonly AppointmentShown[]
  readonly sent: readonly { readonly when: string; readonly what: string }[]
}

/** All that the agency knows of an account. */
export function AccountPage(props: AccountPageProps): VNode {
  const { text, formToken, at, name, state, isSelf, details, done, request, actions, mergedInto } = props
  const { account: words, accounts, accountActions } = text.officers
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
      {done && (
        <Notice kind="success">
          <p>{done}</p>
        </Notice>
      )}
      {mergedInto && (
        <Notice kind="info">
          <p>
            <Link to={`/handlaggning/konton/${mergedInto}`}>{text.officers.merging.into}</Link>
          </p>
        </Notice>
      )}
      {request && (
        <Notice kind="warning">
          <p>
            <Link to={`/handlaggning/begaran/${request}`}>{accountActions.openRequest}</Link>
          </p>
        </Notice>
      )}
      {actions.length > 0 && <Actions text={text} at={at} actions={actions} />}
      <AccountDetails text={text} formToken={formToken} at={at} name={name} details={details} />
      <SigningIn {...props} />
      <Permissions text={text} organisations={props.organisations} />
      <Appointments text={text} appointments={props.appointments} />
      <Sent {...props} />
      <History {...props} />
      <p>
        <Link to="/handlaggning/konton">{words.toSearch}</Link>
      </p>
    </div>
  )
}

const Actions = ({ text, at, actions }: Pick<AccountPageProps, 'text' | 'at' | 'actions'>): VNode => (
  <section class="card" aria-labelledby="atgarder">
    <h2 id="atgarder">{text.officers.accountActions.heading}</h2>
    <ul class="acts">
      {actions.map(({ path, title }) => (
        <li key={path}>
          <Link to={`${at}/${path}`}>{title}</Link>
        </li>
      ))}
    </ul>
  </section>
)

const History = ({ text, at, history, endings }: AccountPageProps): VNode => {
  const { account: words, accountActions } = text.officers
  return (
    <section class="card" aria-labelledby="historik">
      <h2 id="historik">{words.history}</h2>
      {endings.length > 0 && (
        <>
          <h3>{accountActions.endings}</h3>
          <ul>
            {endings.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </>
      )}
      <Events events={history} none={text.administration.history.none} />
      <p>
        <Link to={`${at}/historik`}>{words.allHistory}</Link>
      </p>
    </section>
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
