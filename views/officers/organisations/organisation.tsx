import type { VNode } from 'preact'
import type { Text } from '../../../src/text/text.js'
import { Contacts, type ContactLine } from '../../parts/contacts.js'
import { Link, type Path } from '../../parts/link.js'
import { Notice } from '../../parts/notice.js'

export interface OrganisationPageProps {
  readonly text: Text
  readonly id: string
  readonly name: string
  readonly code: string
  /** The place in the list. */
  readonly back: Path
  readonly done: string | undefined
  /** The day, in words; undefined while it is open. */
  readonly closedOn: string | undefined
  readonly successor: { readonly id: string; readonly name: string } | undefined
  readonly facts: readonly (readonly [term: string, words: string])[]
  readonly services: readonly {
    readonly code: string
    readonly name: string
    readonly isLocal: boolean
    readonly people: string
  }[]
  readonly appointments: readonly { readonly id: string; readonly name: string; readonly days: string }[]
  readonly contacts: readonly ContactLine[]
  readonly history: VNode
  readonly hasMore: boolean
}

/** One organisation, with everything that an officer may do about it. */
export const OrganisationPage = (props: OrganisationPageProps): VNode => {
  const { text, id, name, code, back, done, closedOn, successor, facts, history, hasMore } = props
  const { organisations: words } = text.officers
  const at = `/handlaggning/organisationer/${id}` as const
  return (
    <>
      <p>
        <Link to={back}>{words.toList}</Link>
      </p>
      <h1 class="heading">{name}</h1>
      <p class="preamble">{code}</p>
      {done && (
        <Notice kind="success">
          <p>{done}</p>
        </Notice>
      )}
      {closedOn && (
        <Notice kind="info" title={words.closedOn(closedOn)}>
          {successor && (
            <p>
              {words.mergedInto} <Link to={`/handlaggning/organisationer/${successor.id}`}>{successor.name}</Link>
            </p>
          )}
        </Notice>
      )}
      <section class="card" aria-labelledby="uppgifter">
        <h2 id="uppgifter">{words.details}</h2>
        <dl class="facts">
          {facts.map(([term, told]) => (
            <>
              <dt>{term}</dt>
              <dd>{told}</dd>
            </>
          ))}
        </dl>
        {!closedOn && (
          <p class="ways">
            <Link to={`${at}/andra`}>{words.change}</Link>
            <Link to={`${at}/sla-samman`}>{text.officers.endings.merge}</Link>
            <Link to={`${at}/stang`}>{text.officers.endings.close}</Link>
          </p>
        )}
      </section>
      <Administrators {...props} />
      <Services {...props} />
      <AgencyContacts {...props} />
      <section class="card" aria-labelledby="historik">
        <h2 id="historik">{words.history}</h2>
        {history}
        {hasMore && (
          <p>
            <Link to={`${at}/historik`}>{words.toHistory}</Link>
          </p>
        )}
      </section>
    </>
  )
}

const Administrators = ({ text, id, closedOn, appointments }: OrganisationPageProps): VNode => {
  const { organisations: words } = text.officers
  return (
    <section class="card" aria-labelledby="administratorer">
      <h2 id="administratorer">{words.administrator}</h2>
      {appointments.length === 0 ? (
        <p>{words.nobody}</p>
      ) : (
        <ul class="held">
          {appointments.map((one) => (
            <li key={one.id}>
              <span class="held__service">{one.name}</span>
              <Link to={`/handlaggning/organisationer/${id}/uppdrag/${one.id}`}>{words.endAppointment(one.name)}</Link>
              <span class="held__terms">{one.days}</span>
            </li>
          ))}
        </ul>
      )}
      {!closedOn && (
        <p class="ways">
          <Link to={`/handlaggning/organisationer/${id}/forsakran.pdf`}>{text.officers.assuranceForm.print}</Link>
          <Link to="/handlaggning/forsakringar/ny">{text.officers.assurances.register}</Link>
        </p>
      )}
    </section>
  )
}

const Services = ({ text, id, services }: OrganisationPageProps): VNode => {
  const { organisations: words } = text.officers
  return (
    <section class="card" aria-labelledby="tjanster">
      <h2 id="tjanster">{words.services}</h2>
      <ul class="held">
        {services.map(({ code, name, isLocal, people }) => (
          <li key={code}>
            <span class="held__service">{name}</span>
            <span>{people}</span>
            <span class="held__terms">{isLocal ? words.byAdministrator : words.byAgency}</span>
          </li>
        ))}
      </ul>
      <p>
        <Link to={`/handlaggning/organisationer/${id}/behorigheter`}>{text.officers.granting.link}</Link>
      </p>
    </section>
  )
}

const AgencyContacts = ({ text, id, closedOn, contacts }: OrganisationPageProps): VNode => {
  const { contacts: words } = text.officers
  const at = `/handlaggning/organisationer/${id}/kontakter` as const
  return (
    <section class="card" aria-labelledby="kontakter">
      <h2 id="kontakter">{words.title}</h2>
      {contacts.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <Contacts
          contacts={contacts}
          way={(one) => !closedOn && <Link to={`${at}/${one.id}`}>{words.change(one.name)}</Link>}
        />
      )}
      {!closedOn && (
        <p>
          <Link to={`${at}/ny`}>{words.add}</Link>
        </p>
      )}
    </section>
  )
}
